/**
 * Texts of frozen resources in one format, by depth: what profiles share is written once.
 *
 * They are kept as long as their resources are, so only what some profile may have again is kept.
 */

import type { Resource } from "../tree/value.ts";

/** Smaller resources are written as fast as they are looked up. */
const leastSize = 2;

export class KnownTexts {
  private readonly texts = new WeakMap<Resource, Map<number, string>>();

  /** Whether it may be worth to keep the text of a resource. */
  isFit({ original, size }: Resource): boolean {
    return original !== undefined && size >= leastSize;
  }

  get({ original }: Resource, depth: number): string | undefined {
    return original === undefined ? undefined : this.texts.get(original)?.get(depth);
  }

  set({ original }: Resource, depth: number, text: string): void {
    if (original === undefined) return;
    let known = this.texts.get(original);
    if (known === undefined) {
      known = new Map();
      this.texts.set(original, known);
    }
    known.set(depth, text);
  }
}
