/**
 * Frozen resources: nobody will ever change them, so that any number of copies may share them until they are written.
 *
 * A copy of a frozen resource costs nothing at first and behaves as one that was made at once: it takes over its
 * first level when somebody writes it or takes a part out of it, and the parts are such copies in turn.
 */

import { Dict } from "./dict.ts";
import { isProtected, ResourceBase } from "./resource.ts";
import { isResource, type Resource, type Value } from "./value.ts";

/** What two equal contents have in common: properties themselves, resources the frozen one that they are copies of. */
export function originalOf(value: Value | undefined): Value | undefined {
  return value instanceof ResourceBase ? (value.original as Resource | undefined) : value;
}

/**
 * Freezes a value that only the caller holds; false, and nothing is done, if that is not possible: a part of it is a
 * view of something that may still change, or stands in two places, which a later write would change together.
 */
export function freeze(value: Value): boolean {
  const found = new Set<Resource>();
  if (!collect(value, found, 0)) return false;
  for (const resource of found) resource.freeze();
  return true;
}

/** The value, frozen if possible. */
export function frozen<V extends Value>(value: V): V {
  freeze(value);
  return value;
}

/** Of a frozen value, what it was before: a value of one's own, or a view if it was one. */
export function thawed<V extends Value>(value: V): V {
  return value instanceof ResourceBase && !value.isProtected ? (value.thaw() as V) : value;
}

/** Whoever nests deeper is left alone, so that the stack suffices where it would suffice otherwise. */
export const mostLevels = 100;

function collect(value: Value, found: Set<Resource>, level: number): boolean {
  if (!isResource(value) || value.isFrozen) return true;
  if (isProtected(value) || found.has(value) || level > mostLevels) return false;
  found.add(value);
  if (value.original !== undefined) return true;
  if (value instanceof Dict) {
    for (const part of value.parts()) if (!collect(part, found, level + 1)) return false;
    return true;
  }
  for (let i = 0; i < value.size; i++) {
    if (!collect(value.peek(i) as Value, found, level + 1)) return false;
  }
  return true;
}
