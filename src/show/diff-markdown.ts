/**
 * A comparison as Markdown, for a comment on a pull request: a table of who changes, and the changes folded below it.
 *
 * Comments have a limit (65,536 characters at GitHub), so what does not fit is counted, with the command that shows it.
 */

import { effectLevels } from "../diff/effects/effect.ts";
import { type Bundle, bundleChanges, type ChangeGroup } from "../diff/group-changes.ts";
import type { Comparison, MachineDiff } from "../diff/machine-diff.ts";
import { summary } from "./diff-text.ts";
import {
  compareShown,
  countOf,
  type DiffTitle,
  leafText,
  levelWords,
  machineNames,
  pathText,
  worstLevels,
  writersText,
} from "./diff-words.ts";
import type { Places } from "./places.ts";

export interface MarkdownContext {
  readonly title: DiffTitle;
  readonly places: Places;
  /** The command that shows all of it. */
  readonly command: string;
  /** Most characters. */
  readonly limit: number;
}

const roomForTheRest = 200;

export function diffMarkdown(comparison: Comparison, ctx: MarkdownContext): string {
  const { machines, failed } = comparison;
  const head = [`### ${escaped(summary(comparison, ctx.title))}`, "", ...overview(machines)];
  for (const { name, sides } of failed) {
    head.push(`- ⚠️ ${code(name)} cannot be compared: it does not compile (${sides}).`);
  }
  const parts = [
    ...machines.filter(({ state }) => state !== "changed").map(aloneItem),
    ...bundleChanges(machines).map((bundle) => bundlePart(bundle, ctx)),
  ];
  let text = `${head.join("\n")}\n`;
  for (const [index, part] of parts.entries()) {
    const isLast = index === parts.length - 1;
    if (text.length + part.length + (isLast ? 0 : roomForTheRest) > ctx.limit) {
      const left = countOf(parts.length - index, "more group", "more groups");
      return `${text}\n… and ${left} of changes: ${code(ctx.command)} shows all.\n`;
    }
    text += part;
  }
  return text;
}

function overview(machines: readonly MachineDiff[]): readonly string[] {
  const levels = worstLevels(machines, effectLevels);
  if (levels.size === 0) return [];
  return [
    `| Platform | ${effectLevels.map((level) => levelWords[level]).join(" | ")} |`,
    `|---|${effectLevels.map(() => "---:|").join("")}`,
    ...[...levels].map(
      ([name, counts]) =>
        `| ${name} | ${effectLevels.map((level) => counts.get(level) ?? "").join(" | ")} |`,
    ),
    "",
  ];
}

function aloneItem({ name, state, files }: MachineDiff): string {
  const file = files[0] === undefined ? "" : ` (${code(files[0])})`;
  return `- ${state === "added" ? "🟢 new" : "🔴 gone"}: ${code(name)}${file}\n`;
}

function bundlePart({ machines, changes, sources }: Bundle, ctx: MarkdownContext): string {
  const backends = [...new Set(changes.flatMap(({ change }) => [...change.effects.keys()]))];
  const names = escaped(machineNames(machines));
  const size = countOf(changes.length, "path", "paths");
  const files = sources
    .map(({ how, file }) => {
      const place = ctx.places.of({ file, start: 0, end: 0 })?.file ?? file;
      return {
        place,
        text:
          how === "changed" ? code(place) : `${code(place)} (${how === "added" ? "new" : "gone"})`,
      };
    })
    .toSorted((a, b) => compareShown(a.place, b.place))
    .map(({ text }) => text);
  return [
    "",
    `<details><summary>${names} (${size})</summary>`,
    "",
    `| | Path | Before | After | Written by |${backends.map((name) => ` ${name} |`).join("")}`,
    `|---|---|---|---|---|${backends.map(() => "---|").join("")}`,
    ...changes.map((group) => row(group, backends, ctx)),
    "",
    ...(files.length === 0 ? [] : [`Templates: ${files.join(", ")}`, ""]),
    "</details>",
    "",
  ].join("\n");
}

const signs = { added: "➕", removed: "➖", changed: "✏️", reordered: "🔀" } as const;

function row(
  { change, writersBefore, writersAfter }: ChangeGroup,
  backends: readonly string[],
  { places }: MarkdownContext,
): string {
  const { kind, before, after, isSecret, effects } = change;
  const writers = writersText(writersAfter.length > 0 ? writersAfter : writersBefore, places);
  const cells = [
    signs[kind],
    code(pathText(change)),
    codeOrNothing(leafText(before?.leaf, isSecret)),
    codeOrNothing(leafText(after?.leaf, isSecret)),
    escaped(writers),
    ...backends.map((name) => {
      const effect = effects.get(name);
      if (effect === undefined) return "";
      return escaped(
        [levelWords[effect.level], effect.by ?? ""].filter((word) => word !== "").join(": "),
      );
    }),
  ];
  return `| ${cells.join(" | ")} |`;
}

function codeOrNothing(text: string): string {
  return text === "" ? "" : code(text);
}

/** In a table a bar ends the cell even in code, and a fence must be longer than any in the text. */
function code(text: string): string {
  const line = text.replace(/\r?\n/g, " ").replaceAll("|", "\\|");
  const longest = Math.max(0, ...[...line.matchAll(/`+/g)].map(([run]) => run.length));
  if (longest === 0) return `\`${line}\``;
  const fence = "`".repeat(longest + 1);
  return `${fence} ${line} ${fence}`;
}

function escaped(text: string): string {
  return text
    .replace(/[\\`*_[\]|~]/g, "\\$&")
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replace(/\r?\n/g, " ");
}
