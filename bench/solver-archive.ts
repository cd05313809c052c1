/**
 * An archive as large as a distribution's, and shaped like it, made from a seed: no real package is in it.
 *
 * Layers keep it satisfiable in most places: packages need what is below them, popular packages are needed by many,
 * some dependencies have alternatives or are names that several packages provide, many ask for versions, and
 * packages of one family conflict. A few cannot be installed, as in real archives.
 */
import { Random } from "../test/fuzz/random.ts";
import type { ArchivePackage, Relation } from "./solver-index.ts";

export interface ArchiveShape {
  readonly seed: number;
  readonly packages: number;
}

/** As many as Debian 12 has with its updates. */
export const wholeDistribution: ArchiveShape = { seed: 12, packages: 65_000 };

/** One name in so many has a second version, from the updates. */
const perUpdate = 60;
const perVirtual = 40;
const perFamily = 50;
/** What is below this is in nearly every result, so it must be sound. */
const popular = 5000;

export function makeArchive({ seed, packages }: ArchiveShape): readonly ArchivePackage[] {
  const random = new Random(seed, packages);
  const result: ArchivePackage[] = [];
  for (let i = 0; result.length < packages; i++) {
    const made = makePackage(random, i);
    result.push(made);
    if (random.below(perUpdate) === 0) result.push({ ...made, version: `${made.version}+deb12u1` });
  }
  return result.slice(0, packages);
}

export function nameOf(i: number): string {
  return `lib-${i.toString(36)}`;
}

function makePackage(random: Random, i: number): ArchivePackage {
  const groups = i < 20 ? 0 : degree(random);
  const family = Math.floor(i / perFamily);
  const isMember = i % perFamily < 2 && i > popular;
  return {
    name: nameOf(i),
    version: versionOf(i),
    depends: Array.from({ length: groups }, () => makeGroup(random, i)),
    conflicts: [
      ...(isMember ? [{ name: `family-${family}` }] : []),
      ...(random.chance(0.15)
        ? [{ name: nameOf(below(random, i)), operator: "<" as const, bound: "0.5" }]
        : []),
    ],
    provides: [
      ...(isMember ? [{ name: `family-${family}` }] : []),
      ...(i % perVirtual === 7 ? [{ name: `virtual-${Math.floor(i / (4 * perVirtual))}` }] : []),
      ...(random.chance(0.3)
        ? [{ name: `${nameOf(i)}-abi`, operator: "==" as const, bound: "1" }]
        : []),
    ],
  };
}

/** Mostly a few, seldom very many: 4.5 on average. */
function degree(random: Random): number {
  if (random.chance(0.002)) return 60 + random.below(200);
  return random.chance(0.1) ? 8 + random.below(12) : random.below(6);
}

function makeGroup(random: Random, i: number): readonly Relation[] {
  if (i > popular && random.chance(0.0005)) return [{ name: "nobody-has-this" }];
  const first = makeRelation(random, i);
  return random.chance(0.08) ? [first, makeRelation(random, i)] : [first];
}

function makeRelation(random: Random, i: number): Relation {
  if (random.chance(0.03) && i > 1000) {
    return { name: `virtual-${random.below(Math.floor(i / (4 * perVirtual)))}` };
  }
  const target = below(random, i);
  const name = nameOf(target);
  if (random.chance(0.5)) return { name };
  // What is asked for is older than what is there.
  return { name, operator: ">=", bound: `${1 + (target % 3)}.0` };
}

/** Something lower; the lowest are the most popular. */
function below(random: Random, i: number): number {
  const share = random.next() / 2 ** 32;
  return Math.floor(Math.max(1, i) * share ** 4);
}

function versionOf(i: number): string {
  const epoch = i % 17 === 0 ? "1:" : "";
  return `${epoch}${1 + (i % 3)}.${i % 23}.${i % 7}-${1 + (i % 5)}`;
}
