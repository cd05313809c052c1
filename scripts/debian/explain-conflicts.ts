/** Conflicts of the archive explained: how long it takes, and how many lines it comes to. */
import { describeContradiction } from "../../src/rules/explain/contradiction.ts";
import type { PackageSource } from "../../src/rules/repository/package-source.ts";
import { resolve } from "../../src/rules/resolve/resolve.ts";
import { asking } from "./tools.ts";

const mostRequests = 400;
const mostLines = 10;
const mostTime = 20;

/** Packages that exclude each other by name, asked for together. */
export function explainConflicts(source: PackageSource): boolean {
  const pairs = conflictingPairs(source);
  const step = Math.max(1, Math.floor(pairs.length / mostRequests));
  const times: { readonly request: string; readonly time: number; readonly lines: number }[] = [];
  for (let i = 0; i < pairs.length; i += step) {
    const names = pairs[i] as readonly string[];
    const input = asking(source, names);
    const resolution = resolve(input);
    if (resolution.kind !== "contradiction") continue;
    const start = performance.now();
    const { message } = describeContradiction(input, resolution);
    const time = performance.now() - start;
    times.push({ request: names.join(" "), time, lines: message.split("\n").length });
    if (times.length === 1 || times.length === 100) console.log(message);
  }
  const slowest = times.toSorted((left, right) => right.time - left.time);
  const longest = times.toSorted((left, right) => right.lines - left.lines)[0];
  console.log(
    `explanations: ${times.length}, median ${slowest[times.length >> 1]?.time.toFixed(2)} ms, ` +
      `slowest ${slowest[0]?.time.toFixed(1)} ms (${slowest[0]?.request}), ` +
      `longest ${longest?.lines} lines (${longest?.request})`,
  );
  const beyond = times.filter(({ time }) => time > mostTime).length;
  if (beyond > 0) console.log(`  ${beyond} took more than ${mostTime} ms`);
  return (longest?.lines ?? 0) <= mostLines;
}

function conflictingPairs(source: PackageSource): readonly (readonly [string, string])[] {
  const pairs: (readonly [string, string])[] = [];
  for (let number = 0; number < source.count; number++) {
    for (const { name, operator } of source.conflictsOf(number)) {
      const own = source.nameOf(number);
      if (operator === undefined && name !== own && source.named(name).length > 0) {
        pairs.push([own, name]);
      }
    }
  }
  return pairs;
}
