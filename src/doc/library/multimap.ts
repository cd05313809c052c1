/** Lists by key. */

export function listIn<Key, Item>(map: Map<Key, Item[]>, key: Key): Item[] {
  const known = map.get(key);
  if (known !== undefined) return known;
  const list: Item[] = [];
  map.set(key, list);
  return list;
}
