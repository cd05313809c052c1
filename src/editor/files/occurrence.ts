/** Where a name stands in a template, and what it is there: what navigation, renaming and colours go by. */

import type { Located } from "../../text/span.ts";

export type SymbolKind =
  | "template"
  | "variable"
  /** A variable of one piece of DML; `scope` tells which. */
  | "local"
  | "function"
  | "type"
  /** A key of a record type; its name is `TYPE.KEY`. */
  | "field"
  /** A path, absolute and canonical (`/a/b`), or relative where a structure template has it (`a/b`). */
  | "path";

export type Role =
  /** The place that makes the name: a declaration, a type of a path, the first assignment of a local variable. */
  | "declaration"
  /** A place that gives it a value. */
  | "write"
  | "read";

export interface Occurrence extends Located {
  readonly kind: SymbolKind;
  readonly name: string;
  readonly role: Role;
  /** Of a local variable: where the DML begins that has it. */
  readonly scope: number | undefined;
  /** The statement that it stands in, as its index in the template; -1 for the template's own name. */
  readonly statement: number;
  /** What the place is for, beyond its role. */
  readonly use: OccurrenceUse | undefined;
}

export type OccurrenceUse =
  /** `include`, `create`, and names of profiles in external paths. */
  | "include"
  | "create"
  | "external"
  /** `bind '/path' = type`. */
  | "bind"
  | "valid"
  | "prefix"
  /** Of a rule statement. */
  | "rule"
  /** `?=` */
  | "conditional"
  | "call";

/** Tells the occurrences of a name, or those in one role. */
export function isNamed(kind: SymbolKind, name: string, role?: Role): (one: Occurrence) => boolean {
  return (one) =>
    one.kind === kind && one.name === name && (role === undefined || one.role === role);
}

/** Whether two occurrences are of the same thing; `isSameFile` matters for local variables only. */
export function isSameSymbol(a: Occurrence, b: Occurrence, isSameFile: boolean): boolean {
  if (a.kind !== b.kind || a.name !== b.name) return false;
  return a.kind !== "local" || (isSameFile && a.scope === b.scope);
}
