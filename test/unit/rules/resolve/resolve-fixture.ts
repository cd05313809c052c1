/** A description and a rule repository in one text, and what comes out when the one is resolved by the other. */
import { expect } from "vitest";
import type { Diagnostic } from "../../../../src/diagnostics/diagnostic.ts";
import { memoryHost } from "../../../../src/host/memory/memory-host.ts";
import { type CompiledProfile, compile } from "../../../../src/pan/compiler/compile.ts";
import type { CompileOptions } from "../../../../src/pan/compiler/options.ts";
import { Dict } from "../../../../src/pan/tree/dict.ts";
import { describeContradiction } from "../../../../src/rules/explain/contradiction.ts";
import { nameOfAtom, sentence } from "../../../../src/rules/explain/sentences.ts";
import { formatScalar } from "../../../../src/rules/language/format-claim.ts";
import { loadRepository } from "../../../../src/rules/repository/load-repository.ts";
import { resolutionInput } from "../../../../src/rules/resolve/profile-input.ts";
import type { ResolutionInput } from "../../../../src/rules/resolve/resolution-input.ts";
import { type Resolved, resolve } from "../../../../src/rules/resolve/resolve.ts";
import { checkSolution } from "../../../../src/rules/solver/check-solution.ts";
import { why } from "../../../../src/rules/solver/why.ts";

export interface ResolveOutcome {
  readonly lines: readonly string[];
  readonly diagnostics: readonly Diagnostic[];
}

/** `rules/…` is the repository, the rest are templates of the description; `main.pan` is the object template. */
export function resolveFixture(
  files: ReadonlyMap<string, string>,
  mode: ResolutionInput["mode"],
): ResolveOutcome {
  const host = memoryHost({
    files: Object.fromEntries([...files].map(([path, text]) => [`/t/${path}`, text])),
  });
  const options: CompileOptions = {
    dialect: "vmcs",
    includePath: ["/t"],
    maxIteration: 10_000,
    maxRecursion: 50,
    deprecationWarnings: "off",
    initialData: new Dict(),
    debugs: () => false,
    build: true,
  };
  const repository = loadRepository({ host, directory: "/t/rules", options });
  const profiles: CompiledProfile[] = [];
  const { diagnostics } = compile({
    host,
    files: ["/t/main.pan"],
    options: { ...options, includePath: ["/t", ...repository.includePath] },
    print: () => undefined,
    onProfile: (profile) => profiles.push(profile),
  });
  const before = [...diagnostics, ...repository.diagnostics];
  const [profile] = profiles;
  if (profile === undefined) return { lines: [], diagnostics: before };
  const { input, diagnostics: found } = resolutionInput(profile, [repository], mode);
  const all = [...before, ...found];
  const resolution = resolve(input);
  switch (resolution.kind) {
    case "contradiction":
      return { lines: [], diagnostics: [...all, describeContradiction(input, resolution)] };
    case "too-hard":
      return { lines: ["too hard"], diagnostics: all };
    default:
      return { lines: describe(input, resolution), diagnostics: all };
  }
}

function describe(input: ResolutionInput, resolved: Resolved): readonly string[] {
  const { built, solution, packages, changes, unfulfilled } = resolved;
  expect(checkSolution(built.problem, solution)).toEqual([]);
  const wording = { input, universe: built.universe };
  return [
    ...packages.map(({ atom, key }) => {
      const links = why(solution, atom).map(({ cause }) =>
        sentence(wording, built.book.origin(cause.rule)),
      );
      const mark = key === undefined ? "+" : " ";
      return `${mark} ${nameOfAtom(wording, atom)}: ${links.join("; ")}`;
    }),
    ...changes.map(({ path, before, after, atom }) => {
      const cause = atom === undefined ? undefined : solution.causes.get(atom);
      const reason = cause === undefined ? "" : sentence(wording, built.book.origin(cause.rule));
      const shown = (value: typeof before): string =>
        value === undefined ? "nothing" : formatScalar(value);
      return `~ ${path}: ${shown(before)} -> ${shown(after)}: ${reason}`;
    }),
    ...unfulfilled.map(({ rule }) => `- ${sentence(wording, built.book.origin(rule))}`),
  ];
}
