/** Descriptions and rule repositories through everything that the commands do with them, on a host in memory. */
import { expect } from "vitest";
import { lazily } from "../../../../src/base/lazily.ts";
import { type Diagnostic, diagnostic } from "../../../../src/diagnostics/diagnostic.ts";
import { plainPalette } from "../../../../src/diagnostics/palette.ts";
import { renderText } from "../../../../src/diagnostics/render-text.ts";
import { type MemoryHost, memoryHost } from "../../../../src/host/memory/memory-host.ts";
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
import { placesIn } from "../../../../src/show/places.ts";
import { resolutionText } from "../../../../src/show/resolution-text.ts";
import { sharedTemplates } from "../../../support/shared-templates.ts";

const top = "/site/";

export interface Road {
  readonly repositories: readonly Repository[];
  /** What loading the repositories says, with what they say of each other. */
  readonly loading: () => readonly Diagnostic[];
  /** Compiles an object template without asking whether it is valid, and resolves it; `text` is that of the file. */
  readonly resolve: (file: string, mode: ResolutionInput["mode"], text?: string) => Outcome;
  readonly render: (diagnostics: readonly Diagnostic[]) => string;
}

export interface Outcome {
  readonly diagnostics: readonly Diagnostic[];
  /** What the resolution does; empty if there is none. */
  readonly report: string;
}

type Files = Readonly<Record<string, string>>;

/** What is made of the same files is made once: the host, repositories by folder and include path, and roads. */
interface Shared {
  readonly host: MemoryHost;
  readonly repositories: Map<string, Repository>;
  readonly roads: Map<string, Road>;
}

const shared = new WeakMap<Files, Shared>();

function sharedBy(files: Files): Shared {
  const known = shared.get(files) ?? {
    host: hostOf(files),
    repositories: new Map(),
    roads: new Map(),
  };
  shared.set(files, known);
  return known;
}

function hostOf(files: Files): MemoryHost {
  return memoryHost({
    files: Object.fromEntries(Object.entries(files).map(([path, text]) => [top + path, text])),
  });
}

/** Files by their paths below the top; folders of repositories and the include path likewise. */
export function rulesRoad(
  files: Files,
  folders: readonly string[],
  includePath: readonly string[],
): Road {
  const common = sharedBy(files);
  const key = JSON.stringify([folders, includePath]);
  const road = common.roads.get(key) ?? newRoad(common, folders, includePath);
  common.roads.set(key, road);
  return road;
}

function newRoad(
  { host, repositories: known }: Shared,
  folders: readonly string[],
  includePath: readonly string[],
): Road {
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
  const repositories = folders.map((folder) => {
    const key = [folder, ...options.includePath].join(":");
    const found = known.get(key) ?? loadRepository({ host, directory: top + folder, options });
    known.set(key, found);
    return found;
  });
  const own = new Map<string, string>();
  const textOf = (path: string): string | undefined => own.get(path) ?? host.readText(path);
  return {
    repositories,
    loading: lazily(() => [
      ...repositories.flatMap(({ diagnostics }) => diagnostics),
      ...checkRepositories(repositories),
    ]),
    resolve: (file, mode, text) => {
      if (text !== undefined) own.set(top + file, text);
      const includes = [...options.includePath, ...repositories.flatMap((one) => one.includePath)];
      const { profiles, diagnostics } = partialProfiles(
        { ...host, readText: textOf },
        [top + file],
        { ...options, includePath: includes },
        sharedTemplates("rules-road"),
      );
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
