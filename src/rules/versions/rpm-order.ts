/**
 * The order of version texts that rpm documents (rpm-version(7)).
 *
 * Texts are cut into numbers and runs of letters; everything else only separates, but for `~`, which sorts before
 * everything, even the end, and `^`, which sorts after the end and before everything else. A number is later than
 * letters, and of two texts that are equal as far as one goes, the longer is later.
 */
import { compareCodeUnits } from "../../base/compare.ts";
import { compareSignificant, significant } from "./digits.ts";

const piece = /~|\^|\d+|[A-Za-z]+/g;

export function compareRpmText(left: string, right: string): number {
  if (left === right) return 0;
  const one = left.match(piece) ?? [];
  const other = right.match(piece) ?? [];
  const length = Math.max(one.length, other.length);
  for (let i = 0; i < length; i++) {
    const order = comparePieces(one[i], other[i]);
    if (order !== 0) return order;
  }
  return 0;
}

function comparePieces(left: string | undefined, right: string | undefined): number {
  const rank = rankOf(left) - rankOf(right);
  if (rank !== 0) return rank < 0 ? -1 : 1;
  if (left === undefined || right === undefined) return 0;
  if (rankOf(left) === number) return compareSignificant(significant(left), significant(right));
  return compareCodeUnits(left, right);
}

const number = 4;

/** `~`, the end, `^`, letters, numbers. */
function rankOf(text: string | undefined): number {
  if (text === undefined) return 1;
  if (text === "~") return 0;
  if (text === "^") return 2;
  return /^\d/.test(text) ? number : 3;
}
