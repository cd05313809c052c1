/**
 * Messages of SARIF: `[text](1)` in one is a link to a related place, and `{0}` stands for an argument. What only looks
 * like these is escaped.
 */

import type { Diagnostic, RelatedPlace } from "../diagnostic.ts";

export interface SarifMessage {
  readonly text: string;
}

export function plainMessage(text: string): SarifMessage {
  return { text: verbatim(text) };
}

/** The message, its help, and a link to each place that explains it: services show those that are linked. */
export function resultMessage(
  { message, help }: Diagnostic,
  related: readonly RelatedPlace[],
): SarifMessage {
  const links = related.flatMap(({ message: label }, id) =>
    label === "" ? [] : [`[${linkText(label)}](${id})`],
  );
  const parts = [message, ...(help === undefined ? [] : [help])].map(verbatim);
  return { text: [...parts, ...links].join("\n") };
}

function verbatim(text: string): string {
  return text.replace(/\[(?=[^[\]]*\]\()/g, "\\[").replace(/\{(\d+)\}/g, "{{$1}}");
}

/** Inside of a link every bracket counts. */
function linkText(text: string): string {
  return text
    .replace(/[\\[\]]/g, "\\$&")
    .replace(/\{(\d+)\}/g, "{{$1}}")
    .replace(/\r\n|\n|\r/g, " ");
}
