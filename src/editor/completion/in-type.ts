/** Suggestions where a type is being written: after `type NAME =` and `bind '/path' =`. */

import type { CompletionInput } from "./complete.ts";
import { dmlSuggestionsAt } from "./in-dml.ts";
import { typeWordSuggestions } from "./keyword-suggestions.ts";
import { typeSuggestions } from "./name-suggestions.ts";
import type { Suggestion } from "./suggestion.ts";
import { isRecord } from "./target.ts";
import { isText } from "./text-token.ts";

export function typeSuggestionsAt(input: CompletionInput): Iterable<Suggestion> {
  const { workspace, cursor } = input;
  const { tokens, open } = cursor;
  const inner = open.at(-1);
  const from = inner !== undefined && isRecord(cursor, inner) ? inner.at + 1 : 0;
  const last = tokens.at(-1);
  if (inner !== undefined && from === 0 && inner.callee !== undefined && isTypeRange(inner.callee))
    return [];
  if (isInDml(input)) return dmlSuggestionsAt(input);
  if (last === undefined || last.image === "=" || last.image === ":" || last.image === "?") {
    return [...typeSuggestions(workspace, cursor), ...typeWordSuggestions()];
  }
  if (last.image === "include" && inner !== undefined) return typeSuggestions(workspace, cursor);
  // A key comes next, which somebody has to think of; or a word behind a type.
  return isText(last) ? [] : typeWordSuggestions();
}

/** `long(1..` has numbers alone. */
function isTypeRange(callee: string): boolean {
  return ["long", "double", "string", "number", "list", "dict"].includes(callee);
}

/** Behind `with`, and behind `=` that gives a default, up to the next field. */
function isInDml({ cursor }: CompletionInput): boolean {
  const { tokens, open } = cursor;
  const brackets = open.filter((bracket) => isRecord(cursor, bracket));
  if (brackets.length < open.length && open.at(-1)?.callee !== undefined) return true;
  const from = (brackets.at(-1)?.at ?? -1) + 1;
  for (let i = tokens.length - 1; i >= from; i--) {
    const image = tokens[i]?.image;
    if (image === "with") return true;
    if (image === ":" || image === "?") return false;
    if (image === "=") return brackets.length > 0 || i > 2;
  }
  return false;
}
