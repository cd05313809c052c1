/** The path that was probably meant. */

import { closestName } from "../../text/did-you-mean.ts";
import { peekAt } from "../evaluator/write-log.ts";
import { Dict } from "../tree/dict.ts";
import type { Term } from "../tree/term.ts";
import type { Value } from "../tree/value.ts";

/** With the first step that leads nowhere replaced; as far as the rest of the path exists. */
export function closestPath(root: Value, terms: readonly Term[]): readonly Term[] | undefined {
  const known = terms.findIndex((_, i) => peekAt(root, terms.slice(0, i + 1)) === undefined);
  const above = terms.slice(0, known);
  const parent = peekAt(root, above);
  if (known < 0 || !(parent instanceof Dict)) return undefined;
  const name = closestName(String(terms[known]), parent.keys());
  if (name === undefined) return undefined;
  const whole = [...above, name, ...terms.slice(known + 1)];
  return peekAt(root, whole) === undefined ? [...above, name] : whole;
}
