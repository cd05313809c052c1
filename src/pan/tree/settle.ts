/**
 * Finished configurations that are alike: where one has what another one has, it becomes a copy of that.
 *
 * When its statements have run, a configuration is held by nobody else: what DML takes out of it are copies, and what
 * it was given are copies, or views of values that do not change any more. So a part of it may be replaced by an equal
 * one as long as nothing stands in two places, where a later write would show twice. What is alike is then known to be
 * alike without a look, and what was found out of the one holds for the other.
 */

import { Dict } from "./dict.ts";
import type { List } from "./list.ts";
import { ResourceBase } from "./resource.ts";
import { isResource, type Resource, type Value } from "./value.ts";

/** Whoever nests deeper is left alone, so that the stack suffices where it would suffice otherwise. */
const mostLevels = 100;

/** Makes a finished configuration a copy of another one, wherever they are equal. */
export function settle(root: Dict, other: Dict): void {
  if (standsAlone(root) && isLike(root, other, false, 0) && root.original !== other) {
    root.become(other);
  }
}

/** Freezes a finished configuration and gives the frozen content; undefined if that cannot be done. */
export function freezeFinished(root: Dict): Dict | undefined {
  if (root.isProtected) return undefined;
  if (root.original !== undefined) return root.original;
  if (!standsAlone(root)) return undefined;
  const found = new Set<Resource>();
  const content = root.split();
  if (!collect(content, found, 0)) return undefined;
  for (const resource of found) resource.freeze();
  root.become(content);
  return content;
}

/** Makes a resource the copy again that it was before its parts were taken out, if all of them are as they were. */
export function returnTo(resource: Resource, original: Resource, isExact: boolean): boolean {
  if (resource.original !== undefined) return resource.original === original;
  if (resource.size !== original.size) return false;
  const isPart = (value: Value, part: Value | undefined): boolean => {
    if (!isResource(value) || part === undefined || !isResource(part))
      return Object.is(value, part);
    if (isExact && part.isProtected) return value === part;
    return (
      !value.isProtected &&
      value.original === part.original &&
      value.isExact === (isExact && part.isExact)
    );
  };
  if (resource instanceof Dict) {
    for (const [key, value] of resource.content()) {
      if (!isPart(value, (original as Dict).peek(key))) return false;
    }
  } else {
    for (let i = 0; i < resource.size; i++) {
      if (!isPart(resource.peek(i) as Value, (original as List).peek(i))) return false;
    }
  }
  resource.become(original, isExact);
  return true;
}

/** Whether no part that could be written stands in two places. */
function standsAlone(root: Dict): boolean {
  return collectOwn(root, new Set(), 0);
}

function collectOwn(resource: Resource, found: Set<Resource>, level: number): boolean {
  if (level > mostLevels || found.has(resource)) return false;
  found.add(resource);
  if (resource.original !== undefined) return true;
  for (const part of resource.parts()) {
    if (isResource(part) && !part.isProtected && !collectOwn(part, found, level + 1)) return false;
  }
  return true;
}

/** All that is not frozen; what is seen through views does not change any more either. */
function collect(resource: Resource, found: Set<Resource>, level: number): boolean {
  if (level > mostLevels) return false;
  // A few resources may be parts of others many times over.
  if (resource.isFrozen || found.has(resource)) return true;
  found.add(resource);
  if (resource.original !== undefined) return true;
  for (const part of resource.parts()) {
    if (isResource(part) && !collect(part.isProtected ? part.viewed : part, found, level + 1))
      return false;
  }
  return true;
}

/** A frozen resource; in `plain` copies of it no part is a view. */
interface Pattern {
  readonly original: Resource;
  readonly isPlain: boolean;
}

/** What a copy of a pattern has in the place of a part of it: a property, a view, or a copy of a pattern in turn. */
function patternOf(part: Resource, isPlain: boolean): Pattern {
  return { original: part.original ?? part, isPlain: isPlain || !part.isExact };
}

/** Whether a value is as good as a copy of a part has. Parts of it that are become copies, itself is the caller's. */
function isLike(value: Value, part: Value, isPlain: boolean, level: number): boolean {
  if (!(value instanceof ResourceBase) || !(part instanceof ResourceBase)) {
    return Object.is(value, part);
  }
  if (value instanceof Dict !== part instanceof Dict) return false;
  if (value.isProtected || (part.isProtected && !isPlain)) {
    return value.isProtected && part.isProtected && !isPlain && isSameView(value, part);
  }
  const pattern = patternOf(part, isPlain);
  const { original } = value;
  if (original !== undefined) {
    return isLikePattern({ original, isPlain: !value.isExact }, pattern, level);
  }
  if (level > mostLevels || part.original === undefined) return false;
  return ownIsLike(value, pattern, level);
}

/** What a view is a view of cannot be changed through it, so it does not matter how that could be changed. */
function isSameView(view: Resource, other: Resource): boolean {
  const { original } = view;
  return original !== undefined && original === other.original;
}

function ownIsLike(value: Resource, { original, isPlain }: Pattern, level: number): boolean {
  const alike: (readonly [Resource, Pattern])[] = [];
  let isWhole = value.size === original.size;
  const compare = (child: Value, there: Value | undefined): void => {
    if (there === undefined || !isLike(child, there, isPlain, level + 1)) isWhole = false;
    else if (isResource(child) && isResource(there) && !child.isProtected) {
      alike.push([child, patternOf(there, isPlain)]);
    }
  };
  if (value instanceof Dict) {
    for (const [key, child] of value.content()) compare(child, (original as Dict).peek(key));
  } else {
    for (let i = 0; i < value.size; i++) {
      compare(value.peek(i) as Value, (original as List).peek(i));
    }
  }
  if (!isWhole) {
    for (const [child, there] of alike) {
      if (child.original !== there.original) child.become(there.original, !there.isPlain);
    }
  }
  return isWhole;
}

/** Which patterns were compared last. */
const compared = new WeakMap<Resource, { readonly other: Pattern; readonly isLike: boolean }[]>();

function isLikePattern(one: Pattern, other: Pattern, level: number): boolean {
  if (one.original === other.original && one.isPlain === other.isPlain) return true;
  if (level > mostLevels || one.original.size !== other.original.size) return false;
  const index = one.isPlain ? 1 : 0;
  const known = compared.get(one.original) ?? [];
  const last = known[index];
  if (last?.other.original === other.original && last.other.isPlain === other.isPlain) {
    return last.isLike;
  }
  const found = patternsAreLike(one, other, level);
  known[index] = { other, isLike: found };
  compared.set(one.original, known);
  return found;
}

function patternsAreLike(one: Pattern, other: Pattern, level: number): boolean {
  const { original } = one;
  if (original instanceof Dict) {
    for (const [key, part] of original.content()) {
      if (!partsAreLike(part, one, (other.original as Dict).peek(key), other, level)) return false;
    }
    return true;
  }
  for (let i = 0; i < original.size; i++) {
    const there = (other.original as List).peek(i);
    if (!partsAreLike(original.peek(i) as Value, one, there, other, level)) return false;
  }
  return true;
}

function partsAreLike(
  part: Value,
  of: Pattern,
  other: Value | undefined,
  ofOther: Pattern,
  level: number,
): boolean {
  if (!isResource(part) || other === undefined || !isResource(other)) return Object.is(part, other);
  if (part instanceof Dict !== other instanceof Dict) return false;
  const isView = part.isProtected && !of.isPlain;
  if (isView !== (other.isProtected && !ofOther.isPlain)) return false;
  if (isView) return isSameView(part, other);
  return isLikePattern(patternOf(part, of.isPlain), patternOf(other, ofOther.isPlain), level + 1);
}
