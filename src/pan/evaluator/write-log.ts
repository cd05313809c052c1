/** What a recorder notes: every write of a profile in order, as data, and its replay. */

import type { Span } from "../../text/span.ts";
import type { FullType } from "../schema/type.ts";
import { Dict } from "../tree/dict.ts";
import { List } from "../tree/list.ts";
import type { Path } from "../tree/path.ts";
import type { Term } from "../tree/term.ts";
import { isResource, type Property, type Resource, type Value } from "../tree/value.ts";
import type { Body } from "./code.ts";

/** An assignment, as far as it is known when its template is read. */
export interface StatementPlan {
  readonly span: Span;
  readonly conditional: boolean;
  readonly final: boolean;
  /** The prefix statement that completes its path. */
  readonly prefix: Span | undefined;
}

/** An include or a call that led to a place. */
export interface Frame {
  readonly span: Span;
  readonly label: string;
}

/** One execution of a statement. */
export interface StatementRun {
  readonly plan: StatementPlan;
  readonly chain: readonly Frame[];
  /** What its DML has looked at, by kind and name. */
  readonly reads: ReadonlyMap<string, ReadNote>;
  readonly usesSelf: boolean;
}

export type ReadNote =
  | {
      readonly kind: "variable";
      readonly name: string;
      readonly value: Glimpse;
      /** Undefined for what the compiler sets. */
      readonly setBy: StatementRun | undefined;
    }
  | {
      readonly kind: "path";
      readonly path: Path;
      readonly value: Glimpse;
      /** How many writes its configuration had by then. */
      readonly time: number;
    };

/** Of a resource, which may change, what can be said in a few words. */
export type Glimpse =
  | Property
  | { readonly kind: "dict" | "list"; readonly size: number }
  | { readonly kind: "undef" };

export type WriteEvent =
  | "set"
  | "delete"
  | "append"
  | "prepend"
  | "skip"
  /** An error ended it, and with it everything. */
  | "failed"
  | "default"
  | "argument"
  | "initial";

export interface Write {
  readonly event: WriteEvent;
  /** In its log; of `append` and `prepend` those of the new element. Indexes count from 0. */
  readonly terms: readonly Term[];
  /** Frozen; undefined where something is taken away, and for what was skipped. */
  readonly value: Value | undefined;
  readonly run: StatementRun;
  /** The expression inside DML, where that is not the whole statement. */
  readonly at: Span | undefined;
  /** Includes and calls that led to the expression. */
  readonly chain: readonly Frame[];
  /** Structure templates that made parts of the value. */
  readonly structures: readonly StructureUse[];
  /** Of a default, the type that has it. */
  readonly type: FullType<Body> | undefined;
}

/** A part of a value that is, or once was, what a structure template made. */
export interface StructureUse {
  /** Where the part is in the value. */
  readonly terms: readonly Term[];
  readonly log: WriteLog;
  /** Which part of what the template made it is. */
  readonly from: readonly Term[];
}

/** The writes into a configuration, or into what one run of a structure template makes. */
export interface WriteLog {
  /** Name of the structure template; undefined for a configuration. */
  readonly template: string | undefined;
  readonly writes: readonly Write[];
}

/**
 * Does again what a write did; gives the root, which may be another one. It does not ask whether that is allowed: it
 * was. A write that has no place, since the writes that made it were left out, does nothing.
 */
export function replay(root: Dict, { event, terms, value }: Write): Dict {
  if (event === "skip" || event === "failed") return root;
  if (terms.length === 0) return value instanceof Dict ? value.duplicate() : root;
  const parent = parentOf(root, terms);
  const last = terms.at(-1) as Term;
  if (parent instanceof Dict && typeof last === "string") {
    if (value === undefined) parent.remove(last);
    else parent.put(last, owned(value));
  }
  if (parent instanceof List && typeof last === "number") {
    if (value === undefined) parent.remove(last);
    else if (event === "prepend") parent.prepend(owned(value));
    else parent.set(last, owned(value));
  }
  return root;
}

/** The value that terms lead to; undefined if there is none. For looking at it only. */
export function peekAt(root: Value | undefined, terms: readonly Term[]): Value | undefined {
  let value = root;
  for (const term of terms) {
    if (value === undefined || !isResource(value)) return undefined;
    value = peekChild(value, term);
  }
  return value;
}

export function peekChild(value: Resource, term: Term): Value | undefined {
  if (value instanceof Dict) return typeof term === "string" ? value.peek(term) : undefined;
  return typeof term === "number" ? value.peek(term) : undefined;
}

function parentOf(root: Dict, terms: readonly Term[]): Resource | undefined {
  let parent: Resource = root;
  for (const [i, term] of terms.slice(0, -1).entries()) {
    const child = childFor(parent, term, terms[i + 1] as Term);
    if (child === undefined) return undefined;
    parent = child;
  }
  return parent;
}

/** The resource at a term, made if it is missing; undefined if the term does not lead anywhere. */
function childFor(parent: Resource, term: Term, next: Term): Resource | undefined {
  const isFit = parent instanceof Dict === (typeof term === "string");
  if (!isFit || (typeof term === "number" && term < 0)) return undefined;
  const found = parent instanceof Dict ? parent.get(term as string) : parent.at(term as number);
  if (found !== undefined && isResource(found)) return found;
  const made = typeof next === "string" ? new Dict() : new List();
  if (parent instanceof Dict) parent.put(term as string, made);
  else parent.set(term as number, made);
  return made;
}

function owned(value: Value): Value {
  return isResource(value) ? value.duplicate() : value;
}

/** The same terms without negative indexes, which count from the end; asked when the write is done. */
export function fromBeginning(
  root: Value | undefined,
  terms: readonly Term[],
  deletes: boolean,
): readonly Term[] {
  if (terms.every((term) => typeof term === "string" || term >= 0)) return terms;
  const found: Term[] = [];
  for (const [i, term] of terms.entries()) {
    const list = typeof term === "number" && term < 0 ? peekAt(root, found) : undefined;
    const gone = deletes && i === terms.length - 1 ? 1 : 0;
    found.push(list instanceof List ? (term as number) + list.size + gone : term);
  }
  return found;
}
