/**
 * Diagnostics that show no secrets: what is shown of a file is whole lines, and one with a password must not be among
 * them. The number of the line is in the message instead.
 */

import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import { lineIndex } from "../../text/line-index.ts";
import { noSpan, type Span } from "../../text/span.ts";
import { mayHoldSecret } from "./context.ts";

export function hideSecrets(
  diagnostics: readonly Diagnostic[],
  text: string,
): readonly Diagnostic[] {
  const secretLines = new Set(
    text.split("\n").flatMap((line, index) => (holdsSecret(line) ? [index + 1] : [])),
  );
  if (secretLines.size === 0) return diagnostics;
  const lines = lineIndex(text);
  const isNear = (spans: readonly Span[]): boolean => {
    const numbers = spans.flatMap(({ start, end }) => [
      lines.position(start).line,
      lines.position(end).line,
    ]);
    const first = Math.min(...numbers) - 1;
    const last = Math.max(...numbers) + 1;
    return [...secretLines].some((line) => line >= first && line <= last);
  };
  return diagnostics.map((found) => {
    if (!isNear([found.span, ...found.related.map(({ span }) => span)])) return found;
    const { line } = lines.position(found.span.start);
    const name = found.span.file.replace(/^.*[/\\]/, "");
    const place = `(${name}, line ${line}, which is not shown as a password is near)`;
    return { ...found, span: noSpan, related: [], message: `${found.message} ${place}` };
  });
}

/** Whether a line gives a password that is not empty. */
function holdsSecret(line: string): boolean {
  return mayHoldSecret(line) && !/passw\w*\s*=\s*(''|"")\s*;?\s*(#.*)?$/i.test(line);
}
