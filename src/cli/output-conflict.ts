/** Two machines that want to write the same files with different contents. */

import { type Diagnostic, diagnostic } from "../diagnostics/diagnostic.ts";
import { noSpan } from "../text/span.ts";

export interface OutputConflict {
  /** Name of the file. */
  readonly name: string;
  readonly first: string;
  readonly second: string;
}

/** One for each pair of machines, however many files they share. */
export function outputConflicts(conflicts: readonly OutputConflict[]): readonly Diagnostic[] {
  const pairs = new Map<string, OutputConflict[]>();
  for (const conflict of conflicts) {
    const key = JSON.stringify([conflict.first, conflict.second]);
    const known = pairs.get(key);
    if (known === undefined) pairs.set(key, [conflict]);
    else known.push(conflict);
  }
  return [...pairs.values()].map((pair) => {
    const { name, first, second } = pair[0] as OutputConflict;
    const more = pair.length - 1;
    const files =
      more === 0
        ? `The file '${name}'`
        : `The file '${name}' and ${more === 1 ? "another one" : `${more} others`}`;
    return diagnostic("output-conflict", noSpan, { files, first, second });
  });
}
