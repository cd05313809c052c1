/** The values that a path has in profiles which are known already. */

import { shownValue } from "../../pan/history/shown-value.ts";
import { Dict } from "../../pan/tree/dict.ts";
import { List } from "../../pan/tree/list.ts";
import { isPathProblem, type Path, parsePath } from "../../pan/tree/path.ts";
import type { Origin } from "../../pan/tree/provenance.ts";
import type { Term } from "../../pan/tree/term.ts";
import type { Value } from "../../pan/tree/value.ts";
import type { AnalysedProfile } from "../analysis/profiles.ts";

export interface KnownValue {
  readonly profile: AnalysedProfile;
  readonly terms: readonly Term[];
  readonly value: Value;
  /** In few words. */
  readonly text: string;
  readonly origin: Origin | undefined;
}

/** One for each profile that has the path; where a structure template is put several times, one for each place. */
export function valuesOf(
  profiles: readonly AnalysedProfile[],
  name: string,
  structure: string | undefined,
): readonly KnownValue[] {
  const path = parsePath(name);
  if (isPathProblem(path) || path.kind === "external") return [];
  return profiles.flatMap((profile) =>
    placesIn(profile, path, structure).flatMap((terms) => valueAt(profile, terms) ?? []),
  );
}

function placesIn(
  { provenance }: AnalysedProfile,
  path: Path,
  structure: string | undefined,
): readonly (readonly Term[])[] {
  if (path.kind === "absolute") return [path.terms];
  const put = provenance?.structures().filter(({ template }) => template === structure) ?? [];
  return put.map(({ terms }) => [...terms, ...path.terms]);
}

function valueAt(profile: AnalysedProfile, terms: readonly Term[]): KnownValue | undefined {
  let value: Value | undefined = profile.root;
  for (const term of terms) {
    if (value instanceof Dict && typeof term === "string") value = value.peek(term);
    else if (value instanceof List && typeof term === "number") value = value.peek(term);
    else return undefined;
  }
  if (value === undefined) return undefined;
  const origin = profile.provenance?.origin(terms);
  return { profile, terms, value, text: shownValue(value).text, origin };
}
