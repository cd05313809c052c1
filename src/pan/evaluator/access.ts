/**
 * Reading and writing along terms, with Pan's rules: parents are created, protected resources are copied on
 * write, and a value is replaced only by one of its own kind (manual, "Pan book", assignment).
 */

import type { Span } from "../../text/span.ts";
import { Dict } from "../tree/dict.ts";
import { List } from "../tree/list.ts";
import { writable } from "../tree/resource.ts";
import type { Term } from "../tree/term.ts";
import { NULL, UNDEF } from "../tree/transient.ts";
import { isResource, type Resource, typeName, type Value } from "../tree/value.ts";
import { conversionHelp } from "./conversion-help.ts";
import { fail, type Traced } from "./site.ts";
import { describe } from "./value-text.ts";

/** What is read or written, for messages: a variable, `SELF` or a path. */
export interface Subject {
  readonly ctx: Traced;
  readonly span: Span;
  /** The spelling of the first `count` terms behind what they start from. */
  readonly spell: (terms: readonly Term[], count: number) => string;
}

/** Which impossible steps just mean that there is no value. */
export interface Tolerance {
  /** A step into a property or `undef`. */
  readonly property: boolean;
  /** A key on a list, or an index on a dict. */
  readonly term: boolean;
}

export const tolerateNothing: Tolerance = { property: false, term: false };
export const tolerateProperty: Tolerance = { property: true, term: false };
export const tolerateTerm: Tolerance = { property: false, term: true };
export const tolerateAll: Tolerance = { property: true, term: true };

/** The value that the terms lead to; undefined if it does not exist. */
export function readTerms(
  subject: Subject,
  base: Value,
  terms: readonly Term[],
  tolerance: Tolerance,
): Value | undefined {
  const found = peekTerms(subject, base, terms, tolerance);
  // A property need not be taken out of a copy that shares its content.
  if (found === undefined || !isResource(found) || terms.length === 0) return found;
  return takeTerms(subject, base, terms, tolerance);
}

/** As `readTerms`, for looking at the value only: nothing is taken out of copies that share their content. */
export function peekTerms(
  subject: Subject,
  base: Value,
  terms: readonly Term[],
  tolerance: Tolerance,
): Value | undefined {
  let value: Value | undefined = base;
  for (const term of terms) {
    if (value instanceof Dict && typeof term === "string") value = value.peek(term);
    else if (value instanceof List && typeof term === "number") {
      value = value.peek(term < 0 ? term + value.size : term);
    } else return takeTerms(subject, base, terms, tolerance);
    if (value === undefined) return undefined;
  }
  return value;
}

function takeTerms(
  subject: Subject,
  base: Value,
  terms: readonly Term[],
  tolerance: Tolerance,
): Value | undefined {
  let value: Value = base;
  for (let i = 0; i < terms.length; i++) {
    if (!isResource(value)) {
      if (tolerance.property) return undefined;
      return fail(subject.ctx, subject.span, "not-a-resource", {
        what: subject.spell(terms, i),
        given: describe(value),
        step: String(terms[i]),
      });
    }
    if (tolerance.term && value instanceof Dict !== (typeof terms[i] === "string"))
      return undefined;
    // Whatever is missing, `peekTerms` has missed.
    value = getChild(subject, value, terms, i) as Value;
  }
  return value;
}

/** Puts a value where the terms lead to, below a resource that may be written; `NULL` and undefined delete. */
export function writeTerms(
  subject: Subject,
  base: Value,
  terms: readonly Term[],
  value: Value | undefined,
): void {
  let parent: Resource = asParent(subject, base, terms, 0);
  const last = terms.length - 1;
  for (let i = 0; i < last; i++) {
    parent = asParent(subject, stepForWriting(subject, parent, terms, i), terms, i + 1);
  }
  putChild(subject, parent, terms, last, value);
}

/** The list that the terms lead to, ready to be changed; it and its parents are created if need be. */
export function writableListAt(subject: Subject, base: Value, terms: readonly Term[]): List {
  let parent: Resource = asReadableParent(subject, base, terms, 0);
  const last = terms.length - 1;
  for (let i = 0; i < last; i++) {
    parent = asReadableParent(subject, stepForWriting(subject, parent, terms, i), terms, i + 1);
  }
  const found = getChild(subject, parent, terms, last);
  if (found instanceof List) return found;
  if (found !== undefined && found !== UNDEF) {
    return fail(subject.ctx, subject.span, "not-a-list", {
      what: subject.spell(terms, terms.length),
      given: describe(found),
    });
  }
  const list = new List();
  putChild(subject, parent, terms, last, list);
  return list;
}

/** Refuses to replace a value by one of another kind. */
export function checkReplacement(
  ctx: Traced,
  span: Span,
  previous: Value | undefined,
  value: Value,
  what: string,
): void {
  if (
    previous === undefined ||
    previous === UNDEF ||
    previous === NULL ||
    value === UNDEF ||
    value === NULL
  )
    return;
  if (typeName(previous) !== typeName(value)) {
    const args = { what, before: describe(previous), after: describe(value) };
    fail(ctx, span, "kind-changed", args, { help: conversionHelp(typeName(previous), value) });
  }
}

/** A new resource that the term can step into. */
export function resourceFor(term: Term): Resource {
  return typeof term === "string" ? new Dict() : new List();
}

function stepForWriting(
  subject: Subject,
  parent: Resource,
  terms: readonly Term[],
  i: number,
): Value {
  const child = getChild(subject, parent, terms, i);
  if (child === undefined || child === UNDEF) {
    const created = resourceFor(terms[i + 1] as Term);
    putChild(subject, parent, terms, i, created);
    return created;
  }
  const own = writable(child);
  if (own !== child) putChild(subject, parent, terms, i, own);
  return own;
}

function asParent(subject: Subject, value: Value, terms: readonly Term[], depth: number): Resource {
  if (isResource(value)) return value;
  return fail(subject.ctx, subject.span, "cannot-add-child", {
    what: subject.spell(terms, depth),
    given: describe(value),
    child: String(terms[depth]),
  });
}

function asReadableParent(
  subject: Subject,
  value: Value,
  terms: readonly Term[],
  depth: number,
): Resource {
  if (isResource(value)) return value;
  return fail(subject.ctx, subject.span, "not-a-resource", {
    what: subject.spell(terms, depth),
    given: describe(value),
    step: String(terms[depth]),
  });
}

function getChild(
  subject: Subject,
  parent: Resource,
  terms: readonly Term[],
  i: number,
): Value | undefined {
  const term = terms[i] as Term;
  if (parent instanceof Dict) {
    return typeof term === "string" ? parent.get(term) : wrongTerm(subject, parent, terms, i);
  }
  if (typeof term !== "number") return wrongTerm(subject, parent, terms, i);
  return parent.at(term < 0 ? term + parent.size : term);
}

function putChild(
  subject: Subject,
  parent: Resource,
  terms: readonly Term[],
  i: number,
  value: Value | undefined,
): void {
  const term = terms[i] as Term;
  let previous: Value | undefined;
  if (parent instanceof Dict) {
    if (typeof term !== "string") return wrongTerm(subject, parent, terms, i);
    previous = value === undefined ? parent.remove(term) : parent.put(term, value);
  } else {
    if (typeof term !== "number") return wrongTerm(subject, parent, terms, i);
    previous = putElement(subject, parent, terms, i, value);
  }
  if (value !== undefined && previous !== undefined) {
    checkReplacement(subject.ctx, subject.span, previous, value, subject.spell(terms, i + 1));
  }
}

/** A list as long as this is a mistake of an index, and would only fill the memory. */
const maxGap = 1_000_000;

function putElement(
  subject: Subject,
  list: List,
  terms: readonly Term[],
  i: number,
  value: Value | undefined,
): Value | undefined {
  const given = terms[i] as number;
  const index = given < 0 ? given + list.size : given;
  const what = subject.spell(terms, i);
  if (index < 0) {
    fail(subject.ctx, subject.span, "index-before-list", { what, index: given, size: list.size });
  }
  if (value === undefined || value === NULL) return list.remove(index);
  if (index - list.size > maxGap) {
    fail(subject.ctx, subject.span, "index-far-beyond-list", {
      what,
      index: given,
      size: list.size,
    });
  }
  return list.set(index, value);
}

function wrongTerm(subject: Subject, parent: Resource, terms: readonly Term[], i: number): never {
  const what = subject.spell(terms, i);
  const term = String(terms[i]);
  return parent instanceof Dict
    ? fail(subject.ctx, subject.span, "index-on-dict", { what, term })
    : fail(subject.ctx, subject.span, "key-on-list", { what, term });
}
