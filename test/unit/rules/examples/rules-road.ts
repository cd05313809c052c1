/** Descriptions and rule repositories through everything that the commands do with them, on a host in memory. */
import { expect } from "vitest";
import type { Diagnostic } from "../../../../src/diagnostics/diagnostic.ts";
import { plainPalette } from "../../../../src/diagnostics/palette.ts";
import { renderText } from "../../../../src/diagnostics/render-text.ts";
import { memoryHost } from "../../../../src/host/memory/memory-host.ts";
import { activeRules } from "../../../../src/pan/compiler/active-rules.ts";
import { Compilation } from "../../../../src/pan/compiler/compilation.ts";
import type { CompileOptions } from "../../../../src/pan/compiler/options.ts";
import { Dict } from "../../../../src/pan/tree/dict.ts";
import { describeContradiction } from "../../../../src/rules/explain/contradiction.ts";
import { renderReport } from "../../../../src/rules/explain/render-report.ts";
import { reportResolution } from "../../../../src/rules/explain/resolution-report.ts";
import { checkRepositories } from "../../../../src/rules/repository/check-repositories.ts";
import {
  loadRepository,
  type Repository,
} from "../../../../src/rules/repository/load-repository.ts";
import { checkSums } from "../../../../src/rules/resolve/check-sums.ts";
import { resolutionInput } from "../../../../src/rules/resolve/profile-input.ts";
import type { ResolutionInput } from "../../../../src/rules/resolve/resolution-input.ts";
import { resolve } from "../../../../src/rules/resolve/resolve.ts";
import { checkSolution } from "../../../../src/rules/solver/check-solution.ts";
import { lineIndex } from "../../../../src/text/line-index.ts";
import type { Span } from "../../../../src/text/span.ts";

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
  const repositories = folders.map((folder) =>
    loadRepository({ host, directory: top + folder, options }),
  );
  const textOf = (path: string): string | undefined => host.readText(path);
  return {
    repositories,
    loading: [
      ...repositories.flatMap(({ diagnostics }) => diagnostics),
      ...checkRepositories(repositories),
    ],
    resolve: (file, mode) => {
      const paths = [...options.includePath, ...repositories.flatMap((one) => one.includePath)];
      const compilation = new Compilation(
        host,
        { ...options, includePath: paths },
        () => undefined,
        undefined,
      );
      const { template, diagnostics } = compilation.store.get(top + file);
      if (template === undefined) return { diagnostics, report: "" };
      compilation.offerFile(template.name, top + file);
      const build = compilation.evaluateOnly(template.name);
      const before = [...diagnostics, ...build.diagnostics];
      if (build.state !== "built") return { diagnostics: before, report: "" };
      const { root, provenance } = build.evaluation;
      const profile = { root, provenance, file: top + file, rules: activeRules(build.evaluation) };
      return resolved(profile, repositories, mode, before, textOf);
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

function resolved(
  profile: Parameters<typeof resolutionInput>[0],
  repositories: readonly Repository[],
  mode: ResolutionInput["mode"],
  before: readonly Diagnostic[],
  textOf: (path: string) => string | undefined,
): Outcome {
  const { input, diagnostics } = resolutionInput(profile, repositories, mode);
  const all = [...before, ...diagnostics];
  const resolution = resolve(input);
  if (resolution.kind === "contradiction") {
    return { diagnostics: [...all, describeContradiction(input, resolution)], report: "" };
  }
  if (resolution.kind === "too-hard") throw new Error("An example is never too hard.");
  expect(checkSolution(resolution.built.problem, resolution.solution)).toEqual([]);
  const placeOf = ({ file, start }: Span): string => {
    const text = textOf(file);
    const line = text === undefined ? "" : `:${lineIndex(text).position(start).line}`;
    return shortName(file) + line;
  };
  return {
    diagnostics: [...all, ...checkSums(input, resolution)],
    report: renderReport(reportResolution(input, resolution), placeOf),
  };
}

function shortName(file: string): string {
  return file.startsWith(top) ? file.slice(top.length) : file;
}
