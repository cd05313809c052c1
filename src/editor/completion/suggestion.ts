/** What can be written at a place, as data. */

import type { Located } from "../../text/span.ts";

export type SuggestionKind =
  | "template"
  | "path"
  | "field"
  | "value"
  | "variable"
  | "local"
  | "function"
  | "type"
  | "keyword"
  | "snippet"
  | "package"
  | "annotation";

/** What documentation is asked for by. */
export type Subject =
  | {
      readonly kind: "template" | "variable" | "function" | "type" | "package";
      readonly name: string;
    }
  | { readonly kind: "path"; readonly name: string }
  /** A text of its own, in Markdown. */
  | { readonly kind: "text"; readonly name: string };

export interface Suggestion {
  readonly label: string;
  readonly kind: SuggestionKind;
  /** A few words behind the label. */
  readonly detail: string;
  /** What is written; the label if it does not say. */
  readonly text?: string;
  /** Whether `text` has places to fill in, as `${1:name}`. */
  readonly isSnippet?: true;
  /** Lower ones come first; those of one rank are in the order of their labels. */
  readonly rank: number;
  readonly subject?: Subject;
  readonly isDeprecated?: true;
}

export interface Suggestions {
  readonly items: readonly Suggestion[];
  /** What they replace. */
  readonly range: Located;
  /** Whether there are more. */
  readonly isCut: boolean;
}

/** More are cut off; the client asks again when more is typed. */
export const mostSuggestions = 300;

/** Whether a label has the letters that are typed, in their order, whatever their case. */
export function fits(label: string, typed: string): boolean {
  return typed === "" || hasInOrder(label.toLowerCase(), typed.toLowerCase());
}

/** Whether a text has all letters of another one, in their order. */
export function hasInOrder(text: string, letters: string): boolean {
  let at = 0;
  for (const letter of letters) {
    at = text.indexOf(letter, at) + 1;
    if (at === 0) return false;
  }
  return true;
}

export function beginsWith(label: string, typed: string): boolean {
  return label.toLowerCase().startsWith(typed.toLowerCase());
}

/** One step of a path may be known in several ways; the first one knows most. */
const steps: ReadonlySet<SuggestionKind> = new Set(["field", "path", "package"]);

/** Those that fit, the best first, each label of a kind once. */
export function arranged(found: Iterable<Suggestion>, typed: string, range: Located): Suggestions {
  const known = new Set<string>();
  const items: Suggestion[] = [];
  for (const one of found) {
    const key = `${one.label} ${steps.has(one.kind) ? "step" : one.kind}`;
    if (known.has(key) || !fits(one.label, typed)) continue;
    known.add(key);
    items.push(one);
  }
  const begins = ({ label }: Suggestion): number => (beginsWith(label, typed) ? 0 : 1);
  items.sort((a, b) => begins(a) - begins(b) || a.rank - b.rank || (a.label < b.label ? -1 : 1));
  return { items: items.slice(0, mostSuggestions), range, isCut: items.length > mostSuggestions };
}
