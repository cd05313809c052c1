/**
 * Texts of frozen resources in one format, by depth: what profiles share is written once.
 *
 * They are kept as long as their resources are, so only what some profile may have again is kept.
 */

import type { Resource } from "../tree/value.ts";
import type { TextOutput } from "./text-output.ts";

/** Smaller resources are written as fast as they are looked up. */
const leastSize = 2;

export class KnownTexts {
  private readonly texts = new WeakMap<Resource, Map<number, string>>();

  /** Writes a resource by its known text, or by `write`, whose text is known from then on; false if it is not kept. */
  write(out: TextOutput, { original, size }: Resource, depth: number, write: () => void): boolean {
    if (original === undefined || size < leastSize) return false;
    let known = this.texts.get(original);
    const text = known?.get(depth);
    if (text !== undefined) {
      out.write(text);
      return true;
    }
    const copy = out.copied(write);
    if (copy === undefined) return true;
    if (known === undefined) {
      known = new Map();
      this.texts.set(original, known);
    }
    known.set(depth, copy);
    return true;
  }
}
