/** Suggestions within quotes: paths, names of templates, keys, values. */

import type { Located } from "../../text/span.ts";
import { pathFunctions } from "../files/find-occurrences.ts";
import type { CompletionInput } from "./complete.ts";
import { keysBefore, structureKeys } from "./pairs.ts";
import { stepSuggestions } from "./path-steps.ts";
import { isRuleStatement, ruleTextBehind } from "./rule-parts.ts";
import { arranged, type Suggestion, type Suggestions } from "./suggestion.ts";
import {
  isKeyPosition,
  isRecord,
  type Target,
  targetAt,
  targetOfCompared,
  targetOfIndex,
  targetOfPairs,
  targetOfPath,
  targetOfValue,
} from "./target.ts";
import { type TemplateUse, templateSuggestions } from "./template-names.ts";
import { textOf } from "./text-token.ts";
import { textSuggestions } from "./value-suggestions.ts";

interface OpenText {
  readonly text: string;
  readonly start: number;
}

/** What a text is for. */
type Purpose =
  | { readonly kind: "template"; readonly use: TemplateUse }
  | { readonly kind: "path" }
  | { readonly kind: "path or template" }
  | {
      readonly kind: "key";
      readonly target: Target;
      readonly others: readonly Suggestion[];
      readonly given: ReadonlySet<string>;
    }
  | { readonly kind: "value"; readonly target: Target }
  | { readonly kind: "words" };

export function textSuggestionsAt(input: CompletionInput, written: OpenText): Suggestions {
  const purpose = purposeOf(input);
  switch (purpose.kind) {
    case "template":
      return templates(input, written, purpose.use);
    case "path":
      return pathSteps(input, written);
    case "path or template":
      return written.text.startsWith("/")
        ? pathSteps(input, written)
        : templates(input, written, "include");
    case "key": {
      const { target, given: without } = purpose;
      const typed = written.text;
      const steps = [...purpose.others, ...stepSuggestions({ ...input, target, without, typed })];
      return arranged(steps, typed, rest(input, written.start));
    }
    case "value":
      return arranged(
        textSuggestions({ ...input, target: purpose.target }),
        written.text,
        rest(input, written.start),
      );
    case "words":
      return arranged([], "", { start: input.cursor.offset, end: input.cursor.offset });
  }
}

/** From where something begins to the end of the text, as far as it is one word. */
function rest({ cursor: { file, offset } }: CompletionInput, start: number): Located {
  const behind = file.text.slice(offset, offset + 200);
  return { start, end: offset + (/^[\w.+-]*/.exec(behind)?.[0].length ?? 0) };
}

function templates(
  input: CompletionInput,
  { text, start }: OpenText,
  use: TemplateUse,
): Suggestions {
  const { file, offset } = input.cursor;
  const behind = /^[\w./+-]*/.exec(file.text.slice(offset, offset + 200))?.[0] ?? "";
  const { workspace, cursor } = input;
  const types = use === "structure" ? targetOfPairs(workspace, cursor).types : [];
  const found = templateSuggestions({ workspace, use, file, types });
  return arranged(found, text, { start, end: offset + behind.length });
}

/** One step at a time; the name of a profile first in a path outside of this one. */
function pathSteps(input: CompletionInput, { text, start }: OpenText): Suggestions {
  const at = text.lastIndexOf("/") + 1;
  const typed = text.slice(at);
  const range = rest(input, start + at);
  const colon = text.indexOf(":");
  const isRelative = !text.startsWith("/") && colon < 0;
  if (isRelative && !canBeRelative(input)) return beginnings(input, { text, start });
  const above = text.slice(colon + 1, at).replace(/\/$/, "");
  const target = targetAbove(input, above, isRelative && above === "");
  return arranged(stepSuggestions({ ...input, target, typed }), typed, range);
}

function targetAbove(
  { workspace, cursor }: CompletionInput,
  above: string,
  isEmpty: boolean,
): Target {
  if (!isEmpty)
    return above === "" ? targetAt(workspace, []) : targetOfPath(workspace, cursor, above);
  if (cursor.prefix !== undefined) return targetAt(workspace, cursor.prefix);
  // A path of a structure template: what it is put at, by a step that is taken back.
  const below = targetOfPath(workspace, cursor, "x");
  return below.path === undefined ? below : targetAt(workspace, below.path.slice(0, -1));
}

/** Below a prefix, and in structure templates. */
function canBeRelative({ cursor }: CompletionInput): boolean {
  const isCall = cursor.open.at(-1)?.callee !== undefined;
  const isPrefix = cursor.tokens[0]?.image === "prefix";
  if (isCall || isPrefix) return false;
  return cursor.prefix !== undefined || cursor.file.template.templateKind === "structure";
}

/** Where nothing is typed yet, or a name without a slash: roots, and profiles. */
function beginnings(input: CompletionInput, { text, start }: OpenText): Suggestions {
  const { workspace, cursor } = input;
  const target = targetAt(workspace, []);
  const roots = [...stepSuggestions({ ...input, target })].map(
    (step): Suggestion => ({
      ...step,
      label: `/${step.label}`,
      text: `/${step.text ?? step.label}`,
    }),
  );
  const { file } = cursor;
  const written = (name: string): string => `${name}:`;
  const profiles = isRead(input)
    ? [...templateSuggestions({ workspace, use: "object", file, written })]
    : [];
  return arranged([...roots, ...profiles], text, rest(input, start));
}

/** Paths of other profiles can be read, not written. */
function isRead({ cursor }: CompletionInput): boolean {
  return cursor.open.some(({ callee }) => callee !== undefined && pathFunctions.has(callee));
}

function purposeOf(input: CompletionInput): Purpose {
  const { workspace, cursor } = input;
  const { tokens, open } = cursor;
  const inner = open.at(-1);
  const start = tokens[0]?.image === "final" ? 1 : 0;
  const first = tokens[start]?.image;
  if (tokens.length === start) return { kind: "path" };
  if (["bind", "prefix", "valid", "type"].includes(first ?? "") && tokens.length === 1) {
    return { kind: "path" };
  }
  if (isRuleStatement(tokens)) return ruleText(input);
  if (first === "include" && inner?.callee === undefined)
    return { kind: "template", use: "include" };
  if (inner?.kind === "[") {
    const target = targetOfIndex(workspace, cursor);
    return { kind: "key", target, others: [], given: new Set() };
  }
  if (inner?.callee !== undefined) return ofCall(input, inner.callee);
  if (inner !== undefined && isRecord(cursor, inner) && !isBehindType(input))
    return { kind: "words" };
  const target = targetOfCompared(workspace, cursor) ?? targetOfValue(workspace, cursor);
  return { kind: "value", target };
}

/** Behind `=` or `with` of a field. */
function isBehindType({ cursor: { tokens } }: CompletionInput): boolean {
  const last = tokens.at(-1)?.image;
  return last === "=" || last === "with" || last === "==";
}

function ruleText({ workspace, cursor }: CompletionInput): Purpose {
  const found = ruleTextBehind(cursor.tokens);
  if (found.kind !== "operand") return found;
  return { kind: "value", target: targetOfPath(workspace, cursor, textOf(found.path)) };
}

function ofCall(input: CompletionInput, callee: string): Purpose {
  const { workspace, cursor } = input;
  const inner = cursor.open.at(-1);
  if (inner === undefined) return { kind: "words" };
  const isFirst = inner.separators === 0;
  if (callee === "create" && isFirst) return { kind: "template", use: "structure" };
  if (callee === "if_exists" && isFirst) return { kind: "template", use: "include" };
  if (callee === "exists" && isFirst) return { kind: "path or template" };
  if (pathFunctions.has(callee) && isFirst) return { kind: "path" };
  if (isKeyPosition(inner)) {
    const given = keysBefore(cursor.tokens, inner);
    const others = [...structureKeys(workspace, cursor, inner, (key) => key)];
    return { kind: "key", target: targetOfPairs(workspace, cursor), others, given };
  }
  const compared = targetOfCompared(workspace, cursor);
  return { kind: "value", target: compared ?? targetOfValue(workspace, cursor) };
}
