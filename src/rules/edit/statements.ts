/** Assignments of Pan that say what a resolution has added or changed. */

import { panLiteral, stringLiteral } from "../../pan/tree/literal.ts";
import type { Scalar } from "../language/rule.ts";

export interface PackageStatement {
  /** Its path below the root. */
  readonly path: string;
  readonly version: string | undefined;
  readonly release: string | undefined;
}

/** The statement that adds a package. */
export function packageStatement({ path, version, release }: PackageStatement): string {
  const fields = [
    ...(version === undefined ? [] : [`'version', ${stringLiteral(version)}`]),
    ...(release === undefined ? [] : [`'release', ${stringLiteral(release)}`]),
  ];
  return `${stringLiteral(path)} = dict(${fields.join(", ")});`;
}

/** The statement that gives a path its value; without one it removes what is there. */
export function valueStatement(path: string, value: Scalar | undefined): string {
  return `${stringLiteral(path)} = ${value === undefined ? "null" : panLiteral(value)};`;
}
