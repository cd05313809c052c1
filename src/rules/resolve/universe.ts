/**
 * The atoms of a resolution: package versions of all sources, and values of paths.
 *
 * Package versions come first, source by source, so that a number tells source and package without a table. Packages
 * that only the description knows, and values, follow.
 */

import { assertNever } from "../../base/assert-never.ts";
import { invariant } from "../../base/invariant.ts";
import type { Constraint, PackageNumber, PackageSource } from "../repository/package-source.ts";
import { holds } from "../solver/literal.ts";
import type { Atom, Literal, Slot } from "../solver/problem.ts";
import { pan } from "../versions/pan.ts";
import type { VersionScheme } from "../versions/version.ts";
import type { GivenPackage } from "./facts.ts";
import { meets } from "./meets.ts";
import { numbersMeeting } from "./numbers-meeting.ts";
import type { DomainValue } from "./path-domain.ts";
import type { LockedVersion } from "./resolution-input.ts";

/** What an atom says. */
export type Meaning =
  | { readonly kind: "package"; readonly source: PackageSource; readonly number: PackageNumber }
  /** A package that no source has: it is taken as the description has it. */
  | { readonly kind: "own"; readonly given: GivenPackage }
  | { readonly kind: "value"; readonly path: string; readonly value: DomainValue };

export interface PackageVersion {
  readonly version: string | undefined;
  readonly release: string | undefined;
  readonly scheme: VersionScheme;
}

export class Universe {
  private readonly sources: readonly PackageSource[];
  private readonly starts: readonly number[];
  private readonly others: Meaning[] = [];
  private readonly firstOther: number;
  private readonly slots = new Map<string, Slot>();
  private readonly slotNames: string[] = [];
  private readonly slotsOfAtoms = new Map<Atom, Slot>();
  private readonly values = new Map<string, ReadonlyMap<DomainValue, Atom>>();
  private readonly own = new Map<string, Atom[]>();
  private readonly known = new Map<Constraint, readonly Atom[]>();

  constructor(sources: readonly PackageSource[]) {
    this.sources = sources;
    let start = 0;
    this.starts = sources.map(({ count }) => {
      start += count;
      return start - count;
    });
    this.firstOther = start;
  }

  /** The atom of a package that no source has. */
  addOwn(given: GivenPackage): Atom {
    const atom = this.add({ kind: "own", given });
    this.own.set(given.name, [...(this.own.get(given.name) ?? []), atom]);
    this.known.clear();
    return atom;
  }

  /** Says which values a path may take, in the order of preference. */
  addPath(path: string, domain: readonly DomainValue[]): void {
    const atoms = domain.map((value) => [value, this.add({ kind: "value", path, value })] as const);
    this.values.set(path, new Map(atoms));
  }

  valuesOf(path: string): ReadonlyMap<DomainValue, Atom> {
    return this.values.get(path) ?? new Map();
  }

  /** The paths that have values, in the order in which they were added. */
  paths(): readonly string[] {
    return [...this.values.keys()];
  }

  meaning(atom: Atom): Meaning {
    if (atom >= this.firstOther) {
      const other = this.others[atom - this.firstOther];
      invariant(other !== undefined, `${atom} is an atom`);
      return other;
    }
    const index = this.starts.findLastIndex((start) => start <= atom);
    const source = this.sources[index];
    invariant(source !== undefined, `${atom} is a package`);
    return { kind: "package", source, number: atom - (this.starts[index] ?? 0) };
  }

  /** Name of a package, whoever has it. */
  packageName(atom: Atom): string | undefined {
    const meaning = this.meaning(atom);
    if (meaning.kind === "own") return meaning.given.name;
    return meaning.kind === "package" ? meaning.source.nameOf(meaning.number) : undefined;
  }

  slotOf(atom: Atom): Slot {
    const known = this.slotsOfAtoms.get(atom);
    if (known !== undefined) return known;
    const slot = this.findSlot(atom);
    this.slotsOfAtoms.set(atom, slot);
    return slot;
  }

  private findSlot(atom: Atom): Slot {
    const meaning = this.meaning(atom);
    return this.slot(
      meaning.kind === "value" ? meaning.path : `package ${this.packageName(atom) ?? ""}`,
    );
  }

  atomsOf(slot: Slot): readonly Atom[] {
    const name = this.slotNames[slot] ?? "";
    if (name.startsWith("/")) return [...this.valuesOf(name).values()];
    return this.versions(name.slice("package ".length));
  }

  /** All versions of a package, the best first; not what stands for it. */
  versions(name: string): readonly Atom[] {
    const own = this.own.get(name) ?? [];
    return [
      ...own,
      ...this.sources.flatMap((source, index) => {
        const start = this.starts[index] ?? 0;
        return source.named(name).map((number) => start + number);
      }),
    ];
  }

  /** Whether a package has this version and release. */
  isVersion(atom: Atom, wanted: LockedVersion | undefined): boolean {
    const found = this.versionOf(atom);
    return found?.version === wanted?.version && found?.release === wanted?.release;
  }

  /** Version and release of a package, as they are written; undefined for what is no package. */
  versionOf(atom: Atom): PackageVersion | undefined {
    const meaning = this.meaning(atom);
    switch (meaning.kind) {
      case "package": {
        const { source, number } = meaning;
        const { scheme } = source;
        return { version: source.versionOf(number), release: source.releaseOf(number), scheme };
      }
      case "own": {
        const { version, release } = meaning.given;
        return { version, release, scheme: this.schemeOfOwn };
      }
      case "value":
        return undefined;
      default:
        return assertNever(meaning);
    }
  }

  /** The packages that meet a constraint: those of that name first, then what stands for it. */
  candidates(constraint: Constraint): readonly Atom[] {
    let found = this.known.get(constraint);
    if (found === undefined) {
      found = this.findCandidates(constraint);
      this.known.set(constraint, found);
    }
    return found;
  }

  /** The literals of a clause that one of the constraints is met. */
  literalsFor(anyOf: readonly Constraint[]): readonly Literal[] {
    const [only] = anyOf;
    if (anyOf.length === 1 && only !== undefined) return this.candidates(only).map(holds);
    const atoms = new Set<Atom>();
    for (const constraint of anyOf) for (const atom of this.candidates(constraint)) atoms.add(atom);
    return [...atoms].map(holds);
  }

  /** Whether anything has that name, or stands for it. */
  isKnown(name: string): boolean {
    return this.candidates({ name, operator: undefined, version: undefined }).length > 0;
  }

  private findCandidates(constraint: Constraint): readonly Atom[] {
    const own = (this.own.get(constraint.name) ?? []).filter((atom) =>
      this.isMetByOwn(atom, constraint),
    );
    const lists = this.sources.map((source, index) => {
      const start = this.starts[index] ?? 0;
      const numbers = numbersMeeting(source, constraint);
      return start === 0 ? numbers : numbers.map((number) => start + number);
    });
    const [first = []] = lists;
    return own.length === 0 && lists.length <= 1 ? first : [...new Set([...own, ...lists.flat()])];
  }

  private isMetByOwn(atom: Atom, constraint: Constraint): boolean {
    const meaning = this.meaning(atom);
    if (constraint.operator === undefined || meaning.kind !== "own") return true;
    const { version, release } = meaning.given;
    return version !== undefined && meets(this.schemeOfOwn, { version, release }, constraint);
  }

  /** Who writes a package of his own writes its version like those of the first source. */
  private get schemeOfOwn(): VersionScheme {
    return this.sources[0]?.scheme ?? pan;
  }

  private add(meaning: Meaning): Atom {
    return this.firstOther + this.others.push(meaning) - 1;
  }

  private slot(name: string): Slot {
    let slot = this.slots.get(name);
    if (slot === undefined) {
      slot = this.slotNames.push(name) - 1;
      this.slots.set(name, slot);
    }
    return slot;
  }
}
