/** Where two plain values differ, without recursion: syntax trees may be deeper than the stack. */

export function difference(left: unknown, right: unknown): string | undefined {
  const pending: { readonly a: unknown; readonly b: unknown; readonly at: string }[] = [];
  pending.push({ a: left, b: right, at: "" });
  for (let item = pending.pop(); item !== undefined; item = pending.pop()) {
    const { a, b, at } = item;
    if (Object.is(a, b)) continue;
    if (!isObject(a) || !isObject(b)) return `${at}: ${String(a)} and ${String(b)}`;
    const keys = new Set([...Object.keys(a), ...Object.keys(b)]);
    for (const key of keys) pending.push({ a: a[key], b: b[key], at: `${at}/${key}` });
  }
  return undefined;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null;
}
