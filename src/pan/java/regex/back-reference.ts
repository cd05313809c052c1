/** Back references. */

import { asciiLower, lowerCase, upperCase } from "../character.ts";
import { Instruction, type Machine } from "./machine.ts";
import type { Casing } from "./syntax.ts";

/** What a group has matched, once more; a group that has not matched never does. */
export class BackReference extends Instruction {
  private readonly group: number;
  private readonly casing: Casing;

  constructor(group: number, casing: Casing, next: Instruction) {
    super(next);
    this.group = group;
    this.casing = casing;
  }

  step(machine: Machine): Instruction | undefined {
    const start = machine.groups[2 * this.group] ?? -1;
    const end = machine.groups[2 * this.group + 1] ?? -1;
    const length = end - start;
    const { text, at } = machine;
    if (start < 0 || at + length > text.length) return undefined;
    const same =
      this.casing === "exact"
        ? text.startsWith(text.slice(start, end), at)
        : sameButForCase(text, at, start, length, this.casing);
    if (!same) return undefined;
    machine.at = at + length;
    return this.next;
  }
}

/**
 * Compares two pieces by code points; the number of units is that of the captured piece. Java 17 takes the units for
 * code points and compares what follows as well, or leaves the text: a mistake that is not followed.
 */
function sameButForCase(
  text: string,
  at: number,
  start: number,
  length: number,
  casing: Casing,
): boolean {
  let left = at;
  let right = start;
  let count = length;
  for (let i = 0; i < count; i++) {
    const a = text.codePointAt(left) as number;
    const b = text.codePointAt(right) as number;
    if (a !== b && !sameLetter(a, b, casing)) return false;
    left += a > 0xffff ? 2 : 1;
    right += b > 0xffff ? 2 : 1;
    if (a > 0xffff) count--;
  }
  return true;
}

function sameLetter(a: number, b: number, casing: Casing): boolean {
  if (casing === "ascii") return asciiLower(a) === asciiLower(b);
  return upperCase(a) === upperCase(b) || lowerCase(upperCase(a)) === lowerCase(upperCase(b));
}
