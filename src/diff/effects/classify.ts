/** A change of a machine's configuration → what a platform does with it. */

import { Dict } from "../../pan/tree/dict.ts";
import type { Property, Value } from "../../pan/tree/value.ts";
import type { Change } from "../change.ts";
import { compilePattern, matchesPattern, type PathPattern } from "../path-pattern.ts";
import type { Effect, EffectRow, EffectTable } from "./effect.ts";
import { libvirtEffects } from "./libvirt-effects.ts";
import { xenEffects } from "./xen-effects.ts";

/** All tables; backends that only make files for other ones have none. */
export const effectTables: readonly EffectTable[] = [xenEffects, libvirtEffects];

/** What the machine runs with: values of the configuration before the change, by their paths. */
export type Running = (path: string) => Property | undefined;

export type Classify = (change: Change, running: Running) => Effect;

export function classifier(table: EffectTable): Classify {
  const rows = table.rows.map((row) => ({ row, pattern: compilePattern(row.path) }));
  return (change, running) => {
    const found = rows.find(({ row, pattern }) => fits(row, pattern, change, running));
    if (found === undefined) return { level: "reboot", by: undefined, note: undefined };
    const { level, by, note } = found.row;
    return { level, by, note };
  };
}

function fits(row: EffectRow, pattern: PathPattern, change: Change, running: Running): boolean {
  if (!matchesPattern(pattern, change.steps)) return false;
  if (row.kinds !== undefined && !row.kinds.includes(change.kind)) return false;
  if (row.wholeElement === true && !isWhole(change, pattern.steps.length)) return false;
  if (row.types !== undefined && !row.types.includes(String(running("/system/type")))) {
    return false;
  }
  return row.within === undefined || staysWithin(row.within, change, running);
}

/** Whether the element came or went, or one above it with it. */
function isWhole({ kind, whole }: Change, depth: number): boolean {
  return (kind === "added" || kind === "removed") && whole <= depth;
}

function staysWithin(limit: string, { before, after }: Change, running: Running): boolean {
  const most = running(limit) ?? before?.leaf.value;
  const wanted = after?.leaf.value;
  return most !== undefined && wanted !== undefined && wanted <= most;
}

/** The values of a configuration. */
export function runningWith(root: Dict): Running {
  return (path) => {
    let value: Value | undefined = root;
    for (const name of path.split("/").slice(1)) {
      if (!(value instanceof Dict)) return undefined;
      value = value.peek(name);
    }
    return value === undefined || typeof value === "object" ? undefined : value;
  };
}
