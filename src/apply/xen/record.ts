/**
 * What a domain was made from, kept on its host.
 *
 * Xen forgets the configuration's text, so without this nobody could tell whether a domain is ours, whether it has
 * the configuration that is wanted, or how to bring the earlier one back. The name-and-UUID of the domain say whether
 * a record is about it: a guest that reboots gets another number, but keeps its UUID. A record may hold secrets.
 */

import type { FileProblem } from "../../host/host.ts";
import type { ApplyContext } from "../apply-context.ts";
import type { Settings } from "../changes.ts";
import { parseJson } from "./settings.ts";

export interface XenRecord {
  readonly uuid: string;
  /** Text of the configuration. */
  readonly cfg: string;
  /** Text of what was run after the creation. */
  readonly postCreate: string | undefined;
  /** Whether a run began to create it and never came to its end. */
  readonly unfinished: boolean;
  /** What the domain was when it had been created. */
  readonly created: Settings | undefined;
}

function recordPath({ options }: ApplyContext, name: string): string {
  return `${options.stateDirectory}/xen/${name}.json`;
}

/** The record of a machine; undefined if there is none that can be read. */
export function readRecord(ctx: ApplyContext, name: string): XenRecord | undefined {
  const value = parseJson(ctx.host.readText(recordPath(ctx, name)) ?? "");
  if (typeof value !== "object" || value === null) return undefined;
  const { uuid, cfg, postCreate, unfinished, created } = value as Readonly<Record<string, unknown>>;
  if (typeof uuid !== "string" || typeof cfg !== "string") return undefined;
  return {
    uuid,
    cfg,
    postCreate: typeof postCreate === "string" ? postCreate : undefined,
    unfinished: unfinished === true,
    created: isTexts(created) ? new Map(Object.entries(created)) : undefined,
  };
}

/** Writes the record of a machine, or removes it. */
export function writeRecord(
  ctx: ApplyContext,
  name: string,
  record: XenRecord | undefined,
): FileProblem | undefined {
  if (ctx.options.dryRun) return undefined;
  const path = recordPath(ctx, name);
  if (record === undefined) return ctx.host.remove(path);
  const created = record.created === undefined ? undefined : Object.fromEntries(record.created);
  const content = `${JSON.stringify({ ...record, created }, undefined, 2)}\n`;
  return ctx.host.writeFiles([{ path, content, secret: true }]);
}

function isTexts(value: unknown): value is Readonly<Record<string, string>> {
  return (
    typeof value === "object" &&
    value !== null &&
    Object.values(value).every((item) => typeof item === "string")
  );
}
