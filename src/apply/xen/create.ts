/** Creating a domain, and putting one in the place of another, so that a failure leaves what was there before. */

import { type Diagnostic, diagnostic } from "../../diagnostics/diagnostic.ts";
import type { OutputFile } from "../../host/host.ts";
import { noSpan } from "../../text/span.ts";
import type { ApplyContext } from "../apply-context.ts";
import { change, failureDiagnostic, look, ProgramFailure } from "../programs.ts";
import { writeRecord, type XenRecord } from "./record.ts";
import { settingsOfDomain } from "./settings.ts";
import { type Domain, listDomains, takeDown } from "./xl.ts";

/** A domain as the files on the host describe it. */
export interface WantedDomain {
  readonly name: string;
  readonly uuid: string;
  /** The configuration's file, and its text. */
  readonly path: string;
  readonly cfg: string;
  readonly postCreate: { readonly path: string; readonly text: string } | undefined;
}

export async function createDomain(
  wanted: WantedDomain,
  ctx: ApplyContext,
): Promise<readonly Diagnostic[]> {
  const { name } = wanted;
  const unwritable = writeRecord(ctx, name, recordOf(wanted, { unfinished: true }));
  if (unwritable !== undefined) return [diagnostic("output-unwritable", noSpan, { ...unwritable })];
  const collapse = await bringUp(wanted, ctx);
  if (collapse === undefined) return finishRecord(wanted, ctx);
  if (collapse.remains) return [failureDiagnostic(name, collapse.failure, halfMade)];
  writeRecord(ctx, name, undefined);
  return [failureDiagnostic(name, collapse.failure, "nothing is left of it")];
}

export async function replaceDomain(
  wanted: WantedDomain,
  domain: Domain,
  earlier: XenRecord,
  ctx: ApplyContext,
): Promise<readonly Diagnostic[]> {
  const { name } = wanted;
  const unwritable = writeRecord(ctx, name, recordOf(wanted, { unfinished: true }));
  if (unwritable !== undefined) return [diagnostic("output-unwritable", noSpan, { ...unwritable })];
  const alive = await takeDown(ctx, domain);
  if (alive !== undefined) {
    writeRecord(ctx, name, earlier);
    return [failureDiagnostic(name, alive, "the domain is still there, as it was")];
  }
  const collapse = await bringUp(wanted, ctx);
  if (collapse === undefined) return finishRecord(wanted, ctx);
  if (collapse.remains) return [failureDiagnostic(name, collapse.failure, halfMade)];
  return putBack(name, earlier, collapse.failure, ctx);
}

const halfMade = "the domain is there, but not finished, and could not be destroyed";

interface Collapse {
  readonly failure: ProgramFailure;
  /** Whether a domain is left that could not be destroyed. */
  readonly remains: boolean;
}

/** Creates a domain and runs what belongs to its creation; if that fails the domain is destroyed. */
async function bringUp(
  { name, uuid, path, postCreate }: WantedDomain,
  ctx: ApplyContext,
): Promise<Collapse | undefined> {
  const refused = await change(ctx, ["xl", "create", path]);
  if (refused !== undefined) return { failure: refused, remains: false };
  const failure = postCreate === undefined ? undefined : await change(ctx, [postCreate.path]);
  if (failure === undefined) return undefined;
  const domains = await listDomains(ctx);
  if (domains instanceof ProgramFailure) return { failure, remains: true };
  const made = domains.find((domain) => domain.name === name && domain.uuid === uuid);
  const alive = made === undefined ? undefined : await change(ctx, ["xl", "destroy", made.id]);
  return { failure, remains: alive !== undefined };
}

/** Creates the earlier domain again. */
async function putBack(
  name: string,
  earlier: XenRecord,
  failure: ProgramFailure,
  ctx: ApplyContext,
): Promise<readonly Diagnostic[]> {
  const wanted = earlierDomain(name, earlier, ctx);
  const unwritable = ctx.host.writeFiles(earlierFiles(wanted));
  const collapse = unwritable === undefined ? await bringUp(wanted, ctx) : undefined;
  const cause = unwritable?.reason ?? collapse?.failure.cause;
  if (cause === undefined) {
    for (const { path } of earlierFiles(wanted)) ctx.host.remove(path);
    const found = await finishRecord(wanted, ctx);
    return [failureDiagnostic(name, failure, "its earlier configuration runs again"), ...found];
  }
  writeRecord(ctx, name, undefined);
  return [
    failureDiagnostic(name, failure, "it does not run"),
    diagnostic("apply-not-put-back", noSpan, { name, path: wanted.path, cause }),
  ];
}

function earlierDomain(
  name: string,
  { uuid, cfg, postCreate }: XenRecord,
  { options }: ApplyContext,
): WantedDomain {
  const stem = `${options.stateDirectory}/xen/${name}.earlier`;
  const script =
    postCreate === undefined ? undefined : { path: `${stem}.post-create.sh`, text: postCreate };
  return { name, uuid, path: `${stem}.cfg`, cfg, postCreate: script };
}

function earlierFiles({ path, cfg, postCreate }: WantedDomain): readonly OutputFile[] {
  const script =
    postCreate === undefined
      ? []
      : [{ path: postCreate.path, content: postCreate.text, executable: true }];
  return [{ path, content: cfg, secret: true }, ...script];
}

/** Notes what the domain was made from. */
async function finishRecord(
  wanted: WantedDomain,
  ctx: ApplyContext,
): Promise<readonly Diagnostic[]> {
  if (ctx.options.dryRun) return [];
  const { name, uuid } = wanted;
  const domains = await listDomains(ctx);
  if (domains instanceof ProgramFailure) {
    return [failureDiagnostic(name, domains, "the domain was created")];
  }
  const made = domains.find((domain) => domain.name === name && domain.uuid === uuid);
  if (made === undefined) return [diagnostic("apply-gone-at-once", noSpan, { name })];
  const listing = await look(ctx, ["xl", "list", "-l", made.id]);
  const created = typeof listing === "string" ? settingsOfDomain(listing) : undefined;
  const problem = writeRecord(ctx, name, recordOf(wanted, { unfinished: false, created }));
  return problem === undefined ? [] : [diagnostic("output-unwritable", noSpan, { ...problem })];
}

function recordOf(
  { uuid, cfg, postCreate }: WantedDomain,
  rest: { readonly unfinished: boolean; readonly created?: XenRecord["created"] },
): XenRecord {
  const { unfinished, created } = rest;
  return { uuid, cfg, postCreate: postCreate?.text, unfinished, created };
}
