/** Pieces of Markdown, from names and texts that may hold anything. */

import type { Documentation } from "../../doc/library/library.ts";
import { fileNameOf } from "../../host/path.ts";
import type { Span } from "../../text/span.ts";
import type { AnalysedProfile, Profiles } from "../analysis/profiles.ts";
import type { Workspace } from "../workspace/workspace.ts";

/** What is known when something is to be described. */
export interface Knowledge {
  readonly workspace: Workspace;
  readonly profiles: Pick<Profiles, "latestUsing" | "hasPlacesOf">;
  /** The address of a place, for links; undefined where there are none. */
  readonly addressOf: (span: Span, line: number) => string | undefined;
}

export function codeBlock(text: string): string {
  const fence = fenceAround(text, 3);
  return `${fence}pan\n${text}\n${fence}`;
}

export function code(text: string): string {
  const fence = fenceAround(text, 1);
  const space = text.startsWith("`") || text.endsWith("`") ? " " : "";
  return `${fence}${space}${text.replace(/\s+/g, " ")}${space}${fence}`;
}

/** Longer than any that stands in the text. */
function fenceAround(text: string, shortest: number): string {
  const within = (text.match(/`+/g) ?? []).map(({ length }) => length + 1);
  return "`".repeat(Math.max(shortest, ...within));
}

/** Paragraphs without those that say nothing. */
export function paragraphs(parts: readonly (string | undefined)[]): string {
  return parts.filter((part) => part !== undefined && part !== "").join("\n\n");
}

/** `web.pan:12`, as a link where that can be. */
export function linkTo({ workspace, addressOf }: Knowledge, span: Span): string {
  const name = fileNameOf(span.file);
  const line = workspace.file(span.file)?.lines.position(span.start).line;
  if (line === undefined) return name;
  const address = addressOf(span, line);
  const text = `${name}:${line}`;
  return address === undefined ? text : `[${text.replace(/[[\]\\]/g, "\\$&")}](${address})`;
}

/** As many as a reader wants to see, and how many more there are. */
export function listed(items: readonly string[], most: number): string {
  const shown = items.slice(0, most).join(", ");
  const more = items.length - most;
  return more > 0 ? `${shown} and ${more} more` : shown;
}

export function documentationText({ text, deprecated, examples }: Documentation): string {
  const warning =
    deprecated === undefined
      ? ""
      : deprecated === ""
        ? "**Deprecated**"
        : `**Deprecated**: ${deprecated}`;
  const shown = examples.map((example) => codeBlock(example));
  return paragraphs([warning, text, ...shown]);
}

export function nameOf({ name }: AnalysedProfile): string {
  return `**${name}**`;
}
