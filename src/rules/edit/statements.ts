/** Assignments of Pan that say what a resolution has added or changed. */

import type { Scalar } from "../language/rule.ts";
import { panLiteral, quoted } from "./pan-literal.ts";

export interface PackageStatement {
  /** Its path below the root. */
  readonly path: string;
  readonly version: string | undefined;
  readonly release: string | undefined;
}

/** The statement that adds a package. */
export function packageStatement({ path, version, release }: PackageStatement): string {
  const fields = [
    ...(version === undefined ? [] : [`'version', ${quoted(version)}`]),
    ...(release === undefined ? [] : [`'release', ${quoted(release)}`]),
  ];
  return `${quoted(path)} = dict(${fields.join(", ")});`;
}

/** The statement that gives a path its value; without one it removes what is there. */
export function valueStatement(path: string, value: Scalar | undefined): string {
  return `${quoted(path)} = ${value === undefined ? "null" : panLiteral(value)};`;
}
