/** The numbers that a version of a distribution starts with, for `^`, `~` and `x` of ranges. */
import type { ParsedVersion, VersionNumbers } from "./version.ts";

/**
 * `prefix` is the epoch with its colon. The lowest version of a number ends in `~`, which both dpkg and rpm sort
 * before everything, so that `2~rc1` is not below 2 in a range that ends before 2.
 */
export function lowestOf(
  prefix: string,
  upstream: string,
  parse: (text: string) => ParsedVersion | undefined,
): VersionNumbers | undefined {
  const [leading] = /^\d+(?:\.\d+)*/.exec(upstream) ?? [];
  if (leading === undefined) return undefined;
  return {
    numbers: leading.split("."),
    lowest: (numbers) => parse(`${prefix}${numbers.join(".")}~`),
  };
}
