/** Tables that are asked for names which people wrote: `constructor` is in no table, but in every object. */

/** The value of an entry; undefined where the table has none of that name. */
export function lookUp<Value>(
  table: Readonly<Record<string, Value>>,
  name: string | undefined,
): Value | undefined {
  return name !== undefined && Object.hasOwn(table, name) ? table[name] : undefined;
}
