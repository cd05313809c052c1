/** Iteration over the children of a resource, as `foreach`, `first` and `next` see it. */

import { Dict } from "./dict.ts";
import type { Property, Resource, Value } from "./value.ts";

export interface Entry {
  /** The key of a dict's child; the index of a list's, as a long. */
  readonly key: Property;
  readonly value: Value;
}

export interface ResourceIterator {
  /** Whether another child follows. */
  hasNext(): boolean;
  /** The next child; undefined if the set of keys has changed since the iteration began. */
  next(): Entry | undefined;
}

/**
 * Iterates a dict in the order of its keys, a list in the order of its indexes. A list may grow meanwhile and
 * the iteration sees it; a dict may not.
 */
export function iterate(resource: Resource): ResourceIterator {
  let position = 0;
  if (resource instanceof Dict) {
    const keys = resource.keys();
    const version = resource.version;
    return {
      hasNext: () => position < keys.length,
      next() {
        if (resource.version !== version) return undefined;
        const key = keys[position++] as string;
        return { key, value: resource.get(key) as Value };
      },
    };
  }
  return {
    hasNext: () => position < resource.size,
    next() {
      const index = position++;
      return { key: BigInt(index), value: resource.at(index) as Value };
    },
  };
}
