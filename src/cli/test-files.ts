/** The files of tests: those that are named, the project's, or all that are called like tests. */

import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { joinPath } from "../host/path.ts";
import type { Project } from "../pipeline/project/find-project.ts";
import type { Environment } from "./command.ts";
import { inputFiles } from "./input-files.ts";
import { templatesBelow } from "./template-files.ts";

export interface TestFiles {
  /** Absolute paths, in order. */
  readonly files: readonly string[];
  readonly diagnostics: readonly Diagnostic[];
  /** Whether these are all tests that there are. */
  readonly isComplete: boolean;
}

const testName = /_test\.(?:pan|tpl)$/;

export async function testFiles(
  words: readonly string[],
  project: Project | undefined,
  environment: Environment,
): Promise<TestFiles> {
  const { host } = environment;
  const tests = project?.settings.tests;
  if (words.length === 0 && tests === undefined) {
    const files = testsBelow(project?.directory ?? host.currentDirectory, environment);
    return { files, diagnostics: [], isComplete: true };
  }
  if (words.length === 0 && tests !== undefined && project !== undefined) {
    const located: Project = { ...project, spanOf: (_, index) => project.spanOf("tests", index) };
    const found = await inputFiles({ words: tests, project: located }, environment);
    return { ...found, files: found.files.toSorted(), isComplete: true };
  }
  const isDirectory = (word: string): boolean =>
    host.kind(joinPath(host.currentDirectory, word)) === "directory";
  const inDirectories = words
    .filter(isDirectory)
    .flatMap((word) => testsBelow(joinPath(host.currentDirectory, word), environment));
  const others = words.filter((word) => !isDirectory(word));
  const { files: named, diagnostics } = await inputFiles({ words: others }, environment);
  return {
    files: [...new Set([...inDirectories, ...named])].sort(),
    diagnostics,
    isComplete: false,
  };
}

function testsBelow(directory: string, environment: Environment): readonly string[] {
  return templatesBelow(directory, environment).filter((file) => testName.test(file));
}
