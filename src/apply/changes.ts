/** What differs between two configurations, for a person to decide on. */

import { compareCodeUnits } from "../base/compare.ts";

/** Texts by name. */
export type Settings = ReadonlyMap<string, string>;

export interface Change {
  readonly key: string;
  /** Undefined if there was none. */
  readonly before: string | undefined;
  readonly after: string | undefined;
}

export function compareSettings(before: Settings, after: Settings): readonly Change[] {
  const keys = [...new Set([...before.keys(), ...after.keys()])].toSorted(compareCodeUnits);
  return keys
    .map((key) => ({ key, before: before.get(key), after: after.get(key) }))
    .filter((change) => change.before !== change.after);
}

const mostShown = 20;
const longest = 120;

/** One line a change. What may hold a secret is named and not shown. */
export function formatChanges(
  changes: readonly Change[],
  redact: (text: string) => string,
): string {
  const lines = changes.slice(0, mostShown).map((change) => redact(formatChange(change)));
  const more = changes.length - lines.length;
  return [...lines, ...(more > 0 ? [`and ${more} more`] : [])].join("\n");
}

function formatChange({ key, before, after }: Change): string {
  if ([key, before, after].some((text) => text !== undefined && /passw/i.test(text))) {
    return `${key}: changed (it holds a secret)`;
  }
  return `${key}: ${shown(before)} → ${shown(after)}`;
}

function shown(value: string | undefined): string {
  if (value === undefined) return "(none)";
  return value.length > longest ? `${value.slice(0, longest)}…` : value;
}
