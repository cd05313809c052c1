/** What is known of a line of an emitted file: the values behind it, and how each of them shows. */

import type { Term } from "../pan/tree/term.ts";

/** UTF-16 offsets in the line, half-open. */
export interface Columns {
  readonly start: number;
  readonly end: number;
}

/** Lines from 1, both included. */
export interface LineRange {
  readonly first: number;
  readonly last: number;
}

/**
 * How something shows in a line: as its `value`, as the `name` of what has the path, in another form (`derived`), as
 * the reason that the line is there at all (`condition`), or by being left open (`absence`).
 */
export type Role = "value" | "name" | "derived" | "condition" | "absence";

export type OriginSource =
  | { readonly kind: "path"; readonly terms: readonly Term[] }
  /** The name of the object template. */
  | { readonly kind: "profile" }
  /** The digest of all sources. */
  | { readonly kind: "sources" }
  /** An option of the command line or the project. */
  | { readonly kind: "option"; readonly name: string; readonly value: string }
  /** A file that the profile was made from, or has looked for in vain. */
  | { readonly kind: "file"; readonly name: string; readonly file: string | undefined };

export interface LineOrigin {
  readonly source: OriginSource;
  readonly role: Role;
  /** The part of the line that it is seen in. */
  readonly columns: Columns | undefined;
  /** What the value was made from, where the description does not give it in this form. */
  readonly from: readonly OriginSource[];
}

/** Why other lines are explained than the one asked for. */
export type LineRelation = "itself" | "closes" | "blank" | "heads" | "holds" | "within";

export interface LineOrigins {
  /** The lines that are explained: the one asked for, or those of the construct that it is a part of. */
  readonly range: LineRange;
  readonly relation: LineRelation;
  /** The most important first; none where nothing that a description says changes the line. */
  readonly origins: readonly LineOrigin[];
}

/** Explains any line of one file, which are numbered from 1. */
export interface FileOrigins {
  readonly lines: readonly string[];
  readonly of: (line: number) => LineOrigins;
}

export function pathSource(terms: readonly Term[]): OriginSource {
  return { kind: "path", terms };
}
