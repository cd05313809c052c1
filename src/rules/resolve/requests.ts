/** The packages that a description names, among those that there are. */

import type { Atom } from "../solver/problem.ts";
import { type GivenPackage, givenPackages } from "./facts.ts";
import type { ResolutionInput } from "./resolution-input.ts";
import type { Universe } from "./universe.ts";

export interface RequestedPackage {
  readonly given: GivenPackage;
  /** Never empty: where no source has it, it is its own. */
  readonly atoms: readonly Atom[];
  readonly isOwn: boolean;
}

export function requestPackages(
  input: ResolutionInput,
  universe: Universe,
): readonly RequestedPackage[] {
  return givenPackages(input.description).map((given) => {
    const atoms = universe.versions(given.name).filter((atom) => isAsked(universe, atom, given));
    return atoms.length > 0
      ? { given, atoms, isOwn: false }
      : { given, atoms: [universe.addOwn(given)], isOwn: true };
  });
}

function isAsked(universe: Universe, atom: Atom, { version, release }: GivenPackage): boolean {
  const meaning = universe.meaning(atom);
  if (meaning.kind !== "package") return false;
  const { source, number } = meaning;
  const wanted = version === undefined ? undefined : source.scheme.parsePackage(version, release);
  if (version === undefined) return true;
  const found = source.scheme.parsePackage(source.versionOf(number), source.releaseOf(number));
  if (wanted === undefined || found === undefined) return source.versionOf(number) === version;
  return source.scheme.compareWithBound(found, wanted) === 0;
}
