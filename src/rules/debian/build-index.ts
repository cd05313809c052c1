/** From package lists to an index: everything as numbers, in the order in which it is looked up. */

import { compareCodeUnits } from "../../base/compare.ts";
import type { Constraint } from "../repository/package-source.ts";
import { dpkg } from "../versions/dpkg.ts";
import type { ParsedVersion } from "../versions/version.ts";
import { indexFormat, operatorCodes } from "./index-format.ts";
import { type DebianPackage, parsePackages } from "./parse-packages.ts";
import { type Section, writeSections } from "./sections.ts";
import { StringTableBuilder } from "./string-table.ts";

export interface BuiltIndex {
  readonly bytes: Uint8Array;
  readonly packages: number;
  /** Stanzas that had no name, or no version that dpkg understands. */
  readonly skipped: number;
}

interface Versioned extends DebianPackage {
  readonly parsed: ParsedVersion;
}

/** Of a package that several lists have in one version, the first is taken. */
export function buildIndex(lists: readonly string[]): BuiltIndex {
  const packages: Versioned[] = [];
  let skipped = 0;
  for (const list of lists) {
    const broken = parsePackages(list, (item) => {
      const parsed = dpkg.parsePackage(item.version, undefined);
      if (parsed === undefined) skipped++;
      else packages.push({ ...item, parsed });
    });
    skipped += broken;
  }
  const sorted = packages.toSorted(
    (left, right) =>
      compareCodeUnits(left.name, right.name) || dpkg.compare(right.parsed, left.parsed),
  );
  const distinct = sorted.filter((item, i) => {
    const before = sorted[i - 1];
    return before?.name !== item.name || before.version !== item.version;
  });
  const { strings, constraints } = collect(distinct);
  const sections = [
    strings.offsets,
    strings.bytes,
    ...packageSections(distinct, strings),
    ...nameSections(distinct, strings),
    ...constraintSections(constraints, strings),
    ...requirementSections(distinct, constraints),
  ];
  return { bytes: writeSections(indexFormat, sections), packages: distinct.length, skipped };
}

type Strings = ReturnType<StringTableBuilder["finish"]>;

/** Constraints by what they say: an archive repeats few of them very often. */
type Constraints = ReadonlyMap<
  string,
  { readonly number: number; readonly constraint: Constraint }
>;

function keyOf({ name, operator, version }: Constraint): string {
  return operator === undefined ? name : `${name} ${operator} ${version ?? ""}`;
}

function collect(packages: readonly Versioned[]): {
  readonly strings: Strings;
  readonly constraints: Constraints;
} {
  const strings = new StringTableBuilder();
  const constraints = new Map<string, { number: number; constraint: Constraint }>();
  const note = (constraint: Constraint): void => {
    const key = keyOf(constraint);
    if (constraints.has(key)) return;
    constraints.set(key, { number: constraints.size, constraint });
    strings.add(constraint.name);
    if (constraint.version !== undefined) strings.add(constraint.version);
  };
  for (const { name, version, depends, recommends, conflicts, provides } of packages) {
    strings.add(name);
    strings.add(version);
    for (const clause of [...depends, ...recommends]) for (const one of clause) note(one);
    for (const one of conflicts) note(one);
    for (const provided of provides) {
      strings.add(provided.name);
      if (provided.version !== undefined) strings.add(provided.version);
    }
  }
  return { strings: strings.finish(), constraints };
}

function packageSections(packages: readonly Versioned[], strings: Strings): readonly Section[] {
  return [
    Uint32Array.from(packages, ({ name }) => strings.numberOf(name)),
    Uint32Array.from(packages, ({ version }) => strings.numberOf(version)),
    Uint32Array.from(packages, ({ size }) => size),
  ];
}

/** For each text, where its packages begin, and what stands for it. */
function nameSections(packages: readonly Versioned[], strings: Strings): readonly Section[] {
  const count = strings.offsets.length - 1;
  const first = new Uint32Array(count + 1);
  for (const { name } of packages) {
    const at = strings.numberOf(name) + 1;
    first[at] = (first[at] ?? 0) + 1;
  }
  for (let i = 0; i < count; i++) first[i + 1] = (first[i + 1] ?? 0) + (first[i] ?? 0);
  const providers: number[][] = [];
  for (const [number, { provides }] of packages.entries()) {
    for (const { name, version } of provides) {
      const text = strings.numberOf(name);
      const list = providers[text] ?? [];
      list.push(number, version === undefined ? 0 : strings.numberOf(version) + 1);
      providers[text] = list;
    }
  }
  const rows = Array.from({ length: count }, (_, name) => providers[name] ?? []);
  return [first, ...compressed(rows)];
}

function constraintSections(constraints: Constraints, strings: Strings): readonly Section[] {
  const all = [...constraints.values()].map(({ constraint }) => constraint);
  return [
    Uint32Array.from(all, ({ name }) => strings.numberOf(name)),
    Uint32Array.from(all, ({ operator }) => operatorCodes.indexOf(operator)),
    Uint32Array.from(all, ({ version }) =>
      version === undefined ? 0 : strings.numberOf(version) + 1,
    ),
  ];
}

/**
 * For each package its clauses, one after the other: the number of alternatives, doubled, and one more if the
 * clause is only recommended; then the alternatives.
 */
function requirementSections(
  packages: readonly Versioned[],
  constraints: Constraints,
): readonly Section[] {
  const numberOf = (constraint: Constraint): number =>
    constraints.get(keyOf(constraint))?.number ?? 0;
  const clause = (anyOf: readonly Constraint[], weak: 0 | 1): readonly number[] => [
    2 * anyOf.length + weak,
    ...anyOf.map(numberOf),
  ];
  const required = packages.map(({ depends, recommends }) => [
    ...depends.flatMap((anyOf) => clause(anyOf, 0)),
    ...recommends.flatMap((anyOf) => clause(anyOf, 1)),
  ]);
  const conflicts = packages.map((item) => item.conflicts.map(numberOf));
  return [...compressed(required), ...compressed(conflicts)];
}

/** Rows of different lengths as one array, and where each row begins. */
function compressed(rows: readonly (readonly number[])[]): readonly [Uint32Array, Uint32Array] {
  const starts = new Uint32Array(rows.length + 1);
  for (const [i, row] of rows.entries()) starts[i + 1] = (starts[i] ?? 0) + row.length;
  const items = new Uint32Array(starts[rows.length] ?? 0);
  for (const [i, row] of rows.entries()) items.set(row, starts[i]);
  return [starts, items];
}
