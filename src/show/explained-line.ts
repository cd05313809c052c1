/** What `vmcs explain FILE:LINE` has found, before it is shown. */

import type {
  Columns,
  LineRange,
  LineRelation,
  OriginSource,
  Role,
} from "../origins/line-origins.ts";
import type { AnsweredPath } from "./explained.ts";

export interface ExplainedLine {
  /** As people name it. */
  readonly file: string;
  /** The one asked for, from 1. */
  readonly line: number;
  /** As the sources give it. */
  readonly current: { readonly line: number; readonly text: string };
  /** As it lies there, where that is something else. */
  readonly stored: string | undefined;
  readonly profile: { readonly name: string; readonly file: string };
  /** What writes the file: `profile format json`, `skeleton network`, `backend xen`. */
  readonly writer: string;
  readonly machine: string | undefined;
  readonly range: LineRange;
  readonly relation: LineRelation;
  readonly origins: readonly ExplainedOrigin[];
}

export interface ExplainedSource {
  readonly source: OriginSource;
  /** The history of a path; undefined of what is none. */
  readonly answer: AnsweredPath | undefined;
}

export interface ExplainedOrigin extends ExplainedSource {
  readonly role: Role;
  readonly columns: Columns | undefined;
  /** The text of these columns. */
  readonly part: string | undefined;
  readonly from: readonly ExplainedSource[];
}

/** The path that a source is, or undefined. */
export function pathOf({ source }: ExplainedSource): string | undefined {
  return source.kind === "path" ? `/${source.terms.join("/")}` : undefined;
}
