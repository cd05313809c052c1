/**
 * Finished configurations that are alike: where one has what another one has, it becomes a copy of that.
 *
 * When its statements have run, a configuration is held by nobody else: what DML takes out of it are copies, and what
 * it was given are copies, or views of values that do not change any more. So a part of it may be replaced by an equal
 * one as long as nothing stands in two places, where a later write would show twice. What is alike is then known to be
 * alike without a look, and what was found out of the one holds for the other.
 *
 * Equal means that nobody can tell one from the other by reading or by writing: a part that is a view is not equal to
 * one that may be changed.
 */

import { Dict } from "./dict.ts";
import { mostLevels } from "./freeze.ts";
import { List } from "./list.ts";
import { originalPart, ResourceBase } from "./resource.ts";
import { isResource, type Resource, type Value } from "./value.ts";

/** Freezes a finished configuration, which becomes a copy of its content; undefined if that cannot be done. */
export function freezeFinished(root: Dict): Dict | undefined {
  if (root.original !== undefined) return root.original;
  if (!standsAlone(root, new Set(), 0)) return undefined;
  const found = new Set<Resource>();
  const content = root.split();
  if (!collect(content, found, 0)) return undefined;
  for (const resource of found) resource.freeze();
  root.become(content);
  return content;
}

/**
 * Makes a resource a copy of a frozen one, if that is what it is like, or else the parts that are like the parts of
 * that. In an exact copy parts that are views in the frozen resource are views; in others no part is one.
 */
export function settle(value: Resource, original: Resource, isExact: boolean): boolean {
  const mayBecome = value.original !== undefined || standsAlone(value, new Set(), 0);
  return mayBecome && becomeLike(value, original, isExact);
}

function becomeLike(value: Resource, original: Resource, isExact: boolean): boolean {
  if (value.original !== undefined) {
    return value.original === original && value.isExact === isExact;
  }
  const isLike =
    value instanceof Dict
      ? original instanceof Dict && dictBecomesParts(value, original, isExact)
      : original instanceof List && listBecomesParts(value, original, isExact);
  if (isLike) value.become(original, isExact);
  return isLike;
}

/** All parts are looked at, as each of them may become a copy. */
function dictBecomesParts(value: Dict, original: Dict, isExact: boolean): boolean {
  let isLike = value.size === original.size;
  for (const [key, part] of value.content()) {
    if (!becomesPart(part, original.peek(key), isExact)) isLike = false;
  }
  return isLike;
}

function listBecomesParts(value: List, original: List, isExact: boolean): boolean {
  let isLike = value.size === original.size;
  for (let i = 0; i < value.size; i++) {
    if (!becomesPart(value.peek(i) as Value, original.peek(i), isExact)) isLike = false;
  }
  return isLike;
}

/** Whether a value is what a copy of a frozen resource has in the place of a part of that. */
function becomesPart(value: Value, part: Value | undefined, isExact: boolean): boolean {
  if (!isResource(value) || !(part instanceof ResourceBase)) return Object.is(value, part);
  const original = originalPart(part);
  const isView = isExact && part.isProtected;
  // What a view is of cannot be changed through it, so it does not matter how that could be changed.
  if (value.isProtected || isView) {
    return value.isProtected && isView && value.original === original;
  }
  return becomeLike(value, original, isExact && part.isExact);
}

/** Whether no part that could be written stands in two places. */
function standsAlone(resource: Resource, found: Set<Resource>, level: number): boolean {
  if (resource.isProtected || level > mostLevels || found.has(resource)) return false;
  found.add(resource);
  if (resource.original !== undefined) return true;
  for (const part of resource.parts()) {
    if (isResource(part) && !part.isProtected && !standsAlone(part, found, level + 1)) return false;
  }
  return true;
}

/** All that is not frozen; what is seen through views does not change any more either. */
function collect(resource: Resource, found: Set<Resource>, level: number): boolean {
  if (level > mostLevels) return false;
  // A few resources may be parts of others many times over.
  if (resource.isFrozen || found.has(resource)) return true;
  found.add(resource);
  for (const part of resource.parts()) {
    if (isResource(part) && !collect(part.viewed, found, level + 1)) return false;
  }
  return true;
}
