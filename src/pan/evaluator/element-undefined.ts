/** What to say where a variable or `SELF` has nothing at a key or index. */

import { didYouMean } from "../../text/did-you-mean.ts";
import { Dict } from "../tree/dict.ts";
import { List } from "../tree/list.ts";
import type { Term } from "../tree/term.ts";
import { isResource, type Value } from "../tree/value.ts";
import { peekTerms, type Subject, tolerateAll } from "./access.ts";
import { fail } from "./site.ts";
import { describe } from "./value-text.ts";

export function failElement(subject: Subject, base: Value, terms: readonly Term[]): never {
  let depth = 0;
  let parent = base;
  for (; depth < terms.length - 1; depth++) {
    const child = peekTerms(subject, parent, terms.slice(depth, depth + 1), tolerateAll);
    if (child === undefined) break;
    parent = child;
  }
  const what = subject.spell(terms, depth);
  const problem = problemOf(parent, terms[depth] as Term);
  const help = helpFor(parent, terms[depth] as Term);
  return fail(subject.ctx, subject.span, "element-undefined", { what, problem }, { help });
}

function problemOf(parent: Value, term: Term): string {
  if (!isResource(parent)) return `is ${describe(parent)}`;
  return `has no element ${typeof term === "string" ? `'${term}'` : term}`;
}

function helpFor(parent: Value, term: Term): string | undefined {
  if (parent instanceof List) {
    if (parent.size === 0) return "The list is empty.";
    return parent.size === 1
      ? "The list has one element, 0."
      : `The list has the elements 0 to ${parent.size - 1}.`;
  }
  if (!(parent instanceof Dict) || typeof term !== "string") return undefined;
  return didYouMean(term, parent.keys());
}
