/** Diagnostics by the file that they are in, files and diagnostics in the order of the report. */

import type { Diagnostic } from "../diagnostic.ts";

export function groupByFile(
  diagnostics: readonly Diagnostic[],
): ReadonlyMap<string, readonly Diagnostic[]> {
  const groups = new Map<string, Diagnostic[]>();
  for (const diagnostic of diagnostics) {
    const { file } = diagnostic.span;
    const group = groups.get(file);
    if (group === undefined) groups.set(file, [diagnostic]);
    else group.push(diagnostic);
  }
  return groups;
}
