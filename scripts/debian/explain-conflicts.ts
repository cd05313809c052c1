/** Conflicts of the archive explained: how long it takes, and how many lines it comes to. */
import { describeContradiction } from "../../src/rules/explain/contradiction.ts";
import type { PackageSource } from "../../src/rules/repository/package-source.ts";
import { resolve } from "../../src/rules/resolve/resolve.ts";
import { asking } from "./tools.ts";

const mostRequests = 400;
const mostLines = 10;
const mostTime = 20;

interface Explained {
  readonly request: string;
  readonly time: number;
  readonly lines: number;
}

/**
 * Packages that exclude each other by name, asked for together. Each is explained from three freshly loaded indexes,
 * and the least time counts: it takes a while until the program is compiled. It is the processor's time, as machines
 * have other things to do.
 */
export function explainConflicts(load: () => PackageSource | undefined): boolean {
  const passes = [load(), load(), load()].map((source) =>
    source === undefined ? [] : explained(source),
  );
  const times = (passes[0] ?? []).map((one, i) => ({
    ...one,
    time: Math.min(...passes.map((pass) => pass[i]?.time ?? one.time)),
  }));
  const slowest = times.toSorted((left, right) => right.time - left.time);
  const longest = times.toSorted((left, right) => right.lines - left.lines)[0];
  console.log(
    `explanations: ${times.length}, median ${slowest[times.length >> 1]?.time.toFixed(2)} ms, ` +
      `slowest ${slowest[0]?.time.toFixed(1)} ms (${slowest[0]?.request}), ` +
      `longest ${longest?.lines} lines (${longest?.request})`,
  );
  const beyond = times.filter(({ time }) => time > mostTime).length;
  if (beyond > 0) console.log(`  ${beyond} took more than ${mostTime} ms`);
  return beyond === 0 && (longest?.lines ?? 0) <= mostLines;
}

function explained(source: PackageSource): readonly Explained[] {
  const pairs = conflictingPairs(source);
  const step = Math.max(1, Math.floor(pairs.length / mostRequests));
  return pairs.flatMap((names, i): readonly Explained[] => {
    const input = asking(source, names);
    const resolution = i % step === 0 ? resolve(input) : undefined;
    if (resolution?.kind !== "contradiction") return [];
    const start = process.cpuUsage();
    const { message } = describeContradiction(input, resolution);
    const { user, system } = process.cpuUsage(start);
    const time = (user + system) / 1000;
    return [{ request: names.join(" "), time, lines: message.split("\n").length }];
  });
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
