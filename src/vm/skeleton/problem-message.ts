/** What libxml2 says of a document, in words that a reader of skeletons understands. */

import * as patterns from "../shape/pattern.ts";

/** The message on one line, without namespaces and facets; forms of texts are named instead of spelt out. */
export function readableMessage(message: string): string {
  return message
    .trim()
    .replace(/\s*\n\s*/g, " ")
    .replace(/\{urn:[^}]*\}/g, "")
    .replace(/\[facet '\w+'\] /, "")
    .replace(/ is not accepted by the pattern '(.*)'\.$/, (whole, source: string) => {
      const wanted = wantedBySource.get(source);
      return wanted === undefined ? whole : ` is not ${wanted}.`;
    });
}

const wantedBySource: ReadonlyMap<string, string> = new Map(
  Object.values(patterns).flatMap((pattern) =>
    typeof pattern === "function" ? [] : [[pattern.source, pattern.wanted] as const],
  ),
);
