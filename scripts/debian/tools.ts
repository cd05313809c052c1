/** Programs of Debian, and descriptions that ask for packages. */
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { Dict } from "../../src/pan/tree/dict.ts";
import type { PackageSource } from "../../src/rules/repository/package-source.ts";
import type { ResolutionInput } from "../../src/rules/resolve/resolution-input.ts";
import { noSpan } from "../../src/text/span.ts";

/** A list, packed in whichever way apt knows. */
export function readList(file: string): string {
  if (!/\.(lz4|xz|gz|zst|bz2)$/.test(file)) return readFileSync(file, "utf8");
  return run("/usr/lib/apt/apt-helper", ["cat-file", file]) ?? "";
}

/** What a program prints; undefined if there is no such program. Its status does not matter. */
export function run(program: string, args: readonly string[], input?: string): string | undefined {
  const options = { encoding: "utf8", maxBuffer: 2 ** 30, input } as const;
  const { stdout, error } = spawnSync(program, args, options);
  return error === undefined ? stdout : undefined;
}

export function since(start: number): string {
  return `${(performance.now() - start).toFixed(0)} ms`;
}

/** A description that asks for packages and says nothing else. */
export function asking(source: PackageSource, names: readonly string[]): ResolutionInput {
  const packages = new Dict();
  for (const name of names) packages.put(name, new Dict());
  const software = new Dict();
  software.put("packages", packages);
  const root = new Dict();
  root.put("software", software);
  return {
    description: { root, spanOf: () => noSpan, isDefault: () => false },
    rules: [],
    packageRules: new Map(),
    sources: [source],
    mode: "strict",
    locked: new Map(),
  };
}
