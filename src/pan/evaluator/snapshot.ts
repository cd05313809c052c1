/** Values as they are at one moment, for good. */

import { Dict } from "../tree/dict.ts";
import { List } from "../tree/list.ts";
import { SizeBudget } from "../tree/size-limit.ts";
import type { Term } from "../tree/term.ts";
import { isResource, type Value } from "../tree/value.ts";
import type { Glimpse, StructureUse, WriteLog } from "./write-log.ts";

export interface Snapshot {
  /** Frozen. */
  readonly value: Value;
  readonly structures: readonly StructureUse[];
}

/** `made` knows which dicts structure templates have made. */
export function snapshotOf(value: Value, made: WeakMap<Dict, WriteLog>): Snapshot {
  if (!isResource(value)) return { value, structures: none };
  const structures: StructureUse[] = [];
  const copy = frozenCopy(value, [], { made, structures, budget: new SizeBudget() });
  return { value: copy, structures: structures.length === 0 ? none : structures };
}

const none: readonly StructureUse[] = [];

interface Copying {
  readonly made: WeakMap<Dict, WriteLog>;
  readonly structures: StructureUse[];
  readonly budget: SizeBudget;
}

function frozenCopy(value: Value, terms: readonly Term[], copying: Copying): Value {
  if (!isResource(value)) return value;
  if (value.original !== undefined) return value.original as Dict | List;
  copying.budget.spend(value.size);
  if (value instanceof List) {
    const items: Value[] = [];
    for (let i = 0; i < value.size; i++)
      items.push(frozenCopy(value.peek(i) as Value, [...terms, i], copying));
    const list = new List(items);
    list.freeze();
    return list;
  }
  const log = copying.made.get(value);
  if (log !== undefined) copying.structures.push({ terms, log, from: [] });
  const entries = new Map<string, Value>();
  for (const key of value.keys())
    entries.set(key, frozenCopy(value.peek(key) as Value, [...terms, key], copying));
  const dict = new Dict(entries);
  dict.freeze();
  return dict;
}

/** Of a resource, which may change, only how large it is. */
export function glimpseOf(value: Value): Glimpse {
  if (!isResource(value)) return value as Glimpse;
  return { kind: value instanceof Dict ? "dict" : "list", size: value.size };
}
