/**
 * The project file in a command: what it says holds where the command line says nothing.
 *
 * Values of the project are put where commander keeps those of options, so that a command reads one set of values.
 */

import type { Command } from "commander";
import { type Diagnostic, diagnostic } from "../diagnostics/diagnostic.ts";
import type { FileKind } from "../host/host.ts";
import { joinPath } from "../host/path.ts";
import {
  findProjectFile,
  type Project,
  type ProjectSettings,
} from "../pipeline/project/find-project.ts";
import type { Environment } from "./command.ts";
import { UsageError } from "./usage-error.ts";

/** The words that a command works on, and where they are written. */
export interface InputWords {
  readonly words: readonly string[];
  /** Set if the project names them. */
  readonly project?: Project | undefined;
}

/** The project of the current directory; undefined if there is none. */
async function loadProject({ host }: Environment): Promise<Project | undefined> {
  const file = findProjectFile(host, host.currentDirectory);
  if (file === undefined) return undefined;
  const { readProject } = await import("../pipeline/project/read-project.ts");
  const { project, diagnostics } = readProject(host, file);
  const [first, ...more] = diagnostics;
  if (first !== undefined) throw new UsageError(first, ...more);
  return project;
}

/** Reads the project file, if there is one, and takes over what it says of the command's options. */
export async function useProject(
  command: Command,
  environment: Environment,
): Promise<Project | undefined> {
  const project = await loadProject(environment);
  if (project === undefined) return undefined;
  checkPaths(project, environment);
  for (const [option, value] of Object.entries(optionValues(project))) {
    const isKnown = command.options.some((known) => known.attributeName() === option);
    if (value === undefined || !isKnown || command.getOptionValueSource(option) === "cli") continue;
    command.setOptionValueWithSource(option, value, "config");
  }
  return project;
}

/** The files of the command line, or those of the project. */
export function inputWords(words: readonly string[], project: Project | undefined): InputWords {
  const objects = project?.settings.objects;
  return words.length > 0 || objects === undefined ? { words } : { words: objects, project };
}

/** By the names that commander gives to options. */
function optionValues({ settings, directory }: Project): Readonly<Record<string, unknown>> {
  const absolute = (paths: readonly string[] | undefined): readonly string[] | undefined =>
    paths?.map((path) => joinPath(directory, path));
  const { outputDir, lintBaseline } = settings;
  return {
    includePath: absolute(settings.includePath),
    rules: absolute(settings.rules),
    packages: absolute(settings.packages),
    dialect: settings.dialect,
    backend: settings.backends,
    xenRelease: settings.xenRelease,
    formats: settings.formats?.join(","),
    outputDir: outputDir === undefined ? undefined : joinPath(directory, outputDir),
    statementCoverage: settings.statementCoverage?.toString(),
    branchCoverage: settings.branchCoverage?.toString(),
    functionCoverage: settings.functionCoverage?.toString(),
    baseline: lintBaseline === undefined ? undefined : joinPath(directory, lintBaseline),
  };
}

const paths = [
  ["includePath", "include directory", "directory"],
  ["rules", "rule repository", "directory"],
  ["packages", "list of packages", "file"],
] as const satisfies readonly (readonly [keyof ProjectSettings, string, FileKind])[];

function checkPaths(project: Project, { host }: Environment): void {
  const missing = paths.flatMap(([name, what, kind]): readonly Diagnostic[] =>
    (project.settings[name] ?? []).flatMap((path, index) => {
      if (host.kind(joinPath(project.directory, path)) === kind) return [];
      return [diagnostic("project-path-missing", project.spanOf(name, index), { what, path })];
    }),
  );
  const [first, ...more] = missing;
  if (first !== undefined) throw new UsageError(first, ...more);
}
