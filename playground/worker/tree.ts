/** A configuration as plain data, for showing. */

import { shownValue } from "../../src/pan/history/shown-value.ts";
import { Dict } from "../../src/pan/tree/dict.ts";
import { List } from "../../src/pan/tree/list.ts";
import type { Value } from "../../src/pan/tree/value.ts";
import type { TreeNode } from "../messages.ts";

export function plainTree(root: Value): TreeNode {
  return nodeOf("", root);
}

function nodeOf(key: string, value: Value): TreeNode {
  const { kind, text } = shownValue(value);
  return { key, kind, text: typeof value === "string" ? value : text, children: childrenOf(value) };
}

function childrenOf(value: Value): readonly TreeNode[] | undefined {
  if (value instanceof Dict) {
    return value.keys().map((key) => nodeOf(key, value.get(key) as Value));
  }
  if (value instanceof List) {
    return Array.from({ length: value.size }, (_, index) =>
      nodeOf(String(index), value.at(index) as Value),
    );
  }
  return undefined;
}
