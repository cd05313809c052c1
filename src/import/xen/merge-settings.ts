/** One value for each key: xl takes the last one, and adds what `+=` adds. */

import { type Diagnostic, diagnostic } from "../../diagnostics/diagnostic.ts";
import type { CfgItem, CfgSetting } from "./cfg-value.ts";
import type { Assignment } from "./parse-cfg.ts";

export interface MergedSettings {
  /** In the order of their last assignments. */
  readonly settings: ReadonlyMap<string, CfgSetting>;
  readonly diagnostics: readonly Diagnostic[];
}

export function mergeSettings(assignments: readonly Assignment[], file: string): MergedSettings {
  const settings = new Map<string, CfgSetting>();
  const diagnostics: Diagnostic[] = [];
  for (const { operator, ...assignment } of assignments) {
    const { key, keyStart, keyEnd, value } = assignment;
    const earlier = settings.get(key);
    const span = { file, start: keyStart, end: keyEnd };
    const related =
      earlier === undefined
        ? []
        : [
            {
              span: { file, start: earlier.keyStart, end: earlier.keyEnd },
              message: "the earlier one",
            },
          ];
    const sum =
      operator === "+=" && earlier !== undefined ? addition(earlier.value, value) : undefined;
    if (operator === "+=" && earlier !== undefined && sum === undefined) {
      diagnostics.push(diagnostic("import-cfg-sum-of-different-kinds", span, { key }, { related }));
      continue;
    }
    if (operator === "=" && earlier !== undefined) {
      diagnostics.push(diagnostic("import-key-repeated", span, { key }, { related }));
    }
    settings.delete(key);
    settings.set(key, { ...assignment, value: sum ?? value, isSum: operator === "+=" });
  }
  return { settings, diagnostics };
}

/** Undefined for a list and a text. */
function addition(earlier: CfgItem, value: CfgItem): CfgItem | undefined {
  if (earlier.kind === "list" && value.kind === "list") {
    return { ...value, items: [...earlier.items, ...value.items] };
  }
  if (earlier.kind === "text" && value.kind === "text") {
    const offsets = [...earlier.offsets.slice(0, -1), ...value.offsets];
    return { ...value, text: earlier.text + value.text, offsets };
  }
  return undefined;
}
