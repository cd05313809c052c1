/** Words that all forms of a comparison share: values, places, names of many machines. */

import { compareCodeUnits } from "../base/compare.ts";
import type { ShownLeaf } from "../diff/change.ts";
import type { EffectLevel } from "../diff/effects/effect.ts";
import type { ExplainedChange, MachineDiff, Writer } from "../diff/machine-diff.ts";
import { stepsText } from "../diff/step-text.ts";
import { propertyText } from "../pan/profile/property-text.ts";
import { panLiteral } from "../pan/tree/literal.ts";
import { type Places, placeText } from "./places.ts";

/** What a comparison is of, for its title. */
export interface DiffTitle {
  readonly before: string;
  readonly after: string;
}

const longest = 72;

export function leafText(leaf: ShownLeaf | undefined, isSecret: boolean): string {
  if (leaf === undefined) return "";
  if (isSecret) return "(secret)";
  const { kind, value } = leaf;
  if (kind !== "property")
    return kind === "order" ? String(value) : kind === "empty-dict" ? "{}" : "[]";
  const text = typeof value === "string" ? panLiteral(value) : propertyText(value);
  const line = text.replace(/\n/g, "\\n");
  return line.length > longest ? `${line.slice(0, longest)}…` : line;
}

/** With the file that has it, where that is not the configuration. */
export function pathText({ document, steps }: Pick<ExplainedChange, "document" | "steps">): string {
  const path = stepsText(steps);
  return document === undefined ? path : `*${document} ${path}`;
}

const mostNames = 4;

export function machineNames(names: readonly string[]): string {
  if (names.length === 1) return names[0] ?? "";
  const shown = names.length > mostNames ? names.slice(0, mostNames - 1) : names;
  const more = names.length - shown.length;
  const list = more === 0 ? shown.join(", ") : `${shown.join(", ")} and ${more} more`;
  return `${names.length} machines: ${list}`;
}

export function countOf(number: number, one: string, many: string): string {
  return `${number} ${number === 1 ? one : many}`;
}

/** `lib/defaults.pan:3`, through the statement that put a structure there; empty where nobody knows. */
function writerText({ kind, span, via }: Writer, places: Places): string {
  const place = bare(span, places);
  if (kind === "rule") return "rules";
  if (place === "") return "";
  const words = kind === "default" ? `the default at ${place}` : place;
  const through = bare(via, places);
  return through === "" ? words : `${words}, put there by ${through}`;
}

/** Of several, the first ones. */
export function writersText(writers: readonly Writer[], places: Places): string {
  const texts = [...new Set(writers.map((writer) => writerText(writer, places)))].filter(
    (text) => text !== "",
  );
  const shown = texts.slice(0, 2).join(", ");
  return texts.length > 2
    ? `${shown} and ${countOf(texts.length - 2, "more place", "more places")}`
    : shown;
}

function bare(span: Writer["span"], places: Places): string {
  return placeText(places.of(span)).slice(2, -1);
}

export const levelWords: Readonly<Record<EffectLevel, string>> = {
  none: "nothing to do",
  live: "live",
  reboot: "reboot",
  recreate: "re-create",
};

/** By backend: how many machines need what, at the worst. */
export function worstLevels(
  machines: readonly MachineDiff[],
  levels: readonly EffectLevel[],
): ReadonlyMap<string, ReadonlyMap<EffectLevel, number>> {
  const counts = new Map<string, Map<EffectLevel, number>>();
  for (const { changes } of machines) {
    const worst = new Map<string, EffectLevel>();
    for (const { effects } of changes) {
      for (const [name, { level }] of effects) {
        const known = worst.get(name);
        if (known === undefined || levels.indexOf(level) > levels.indexOf(known))
          worst.set(name, level);
      }
    }
    for (const [name, level] of worst) {
      const byLevel = counts.get(name) ?? new Map<EffectLevel, number>();
      byLevel.set(level, (byLevel.get(level) ?? 0) + 1);
      counts.set(name, byLevel);
    }
  }
  return counts;
}

/** Files of the project first, then those elsewhere, wherever the project stands. */
export function compareShown(a: string, b: string): number {
  return Number(a.startsWith("/")) - Number(b.startsWith("/")) || compareCodeUnits(a, b);
}
