/** What twice the input costs: a ratio of 2 is linear growth, 4 would be quadratic. */

import type { CompiledProfile } from "../src/pan/compiler/compile.ts";
import { profileFormats } from "../src/pan/profile/registry.ts";
import { profileText } from "../src/pan/profile/write-profile.ts";
import { compileTexts } from "./compile-texts.ts";
import type { Result } from "./result.ts";
import { median } from "./statistics.ts";

interface Growing {
  /** The larger one of the two sizes; the other one is half of it. */
  readonly size: number;
  readonly files: (size: number) => ReadonlyMap<string, string>;
}

const inputs: Readonly<Record<string, Growing>> = {
  "elements of a list": {
    size: 100_000,
    files: (n) =>
      one(`'/x' = { for (i = 0; i < ${n}; i = i + 1) SELF[i] = i; SELF; };
'/y' = { l = list(); for (i = 0; i < ${n}; i = i + 1) append(l, i); length(l); };
'/z' = { n = 0; foreach (i; v; value('/x')) n = n + v; n; };`),
  },
  "elements put before others": {
    size: 100_000,
    files: (n) =>
      one(`'/x' = { l = list(); for (i = 0; i < ${n}; i = i + 1) prepend(l, i); length(l); };`),
  },
  "keys of a dict": {
    size: 100_000,
    files: (n) =>
      one(`'/x' = { for (i = 0; i < ${n}; i = i + 1) SELF['k' + to_string(i)] = i; SELF; };
'/y' = { n = 0; foreach (k; v; value('/x')) n = n + v; n; };`),
  },
  "statements that add to one dict": {
    size: 10_000,
    files: (n) =>
      one(
        range(n)
          .map((i) => `variable X = { SELF['k${i}'] = ${i}; SELF; };`)
          .join("\n"),
      ),
  },
  includes: {
    size: 10_000,
    files: (n) =>
      new Map([
        ...one(
          range(n)
            .map((i) => `include 't${i}';`)
            .join("\n"),
        ),
        ...range(n).map((i): [string, string] => [
          `t${i}.pan`,
          `template t${i};\n'/x/k${i}' = ${i};\n`,
        ]),
      ]),
  },
  "characters of a string, joined a hundred at a time": {
    size: 10_000_000,
    files: (n) =>
      one(
        `'/x' = { s = ''; for (i = 0; i < ${n / 100}; i = i + 1) s = s + '${"x".repeat(100)}'; s; };`,
      ),
  },
  profiles: {
    size: 2000,
    files: (n) =>
      new Map([
        [
          "common.pan",
          `template common;\n${range(20)
            .map((i) => `'/a/b${i}' = { foreach (k; v; list(1, 2, 3, 4)) SELF[k] = v; SELF; };`)
            .join("\n")}\n`,
        ],
        ...range(n).map((i): [string, string] => [
          `m${i}.pan`,
          `object template m${i};\ninclude 'common';\n'/name' = 'm${i}';\n`,
        ]),
      ]),
  },
};

/** Both sizes in turns, so that other load on the machine meets both. */
export function growth(rounds: number): readonly Result[] {
  return Object.entries(inputs).flatMap(([name, { size, files }]) => {
    const [half, whole] = [files(size / 2), files(size)];
    const times = range(rounds + 1).map(() => [timeOf(half), timeOf(whole)] as const);
    // The first run is the engine's compiler's.
    const after = times.slice(1);
    const [small, large] = [median(after.map(([a]) => a)), median(after.map(([, b]) => b))];
    const group = "growth, median";
    return [
      { group, name: `${size} ${name}`, value: large, unit: "ms" },
      { group, name: "… to half as many", value: large / small, unit: "" },
    ];
  });
}

function timeOf(files: ReadonlyMap<string, string>): number {
  const start = performance.now();
  compileTexts(files, write);
  return performance.now() - start;
}

function write(profile: CompiledProfile): void {
  for (const format of profileFormats) if (format.name === "json") profileText(format, profile);
}

function one(statements: string): ReadonlyMap<string, string> {
  return new Map([["p.pan", `object template p;\n${statements}\n`]]);
}

function range(count: number): readonly number[] {
  return Array.from({ length: count }, (_, i) => i);
}
