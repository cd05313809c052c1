/** Suggestions where a value is computed, outside of quotes. */

import { quoted } from "../schema/describe-type.ts";
import type { CompletionInput } from "./complete.ts";
import { dmlSuggestions } from "./keyword-suggestions.ts";
import { functionSuggestions, variableSuggestions } from "./name-suggestions.ts";
import { keysBefore, structureKeys } from "./pairs.ts";
import { stepSuggestions } from "./path-steps.ts";
import type { Suggestion } from "./suggestion.ts";
import {
  isKeyPosition,
  targetOfCompared,
  targetOfIndex,
  targetOfPairs,
  targetOfValue,
} from "./target.ts";
import { templateSuggestions } from "./template-names.ts";
import { isText } from "./text-token.ts";
import { valueSuggestions } from "./value-suggestions.ts";

export function* dmlSuggestionsAt(input: CompletionInput): Iterable<Suggestion> {
  const { workspace, cursor } = input;
  const last = cursor.tokens.at(-1);
  if (last !== undefined && endsOperand(last.image, isText(last))) {
    // Behind `)` of `if (…)` a value can begin as well.
    if (last.image !== ")") return yield* afterOperand(last.image);
  }
  const inner = cursor.open.at(-1);
  if (inner?.kind === "[") {
    const target = targetOfIndex(workspace, cursor);
    yield* stepSuggestions({ ...input, target, written: quoted });
  } else if (inner?.callee === "create" && inner.separators === 0) {
    const { file } = cursor;
    const { types } = targetOfPairs(workspace, cursor);
    yield* templateSuggestions({ workspace, use: "structure", file, types, written: quoted });
  } else if (inner !== undefined && isKeyPosition(inner)) {
    const target = targetOfPairs(workspace, cursor);
    const without = keysBefore(cursor.tokens, inner);
    yield* structureKeys(workspace, cursor, inner, quoted);
    yield* stepSuggestions({ ...input, target, written: quoted, without });
  } else {
    yield* wholeValues(input);
  }
  yield* variableSuggestions(workspace, cursor);
  yield* functionSuggestions(workspace, cursor);
  yield* dmlSuggestions(last === undefined || last.image === "{" || last.image === ";");
}

/** Behind an operator stands a part of the value alone. */
function wholeValues(input: CompletionInput): Iterable<Suggestion> {
  const { workspace, cursor } = input;
  const isPart = /^[-+*/%]$/.test(cursor.tokens.at(-1)?.image ?? "");
  if (isPart) return [];
  const target = targetOfCompared(workspace, cursor) ?? targetOfValue(workspace, cursor);
  return valueSuggestions({ ...input, target });
}

function endsOperand(image: string, isQuoted: boolean): boolean {
  return isQuoted || image === ")" || image === "]" || image === "}" || /^\w/.test(image);
}

/** `else` may follow, and operators, which nobody needs to be told. */
function* afterOperand(image: string): Iterable<Suggestion> {
  if (image === "else" || image === "return") return;
  yield { label: "else", kind: "keyword", detail: "", rank: 1 };
}
