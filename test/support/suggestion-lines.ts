/** An answer of completion in few lines: what is replaced, and a line for each suggestion. */
import {
  type CompletionItem,
  CompletionItemKind,
  type CompletionList,
} from "vscode-languageserver/node";

const mostLines = 25;

/** Undefined for other answers; `at` prints a range. */
export function suggestionLines(
  answer: unknown,
  at: (range: unknown) => unknown,
): string | undefined {
  if (typeof answer !== "object" || answer === null || !("isIncomplete" in answer))
    return undefined;
  const { items, isIncomplete } = answer as CompletionList;
  const [first] = items;
  if (first === undefined) return "nothing";
  const { range } = first.textEdit as { readonly range: unknown };
  const shown = items.slice(0, mostLines).map(suggestionLine);
  const left = items.length - shown.length;
  return [
    `replaces ${at(range)}${isIncomplete ? ", and there are more" : ""}`,
    ...shown,
    ...(left > 0 ? [`… ${left} more`] : []),
  ].join("\n");
}

const kinds = new Map(
  Object.entries(CompletionItemKind).map(([name, kind]) => [kind as number, name.toLowerCase()]),
);

function suggestionLine({ label, kind, detail, textEdit, tags }: CompletionItem): string {
  const text = textEdit?.newText ?? label;
  const parts = [
    `${kinds.get(kind ?? 0)} ${label}`,
    ...(detail === undefined ? [] : [`(${detail})`]),
    ...(text === label ? [] : [`→ ${JSON.stringify(text)}`]),
    ...(tags === undefined ? [] : ["deprecated"]),
  ];
  return parts.join(" ");
}
