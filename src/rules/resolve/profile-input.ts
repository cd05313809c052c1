/** From a compiled profile and repositories to what is resolved. */

import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import type { ActiveRule } from "../../pan/compiler/active-rules.ts";
import type { CompiledProfile } from "../../pan/compiler/compile.ts";
import { Dict } from "../../pan/tree/dict.ts";
import type { Origin, Provenance } from "../../pan/tree/provenance.ts";
import type { Term } from "../../pan/tree/term.ts";
import { noSpan, type Span } from "../../text/span.ts";
import { checkVersions } from "../check/check-versions.ts";
import type { Rule } from "../language/rule.ts";
import { lowerRules, type Repository } from "../repository/load-repository.ts";
import { type Description, expanded, valueAt } from "./facts.ts";
import type { LockedVersion, ResolutionInput } from "./resolution-input.ts";

export interface ProfileInput {
  readonly input: ResolutionInput;
  readonly diagnostics: readonly Diagnostic[];
}

export function resolutionInput(
  profile: DescribedProfile,
  repositories: readonly Repository[],
  mode: ResolutionInput["mode"],
  locked: ReadonlyMap<string, LockedVersion> = new Map(),
): ProfileInput {
  const description = descriptionOf(profile);
  const { ofPackages, others } = partition(profile.rules);
  const lowered = lowerRules(others);
  const diagnostics = [...lowered.diagnostics];
  const packageRules = new Map<string, readonly Rule[]>();
  for (const [key, active] of ofPackages) {
    const { rules, diagnostics: found } = lowerRules(active);
    packageRules.set(key, rules);
    diagnostics.push(...found);
  }
  const sources = repositories.map(({ packages }) => packages);
  const own = [...lowered.rules, ...[...packageRules.values()].flat()];
  diagnostics.push(...checkVersions(own, sources, undefined));
  return {
    input: {
      description,
      rules: expanded(description, [
        ...lowered.rules,
        ...repositories.flatMap(({ rules }) => rules),
      ]),
      packageRules,
      sources,
      mode,
      locked,
    },
    diagnostics,
  };
}

/** What a description needs to be of a profile; a partial description is as good as a finished one. */
export type DescribedProfile = Pick<CompiledProfile, "root" | "provenance" | "file" | "rules">;

function descriptionOf({ root, provenance, file }: DescribedProfile): Description {
  return {
    root,
    spanOf: (terms) => spanAt(root, provenance, terms) ?? { ...noSpan, file },
    isDefault: (terms) => provenance.origin(terms)?.kind === "default",
  };
}

/**
 * A dict that came to be by what was put into it is where the first of that is: whoever wrote what is around it has
 * written nothing of it.
 */
function spanAt(root: Dict, provenance: Provenance, terms: readonly Term[]): Span | undefined {
  const own = provenance.origin(terms);
  const value = valueAt(root, terms);
  if (!(value instanceof Dict)) return own?.span;
  const origins = value.keys().flatMap((key) => {
    const origin = provenance.origin([...terms, key]);
    return origin === undefined || origin.kind === "default" ? [] : [origin];
  });
  const isOwn = own !== undefined && (origins.length === 0 || origins.some(isBy(own)));
  if (isOwn) return own.span;
  return origins.map(({ span }) => span).toSorted((left, right) => left.start - right.start)[0];
}

/** Whether a statement wrote a value, or put the structure that has it where it is. */
function isBy({ span }: Origin): (origin: Origin) => boolean {
  return function isIt(origin: Origin): boolean {
    const { file, start } = origin.span;
    return (
      (file === span.file && start === span.start) || (origin.via !== undefined && isIt(origin.via))
    );
  };
}

/** Rules of structures that were put at a package belong to that package. */
function partition(rules: readonly ActiveRule[]): {
  readonly ofPackages: ReadonlyMap<string, readonly ActiveRule[]>;
  readonly others: readonly ActiveRule[];
} {
  const ofPackages = new Map<string, ActiveRule[]>();
  const others: ActiveRule[] = [];
  for (const rule of rules) {
    const [root, collection, key, ...rest] = rule.at ?? [];
    const isPackages = collection === "packages" && (root === "software" || root === "softwares");
    if (!isPackages || key === undefined || rest.length > 0) {
      others.push(rule);
      continue;
    }
    const known = ofPackages.get(String(key));
    if (known === undefined) ofPackages.set(String(key), [rule]);
    else known.push(rule);
  }
  return { ofPackages, others };
}
