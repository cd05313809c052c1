/** Descriptions and rule repositories through everything that the commands do with them, on a host in memory. */
import { expect } from "vitest";
import { placesIn } from "../../../../src/cli/show/places.ts";
import { resolutionText } from "../../../../src/cli/show/resolution-text.ts";
import { type Diagnostic, diagnostic } from "../../../../src/diagnostics/diagnostic.ts";
import { plainPalette } from "../../../../src/diagnostics/palette.ts";
import { renderText } from "../../../../src/diagnostics/render-text.ts";
import { memoryHost } from "../../../../src/host/memory/memory-host.ts";
import type { CompileOptions } from "../../../../src/pan/compiler/options.ts";
import { Dict } from "../../../../src/pan/tree/dict.ts";
import { chosenVersions } from "../../../../src/pipeline/rules/additions.ts";
import { partialProfiles } from "../../../../src/pipeline/rules/partial-profiles.ts";
import { checkRepositories } from "../../../../src/rules/check/check-repositories.ts";
import { describeContradictions } from "../../../../src/rules/explain/contradiction.ts";
import { reportResolution } from "../../../../src/rules/explain/resolution-report.ts";
import {
  loadRepository,
  type Repository,
} from "../../../../src/rules/repository/load-repository.ts";
import { checkSums } from "../../../../src/rules/resolve/check-sums.ts";
import { resolutionInput } from "../../../../src/rules/resolve/profile-input.ts";
import type { ResolutionInput } from "../../../../src/rules/resolve/resolution-input.ts";
import { resolve, unjudged } from "../../../../src/rules/resolve/resolve.ts";
import { checkSolution } from "../../../../src/rules/solver/check-solution.ts";

const top = "/site/";

export interface Road {
  readonly repositories: readonly Repository[];
  /** What loading the repositories says, with what they say of each other. */
  readonly loading: readonly Diagnostic[];
  /** Compiles an object template without asking whether it is valid, and resolves it. */
  readonly resolve: (file: string, mode: ResolutionInput["mode"]) => Outcome;
  readonly render: (diagnostics: readonly Diagnostic[]) => string;
}

export interface Outcome {
  readonly diagnostics: readonly Diagnostic[];
  /** What the resolution does; empty if there is none. */
  readonly report: string;
}

/** Repositories of the same files, by folder and include path. */
const loaded = new WeakMap<object, Map<string, Repository>>();

/** Files by their paths below the top; folders of repositories and the include path likewise. */
export function rulesRoad(
  files: Readonly<Record<string, string>>,
  folders: readonly string[],
  includePath: readonly string[],
): Road {
  const host = memoryHost({
    files: Object.fromEntries(Object.entries(files).map(([path, text]) => [top + path, text])),
  });
  const options: CompileOptions = {
    dialect: "vmcs",
    includePath: includePath.map((folder) => (top + folder).replace(/\/$/, "")),
    maxIteration: 10_000,
    maxRecursion: 50,
    deprecationWarnings: "off",
    initialData: new Dict(),
    debugs: () => false,
    build: true,
  };
  const known = loaded.get(files) ?? new Map<string, Repository>();
  loaded.set(files, known);
  const repositories = folders.map((folder) => {
    const key = [folder, ...options.includePath].join(":");
    const found = known.get(key) ?? loadRepository({ host, directory: top + folder, options });
    known.set(key, found);
    return found;
  });
  const textOf = (path: string): string | undefined => host.readText(path);
  return {
    repositories,
    loading: [
      ...repositories.flatMap(({ diagnostics }) => diagnostics),
      ...checkRepositories(repositories),
    ],
    resolve: (file, mode) => {
      const includes = [...options.includePath, ...repositories.flatMap((one) => one.includePath)];
      const { profiles, diagnostics } = partialProfiles(host, [top + file], {
        ...options,
        includePath: includes,
      });
      const [profile] = profiles;
      if (profile === undefined) return { diagnostics, report: "" };
      const { input, diagnostics: found } = resolutionInput(profile, repositories, mode);
      return outcome(profile.name, input, [...diagnostics, ...found], textOf);
    },
    render: (diagnostics) =>
      renderText(diagnostics, {
        sources: textOf,
        palette: plainPalette,
        width: 100,
        displayPath: shortName,
      }),
  };
}

function outcome(
  name: string,
  input: ResolutionInput,
  before: readonly Diagnostic[],
  textOf: (path: string) => string | undefined,
): Outcome {
  const resolution = resolve(input);
  const intricate = unjudged(resolution).map(({ span }) =>
    diagnostic("rule-too-intricate", span, {}),
  );
  const all = [...before, ...intricate];
  if (resolution.kind === "contradiction") {
    return { diagnostics: [...all, ...describeContradictions(input, resolution)], report: "" };
  }
  if (resolution.kind === "too-hard") throw new Error("An example is never too hard.");
  expect(checkSolution(resolution.built.problem, resolution.solution)).toEqual([]);
  return {
    diagnostics: [...all, ...checkSums(input, resolution)],
    report: resolutionText(
      name,
      reportResolution(input, resolution),
      placesIn(textOf, "/site"),
      new Set(chosenVersions(resolution).map(({ key }) => `/software/packages/${key}`)),
    ),
  };
}

function shortName(file: string): string {
  return file.startsWith(top) ? file.slice(top.length) : file;
}
