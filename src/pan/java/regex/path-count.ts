/**
 * How many ways a backtracking matcher may have to try on a text of a given length, at most.
 *
 * JavaScript's matcher cannot be stopped, so it is used only where this bound is small.
 */

import { assertNever } from "../../../base/assert-never.ts";
import type { Alternatives, RegexNode, RegexSyntax, RepeatNode } from "./syntax.ts";

const maxPaths = 10_000_000;
const maxLength = 1 << 24;

/** The greatest length of a text for which the number of ways is bearable; -1 if there is none. */
export function boundedLength(syntax: RegexSyntax, anchored: boolean): number {
  const bearable = (length: number): boolean => {
    const starts = anchored ? 1 : length + 1;
    return starts * countAlternatives(syntax.body, length) <= maxPaths;
  };
  if (!bearable(0)) return -1;
  let low = 0;
  let high = 1;
  while (high < maxLength && bearable(high)) {
    low = high;
    high *= 2;
  }
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (bearable(middle)) low = middle;
    else high = middle;
  }
  return low;
}

function countAlternatives(body: Alternatives, length: number): number {
  return body.reduce((sum, nodes) => sum + countSequence(nodes, length), 0);
}

function countSequence(nodes: readonly RegexNode[], length: number): number {
  return nodes.reduce((product, node) => product * countNode(node, length), 1);
}

function countNode(node: RegexNode, length: number): number {
  switch (node.kind) {
    case "set":
    case "literal":
    case "anchor":
    case "boundary":
    case "back-reference":
      return 1;
    case "line-break":
      return 2;
    case "group":
    case "look":
    case "atomic":
      return countAlternatives(node.body, length);
    case "repeat":
      return countRepeat(node, length);
    default:
      return assertNever(node);
  }
}

/** Each number of iterations, and each way of each iteration. */
function countRepeat(node: RepeatNode, length: number): number {
  const ways = countNode(node.atom, length);
  const most = Math.min(node.max, Math.max(node.min, length));
  if (ways === 1) return most - node.min + 1;
  return ways ** most * (most - node.min + 1);
}
