/** A dependency that showed when an installation failed. */

import type { Constraint } from "../repository/package-source.ts";

export type NeedOperator = NonNullable<Constraint["operator"]>;

export interface Need {
  /** The package that needs the other one. */
  readonly package: string;
  /** Its version, where the message says it. */
  readonly packageVersion: string | undefined;
  readonly name: string;
  readonly operator: NeedOperator | undefined;
  readonly version: string | undefined;
}

/** As `--needs` gives it: `zlib`, `zlib>=1.1.4`. Undefined if it is none. */
export function parseNeed(text: string): Omit<Need, "package" | "packageVersion"> | undefined {
  const [, name, operator, version] = needPattern.exec(text.trim()) ?? [];
  if (name === undefined) return undefined;
  return {
    name,
    operator: operator === undefined ? undefined : operators[operator],
    version,
  };
}

/** As `--package` gives it: `openssh`, `openssh=4.0`. */
export function parsePackage(text: string): Pick<Need, "package" | "packageVersion"> | undefined {
  const [, name, version] = /^([A-Za-z0-9_][\w+.-]*)(?:=([\w.+:~-]+))?$/.exec(text.trim()) ?? [];
  return name === undefined ? undefined : { package: name, packageVersion: version };
}

const needPattern = /^([A-Za-z0-9_][\w+.-]*)\s*(?:(>=|<=|==|!=|=|<<|>>|<|>)\s*([\w.+:~-]+))?$/;

/** Debian writes `<<` and `>>` where others write `<` and `>`. */
export const operators: Readonly<Record<string, NeedOperator>> = {
  "=": "==",
  "==": "==",
  "!=": "!=",
  "<": "<",
  "<<": "<",
  "<=": "<=",
  ">": ">",
  ">>": ">",
  ">=": ">=",
};
