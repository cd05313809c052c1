/** A comparison for people: machines that change alike are told of together. */

import { assertNever } from "../base/assert-never.ts";
import type { Palette } from "../diagnostics/palette.ts";
import { effectTables } from "../diff/effects/classify.ts";
import { type Effect, effectLevels } from "../diff/effects/effect.ts";
import { type Bundle, bundleChanges, type ChangeGroup } from "../diff/group-changes.ts";
import type { Comparison, MachineDiff, RuleStep } from "../diff/machine-diff.ts";
import { stepsText } from "../diff/step-text.ts";
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
import { type Places, placeText } from "./places.ts";

export interface DiffTextContext {
  readonly title: DiffTitle;
  readonly places: Places;
  readonly palette: Palette;
}

interface BundleContext extends DiffTextContext {
  /** Notes that were given already. */
  readonly notes: Set<string>;
}

export function diffText(comparison: Comparison, context: DiffTextContext): string {
  const ctx: BundleContext = { ...context, notes: new Set() };
  const { machines, failed } = comparison;
  const lines = [summary(comparison, ctx.title)];
  const alone = machines.filter(({ state }) => state !== "changed");
  if (alone.length > 0) lines.push("", ...alone.map((machine) => aloneLine(machine, ctx)));
  for (const bundle of bundleChanges(machines)) lines.push("", ...bundleLines(bundle, ctx));
  const effects = effectLines(machines);
  if (effects.length > 0) lines.push("", ...effects);
  if (failed.length > 0) {
    lines.push(
      "",
      ...failed.map(({ name, sides }) => `! ${name}: not compared, ${failureWords[sides]}`),
    );
  }
  return lines.map((line) => `${line}\n`).join("");
}

const failureWords = {
  before: "as it did not compile before",
  after: "as it no longer compiles",
  both: "as it compiles on neither side",
} as const;

export function summary(
  { machines, failed, same }: Pick<Comparison, "machines" | "failed" | "same">,
  { before, after }: DiffTitle,
): string {
  const of = (state: MachineDiff["state"]): number =>
    machines.filter((machine) => machine.state === state).length;
  const [changed, added, removed] = [of("changed"), of("added"), of("removed")];
  const parts = [
    changed > 0 ? `${countOf(changed, "machine changes", "machines change")}` : "",
    added > 0 ? `${added} ${added === 1 ? "is" : "are"} new` : "",
    removed > 0 ? `${removed} ${removed === 1 ? "is" : "are"} gone` : "",
    failed.length > 0 ? `${failed.length} cannot be compared` : "",
  ].filter((part) => part !== "");
  const unchanged = `${same} ${same === 1 ? "is" : "are"} the same`;
  const text = parts.length === 0 ? "nothing changes" : parts.join(", ");
  return `${before} → ${after}: ${text}; ${unchanged}.`;
}

function aloneLine(
  { name, state, files }: MachineDiff,
  { palette, places }: DiffTextContext,
): string {
  const paint = state === "added" ? palette.added : palette.removed;
  const file = placeText(places.of({ file: files[0] ?? "", start: 0, end: 0 })).replace(
    /:\d+\)$/,
    ")",
  );
  const more =
    files.length > 1 ? ` and ${countOf(files.length - 1, "more file", "more files")}` : "";
  return paint(`${state === "added" ? "+" : "-"} ${name}${file}${more}`);
}

function bundleLines(
  { machines, changes, sources }: Bundle,
  ctx: BundleContext,
): readonly string[] {
  const own = changes.filter(({ change }) => change.document === undefined);
  const told = own.length > 0 ? own : changes;
  const lines = told.flatMap((group, index) => groupLines(group, told[index - 1], told, ctx));
  if (told.length < changes.length) lines.push(`  files: ${documentCounts(changes)}`);
  const named = sources.map(({ how, file }) => {
    const path = placeText(ctx.places.of({ file, start: 0, end: 0 }))
      .slice(2)
      .replace(/:\d+\)$/, "");
    return how === "changed" ? path : `${path} (${how === "added" ? "new" : "gone"})`;
  });
  const shown = named.toSorted(compareShown).slice(0, 5);
  const more = sources.length - shown.length;
  if (shown.length > 0) {
    lines.push(`  templates: ${shown.join(", ")}${more > 0 ? ` and ${more} more` : ""}`);
  }
  return [ctx.palette.strong(machineNames(machines)), ...lines];
}

/** Emitted files say the same once more, so they are counted where the configuration is there. */
function documentCounts(changes: readonly ChangeGroup[]): string {
  const counts = new Map<string, number>();
  for (const { change } of changes) {
    if (change.document === undefined) continue;
    counts.set(change.document, (counts.get(change.document) ?? 0) + 1);
  }
  return [...counts]
    .map(([document, count]) => `*${document} (${countOf(count, "change", "changes")})`)
    .join(", ");
}

/** Leaves that came or went together have one heading; their reasons are told once where they are the same. */
function groupLines(
  group: ChangeGroup,
  previous: ChangeGroup | undefined,
  all: readonly ChangeGroup[],
  ctx: BundleContext,
): string[] {
  const whole = wholeOf(group);
  if (whole === undefined) return [`  ${changeLine(group, ctx)}`, ...reasons(group, "      ", ctx)];
  if (previous !== undefined && wholeOf(previous) === whole) return [];
  const members = all.filter((other) => wholeOf(other) === whole);
  const { change } = group;
  const paint = change.kind === "added" ? ctx.palette.added : ctx.palette.removed;
  const sign = change.kind === "added" ? "+" : "-";
  const path = pathText({ ...change, steps: change.steps.slice(0, change.whole) });
  return [
    `  ${paint(`${sign} ${path}`)}`,
    ...members.map(({ change: { steps, before, after, isSecret }, isByName }) => {
      const leaf = leafText(after?.leaf ?? before?.leaf, isSecret);
      const value = `${leaf}${isByName ? byName : ""}`;
      return `      ${paint(`${stepsText(steps.slice(change.whole)).slice(1)}: ${value}`)}`;
    }),
    ...reasons(unitedGroup(members), "      ", ctx),
  ];
}

/** Undefined for a leaf that came or went alone. */
function wholeOf({ change }: ChangeGroup): string | undefined {
  const { kind, steps, whole } = change;
  if (kind !== "added" && kind !== "removed") return undefined;
  if (whole >= steps.length) return undefined;
  return `${kind} ${pathText({ ...change, steps: steps.slice(0, whole) })}`;
}

function unitedGroup(groups: readonly ChangeGroup[]): ChangeGroup {
  const [first] = groups as readonly [ChangeGroup];
  return {
    change: first.change,
    isByName: first.isByName,
    writersBefore: groups.flatMap(({ writersBefore }) => writersBefore),
    writersAfter: groups.flatMap(({ writersAfter }) => writersAfter),
  };
}

function changeLine(group: ChangeGroup, ctx: DiffTextContext): string {
  return `${plainChangeLine(group, ctx)}${group.isByName ? byName : ""}`;
}

const byName = " (each with its own name)";

function plainChangeLine({ change }: ChangeGroup, { palette }: DiffTextContext): string {
  const { kind, before, after, isSecret } = change;
  const path = pathText(change);
  const [old, current] = [leafText(before?.leaf, isSecret), leafText(after?.leaf, isSecret)];
  switch (kind) {
    case "added":
      return palette.added(`+ ${path}: ${current}`);
    case "removed":
      return palette.removed(`- ${path}: ${old}`);
    case "changed":
      return isSecret
        ? `~ ${path}: changed, a secret`
        : `~ ${path}: ${palette.removed(old)} → ${palette.added(current)}`;
    case "reordered":
      return `~ ${path}: another order, ${palette.removed(old)} → ${palette.added(current)}`;
    default:
      return assertNever(kind);
  }
}

function reasons(
  { change, writersBefore, writersAfter }: ChangeGroup,
  indent: string,
  { places, notes }: BundleContext,
): readonly string[] {
  const now = writersText(writersAfter, places);
  const then = writersText(writersBefore, places);
  const steps = writersAfter[0]?.because ?? writersBefore[0]?.because ?? [];
  return [
    ...because(change.kind, now, then),
    ...steps.map((step) => ruleLine(step, places)),
    ...effectTexts(change.effects, notes),
  ].map((line) => `${indent}${line}`);
}

/** Platforms that do the same share a line; a note is given where it is first of use. */
function effectTexts(effects: ReadonlyMap<string, Effect>, notes: Set<string>): readonly string[] {
  const byText = new Map<string, string[]>();
  for (const [name, { level, by, note }] of effects) {
    const how = [levelWords[level], ...(by === undefined ? [] : [by])].join(", ");
    const isNew = note !== undefined && !notes.has(`${name} ${note}`);
    if (isNew) notes.add(`${name} ${note}`);
    const text = isNew ? `${how} (${note})` : how;
    byText.set(text, [...(byText.get(text) ?? []), name]);
  }
  return [...byText].map(([text, names]) => `${names.join(", ")}: ${text}`);
}

function because(kind: string, now: string, then: string): readonly string[] {
  if (kind === "removed") {
    const by = now === "" || now === then ? [] : [`overwritten by ${now}`];
    return [...(then === "" ? [] : [`was written by ${then}`]), ...by];
  }
  if (now === "") return then === "" ? [] : [`was written by ${then}`];
  const was = then === "" || then === now ? "" : `; before by ${then}`;
  return [`written by ${now}${was}`];
}

function ruleLine({ text, span }: RuleStep, places: Places): string {
  return `${text}${placeText(places.of(span))}`;
}

/** What has to be done to the machines that change, at the worst. */
function effectLines(machines: readonly MachineDiff[]): readonly string[] {
  return [...worstLevels(machines, effectLevels)].map(([name, counts]) => {
    const parts = effectLevels
      .filter((level) => counts.has(level))
      .map((level) => `${counts.get(level)} ${levelWords[level]}`);
    const how = effectTables.find((table) => table.name === name)?.reboot;
    const reboot = counts.has("reboot") && how !== undefined ? ` (a reboot is: ${how})` : "";
    return `${name}: ${parts.join(", ")}${reboot}`;
  });
}
