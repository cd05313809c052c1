/** What a profile was made from: a file that was read, or one that was looked for in vain. */

import { compareCodeUnits, compareNumbers } from "../../base/compare.ts";

/** In the order in which dependencies of one name are listed; the spelling is that of the `dep` format. */
export const dependencyKinds = ["PAN", "TPL", "TEXT", "ABSENT_SOURCE", "ABSENT_TEXT"] as const;

/** A template by its file's extension, a text for `file_contents`, and both when the file does not exist. */
export type DependencyKind = (typeof dependencyKinds)[number];

export interface Dependency {
  /** Name of the template, or the path of a text below the load path. */
  readonly name: string;
  readonly kind: DependencyKind;
  /**
   * Absolute path of the directory that `name` is relative to, with no slash at its end except in `/`: an
   * include directory, or a directory of the load path in it. Undefined if the file is absent.
   */
  readonly directory: string | undefined;
}

/** The dependencies in the order of the `dep` format, each once. */
export function sortDependencies(dependencies: readonly Dependency[]): readonly Dependency[] {
  const sorted = dependencies.toSorted(compareDependencies);
  return sorted.filter((dependency, i) => {
    const previous = sorted[i - 1];
    return previous === undefined || compareDependencies(previous, dependency) !== 0;
  });
}

function compareDependencies(a: Dependency, b: Dependency): number {
  return (
    compareCodeUnits(a.name, b.name) ||
    compareNumbers(dependencyKinds.indexOf(a.kind), dependencyKinds.indexOf(b.kind)) ||
    compareCodeUnits(filePath(a), filePath(b))
  );
}

/** With the name behind it a directory sorts differently: `/a/x` comes after `/a-b/x`. */
function filePath({ directory, name }: Dependency): string {
  if (directory === undefined) return "";
  return directory.endsWith("/") ? directory + name : `${directory}/${name}`;
}
