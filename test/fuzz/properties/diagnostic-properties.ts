/** Properties of diagnostics: codes are known, places are in files that were read, and they can be shown. */

import { definitions } from "../../../src/diagnostics/codes.ts";
import type { Diagnostic } from "../../../src/diagnostics/diagnostic.ts";
import { plainPalette } from "../../../src/diagnostics/palette.ts";
import { renderJson } from "../../../src/diagnostics/render-json.ts";
import { renderText } from "../../../src/diagnostics/render-text.ts";
import { applyEdits } from "../../../src/text/edit.ts";
import type { Span } from "../../../src/text/span.ts";
import { root } from "../memory-source.ts";
import type { Outcome, Property } from "./property.ts";

export const diagnosticProperties: readonly Property[] = [
  {
    name: "codes of the table",
    every: 1,
    violation: (outcome) =>
      firstOf(allDiagnostics(outcome), ({ code, severity }) =>
        Object.hasOwn(definitions, code) && ["error", "warning", "info"].includes(severity)
          ? undefined
          : `${code} with severity ${severity}`,
      ),
  },
  {
    name: "places of diagnostics",
    every: 1,
    violation: (outcome) =>
      firstOf(allDiagnostics(outcome), ({ code, span, related }) =>
        firstOf([span, ...related.map((place) => place.span)], (place) =>
          isInFile(outcome, place) ? undefined : `${code} at ${JSON.stringify(place)}`,
        ),
      ),
  },
  {
    name: "messages without holes",
    every: 1,
    violation: (outcome) =>
      firstOf(allDiagnostics(outcome), ({ code, message, help }) =>
        /\[object |\bundefined\b/.test(`${message} ${help}`.replace(/undefined$/, "")) &&
        !mentions(outcome, "undefined")
          ? `${code}: ${message} ${help}`
          : undefined,
      ),
  },
  {
    name: "fixes can be applied",
    every: 1,
    violation: (outcome) =>
      firstOf(allDiagnostics(outcome), ({ fixes }) =>
        firstOf(fixes, ({ file, edits }) => {
          applyEdits(textOf(outcome, file) ?? "", edits);
          return undefined;
        }),
      ),
  },
  {
    name: "diagnostics can be shown",
    every: 2,
    violation: (outcome) => {
      const sources = (file: string): string | undefined => textOf(outcome, file);
      const displayPath = (file: string): string => file;
      const { diagnostics } = outcome.output;
      renderText(diagnostics, { sources, palette: plainPalette, width: 100, displayPath });
      const lines = renderJson(diagnostics, { sources, displayPath }).split("\n");
      for (const line of lines.filter((each) => each !== "")) JSON.parse(line);
      return lines.length === diagnostics.length + 1 ? undefined : "a line is missing";
    },
  },
];

function allDiagnostics({ parsed, output }: Outcome): readonly Diagnostic[] {
  return [
    ...parsed.flatMap(({ compile, editor }) => [...compile.diagnostics, ...editor.diagnostics]),
    ...output.diagnostics,
  ];
}

function firstOf<Item>(
  items: readonly Item[],
  check: (item: Item) => string | undefined,
): string | undefined {
  for (const item of items) {
    const found = check(item);
    if (found !== undefined) return found;
  }
  return undefined;
}

function isInFile(outcome: Outcome, { file, start, end }: Span): boolean {
  if (file === "") return start === 0 && end === 0;
  const text = textOf(outcome, file);
  return text !== undefined && 0 <= start && start <= end && end <= text.length;
}

function textOf({ fuzzCase }: Outcome, file: string): string | undefined {
  return fuzzCase.files.get(file.slice(root.length + 1));
}

/** Whether the input contains a word, which a message may then repeat. */
function mentions({ fuzzCase }: Outcome, word: string): boolean {
  return [...fuzzCase.files].some(([name, text]) => name.includes(word) || text.includes(word));
}
