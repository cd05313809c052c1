/** Trees as the compiler would finish them, without its checks. */
import { panDefaults } from "../../../src/import/pan-defaults.ts";
import { Dict } from "../../../src/pan/tree/dict.ts";
import { List } from "../../../src/pan/tree/list.ts";
import type { Value } from "../../../src/pan/tree/value.ts";
import type { Shape } from "../../../src/vm/shape/shape.ts";
import { treeOf } from "../vm/shape-arbitrary.ts";

/** What Pan's types would add. */
export function withDefaults(shape: Shape, value: Value, at: string): Value {
  if (value instanceof List && shape.kind === "list") {
    return new List(value.toArray().map((item) => withDefaults(shape.item, item, `${at}/*`)));
  }
  if (!(value instanceof Dict)) return value;
  const entries = new Map<string, Value>(value.keys().map((key) => [key, value.get(key) as Value]));
  if (shape.kind === "record") {
    for (const [name, field] of Object.entries(shape.fields)) {
      const isSupplied = field.presence === "required" && field.shape.kind === "record";
      const given = isSupplied ? {} : panDefaults.get(`${at}/${name}`);
      if (given !== undefined && !entries.has(name)) entries.set(name, treeOf(given));
    }
  }
  return new Dict(
    new Map(
      [...entries].map(([key, child]) => {
        if (shape.kind === "map") return [key, withDefaults(shape.item, child, `${at}/*`)];
        const inner =
          shape.kind === "record"
            ? shape.fields[key]?.shape
            : shape.kind === "variant"
              ? shape.cases[key]?.shape
              : undefined;
        return [key, inner === undefined ? child : withDefaults(inner, child, `${at}/${key}`)];
      }),
    ),
  );
}
