/**
 * What tells the elements of a list apart besides their place, so that one that is put in front does not make all the
 * others differ.
 */

import { Dict } from "../pan/tree/dict.ts";
import type { List } from "../pan/tree/list.ts";
import { isProperty, type Property, type Value } from "../pan/tree/value.ts";
import type { Identity } from "./change.ts";

/** Keys by which people tell things apart; the first that serves is taken. */
const naturalKeys = [
  "name",
  "id",
  "uuid",
  "mac",
  "hwaddr",
  "vdev",
  "device",
  "target",
  "address",
  "mount",
  "mountpoint",
  "path",
  "to",
  "host",
  "key",
  "url",
] as const;

/** The identities of the elements of both lists; undefined where only places tell them apart. */
export function identify(
  before: List,
  after: List,
): readonly [readonly Identity[], readonly Identity[]] | undefined {
  const lists = [items(before), items(after)] as const;
  const [first, second] = lists;
  if (first.length === 0 || second.length === 0) return undefined;
  if (lists.every((list) => list.every(isProperty))) return scalars(first, second);
  if (!lists.every((list) => list.every((item) => item instanceof Dict))) return undefined;
  for (const by of naturalKeys) {
    const identities = lists.map((list) => identitiesBy(list as readonly Dict[], by));
    const [ours, theirs] = identities;
    if (ours !== undefined && theirs !== undefined) return [ours, theirs];
  }
  return undefined;
}

/** Scalars are their own identity where none is twice; two lists with nothing in common are compared by place. */
function scalars(
  before: readonly Value[],
  after: readonly Value[],
): readonly [readonly Identity[], readonly Identity[]] | undefined {
  if (new Set(before).size < before.length || new Set(after).size < after.length) return undefined;
  const known = new Set(before);
  if (!after.some((item) => known.has(item))) return undefined;
  const identities = (list: readonly Value[]): readonly Identity[] =>
    list.map((value) => ({ by: undefined, value: value as Property }));
  return [identities(before), identities(after)];
}

function identitiesBy(list: readonly Dict[], by: string): readonly Identity[] | undefined {
  const seen = new Set<Value>();
  const found: Identity[] = [];
  for (const item of list) {
    const value = item.peek(by);
    if (value === undefined || !isProperty(value) || seen.has(value)) return undefined;
    seen.add(value);
    found.push({ by, value });
  }
  return found;
}

function items(list: List): readonly Value[] {
  return Array.from({ length: list.size }, (_, index) => list.peek(index) as Value);
}
