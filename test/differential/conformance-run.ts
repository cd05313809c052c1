/** One conformance case, compiled in this process. */
import { nodeHost } from "../../src/host/node/node-host.ts";
import { type CompiledProfile, compile } from "../../src/pan/compiler/compile.ts";
import { profileFormats } from "../../src/pan/profile/registry.ts";
import { profileText } from "../../src/pan/profile/write-profile.ts";
import { Dict } from "../../src/pan/tree/dict.ts";
import type { ConformanceCase } from "./conformance-cases.ts";
import { holds } from "./xpath.ts";

/** Why the case fails; undefined if it passes. */
export function runCase(test: ConformanceCase): string | undefined {
  const profiles = new Map<string, CompiledProfile>();
  const { diagnostics } = compile({
    host: nodeHost(),
    files: [test.file],
    options: {
      dialect: "pan",
      includePath: test.includePath,
      // As the driver of the suite has them.
      maxIteration: 100,
      maxRecursion: 50,
      deprecationWarnings: "on",
      initialData: test.initialData ? Dict.of({ "root-element-test": "OK" }) : new Dict(),
      debugs: () => false,
      build: true,
    },
    print: () => {},
    onProfile: (profile) => profiles.set(profile.file, profile),
  });
  const errors = diagnostics.filter(({ severity }) => severity === "error");
  const refusals = errors.map(({ category, code, message }) => ({ category, code, message }));
  return judge(test, profiles.get(test.file), refusals);
}

interface Refusal {
  readonly category: string;
  readonly code: string;
  readonly message: string;
}

function judge(
  { expectation }: ConformanceCase,
  profile: CompiledProfile | undefined,
  refusals: readonly Refusal[],
): string | undefined {
  if (expectation.kind === "refused") {
    const { category } = expectation;
    if (profile !== undefined) return `gives a profile, where an error of ${category} is expected`;
    const other = refusals.find((refusal) => refusal.category !== category);
    if (other !== undefined) return `${describe(other)}, where an error of ${category} is expected`;
    return refusals.length === 0 ? "gives neither a profile nor an error" : undefined;
  }
  if (profile === undefined) {
    const [first] = refusals;
    return first === undefined ? "gives neither a profile nor an error" : describe(first);
  }
  return expectation.kind === "true"
    ? judgeXml(profile, expectation.xpath)
    : judgeDependencies(profile, expectation.names);
}

function judgeXml(profile: CompiledProfile, xpath: string): string | undefined {
  return holds(textOf(profile, "pan"), xpath) ? undefined : `is not true of the profile: ${xpath}`;
}

function judgeDependencies(profile: CompiledProfile, names: readonly string[]): string | undefined {
  const listed = textOf(profile, "dep")
    .split("\n")
    .map((line) => line.split(" ", 1)[0] ?? "")
    .filter((name) => name !== "");
  const same = [...new Set(listed)].sort().join(" ") === [...new Set(names)].sort().join(" ");
  return same ? undefined : `depends on ${listed.join(", ")} instead of ${names.join(", ")}`;
}

function textOf(profile: CompiledProfile, name: string): string {
  const format = profileFormats.find((candidate) => candidate.name === name);
  if (format === undefined) throw new Error(`There is no format ${name}.`);
  return profileText(format, profile);
}

function describe({ category, code, message }: Refusal): string {
  return `is refused with an error of ${category}, ${code}: ${message}`;
}
