/** An archive of packages as a problem for the resolver: what an index of a repository needs, and no more. */

import { fails, holds } from "../src/rules/solver/literal.ts";
import type { Atom, Clause, Literal, Problem } from "../src/rules/solver/problem.ts";
import { dpkg } from "../src/rules/versions/dpkg.ts";
import type { ParsedVersion, VersionOperator } from "../src/rules/versions/version.ts";
import {
  type RankSpan,
  type RankTable,
  rankSatisfies,
  rankSpan,
  rankVersions,
} from "./version-ranks.ts";

/** A name, and the versions of it that will do. */
export interface Relation {
  readonly name: string;
  readonly operator?: VersionOperator;
  readonly bound?: string;
}

export interface ArchivePackage {
  readonly name: string;
  readonly version: string;
  /** One of each group must be there. */
  readonly depends: readonly (readonly Relation[])[];
  readonly conflicts: readonly Relation[];
  /** `bound` is the version that is provided, if one is. */
  readonly provides: readonly Relation[];
}

interface Provider {
  readonly atom: Atom;
  /** The rank of what is provided; none if it has no version. */
  readonly rank: number | undefined;
  readonly isReal: boolean;
}

export interface Archive {
  readonly packages: readonly ArchivePackage[];
  /** The atom of a package is its index in `packages`. */
  readonly versionsOf: (name: string) => readonly Atom[];
  /** The problem of installing packages by their names. */
  readonly request: (wanted: readonly Relation[]) => Problem;
}

export function indexArchive(packages: readonly ArchivePackage[]): Archive {
  const table = rankVersions(dpkg, versionsIn(packages));
  const ranks = packages.map(({ version }) => rankOf(table, version));
  const slots = new Map<string, number>();
  const members: Atom[][] = [];
  const slotOf = packages.map(({ name }, atom) => {
    const slot = slots.get(name) ?? slots.size;
    slots.set(name, slot);
    const list = members[slot];
    if (list === undefined) members[slot] = [atom];
    else list.push(atom);
    return slot;
  });
  for (const list of members) list.sort((a, b) => (ranks[b] ?? 0) - (ranks[a] ?? 0) || a - b);
  const candidates = candidateFinder(packages, table, ranks);
  const clausesOf = (atom: Atom): readonly Clause[] => clausesOfPackage(packages, atom, candidates);
  return {
    packages,
    versionsOf: (name) => members[slots.get(name) ?? -1] ?? [],
    request: (wanted) => ({
      clauses: () =>
        wanted.map((relation, i) => ({ rule: i, literals: candidates(relation).map(holds) })),
      clausesOf,
      slotOf: (atom) => slotOf[atom],
      atomsOf: (slot) => members[slot] ?? [],
      wishes: [],
    }),
  };
}

type CandidateFinder = (relation: Relation) => readonly Atom[];

/** Packages before what only provides the name, newest first. Each answer is remembered. */
function candidateFinder(
  packages: readonly ArchivePackage[],
  table: RankTable,
  ranks: readonly (number | undefined)[],
): CandidateFinder {
  const providers = new Map<string, Provider[]>();
  const add = (name: string, provider: Provider): void => {
    const list = providers.get(name);
    if (list === undefined) providers.set(name, [provider]);
    else list.push(provider);
  };
  for (const [atom, { name, provides }] of packages.entries()) {
    add(name, { atom, rank: ranks[atom], isReal: true });
    for (const { name: provided, bound } of provides) {
      const rank = bound === undefined ? undefined : rankOf(table, bound);
      add(provided, { atom, rank, isReal: false });
    }
  }
  for (const list of providers.values()) list.sort(compareProviders);
  const spans = new Map<string, RankSpan | undefined>();
  const spanOf = (bound: string): RankSpan | undefined => {
    if (!spans.has(bound)) {
      const version = dpkg.parse(bound);
      spans.set(bound, version === undefined ? undefined : rankSpan(table, version));
    }
    return spans.get(bound);
  };
  const known = new Map<string, readonly Atom[]>();
  return ({ name, operator, bound }) => {
    const key = operator === undefined ? name : `${name} ${operator} ${bound}`;
    const memo = known.get(key);
    if (memo !== undefined) return memo;
    const span = bound === undefined ? undefined : spanOf(bound);
    const found = (providers.get(name) ?? []).filter(
      ({ rank }) =>
        operator === undefined ||
        (rank !== undefined && span !== undefined && rankSatisfies(rank, operator, span)),
    );
    const atoms = [...new Set(found.map(({ atom }) => atom))];
    known.set(key, atoms);
    return atoms;
  };
}

function compareProviders(left: Provider, right: Provider): number {
  if (left.isReal !== right.isReal) return left.isReal ? -1 : 1;
  return (right.rank ?? -1) - (left.rank ?? -1) || left.atom - right.atom;
}

/** Rule ids are counted per package, in the order of its fields. */
function clausesOfPackage(
  packages: readonly ArchivePackage[],
  atom: Atom,
  candidates: CandidateFinder,
): readonly Clause[] {
  const { depends, conflicts } = packages[atom] as ArchivePackage;
  let rule = 1000 * (atom + 1);
  const clauses: Clause[] = depends.map((group) => {
    const literals: Literal[] = [];
    for (const relation of group) literals.push(...candidates(relation).map(holds));
    return { rule: rule++, literals };
  });
  for (const relation of conflicts) {
    for (const other of candidates(relation)) {
      if (other !== atom) clauses.push({ rule, literals: [fails(other)] });
    }
    rule++;
  }
  return clauses;
}

function rankOf(table: RankTable, version: string): number | undefined {
  const parsed = dpkg.parse(version);
  return parsed === undefined ? undefined : table.rankOf(parsed);
}

function* versionsIn(packages: readonly ArchivePackage[]): Iterable<ParsedVersion> {
  const seen = new Set<string>();
  for (const { version, provides } of packages) {
    for (const text of [version, ...provides.map(({ bound }) => bound)]) {
      if (text === undefined || seen.has(text)) continue;
      seen.add(text);
      const parsed = dpkg.parse(text);
      if (parsed !== undefined) yield parsed;
    }
  }
}
