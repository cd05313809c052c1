/** Items that stand below each other: expressions of a block, arguments, fields. */

import { blankLine, type Doc, hardLine, type Line, line } from "./doc.ts";
import type { TokenSource } from "./token-source.ts";

/** The line end before the next item: at most one empty line is kept. */
export function itemBreak(source: TokenSource): Line {
  if (source.followsBlank()) return blankLine;
  return source.hasLead() ? hardLine : line;
}

/** Items with what stands before each of them; `format` takes an item and what separates it from the next one. */
export function layItems<Item>(
  source: TokenSource,
  items: readonly Item[],
  format: (item: Item, isLast: boolean) => Doc,
): Doc {
  return items.map((item, i) => {
    const end = i === 0 ? "" : itemBreak(source);
    return [end, source.itemLead(), format(item, i === items.length - 1)];
  });
}
