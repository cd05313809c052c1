/** Suggestions for a form that asks on each change: repositories are loaded once, and answers come at once. */
import { describe, expect, it } from "vitest";
import { memoryHost } from "../../src/host/memory/memory-host.ts";
import type { CompileOptions } from "../../src/pan/compiler/options.ts";
import { Dict } from "../../src/pan/tree/dict.ts";
import { partialProfiles } from "../../src/pipeline/rules/partial-profiles.ts";
import { loadRuleSet } from "../../src/pipeline/rules/rule-set.ts";
import { suggestValues } from "../../src/pipeline/rules/suggest-values.ts";

const options: CompileOptions = {
  dialect: "vmcs",
  includePath: ["/t"],
  maxIteration: 1000,
  maxRecursion: 50,
  deprecationWarnings: "off",
  initialData: new Dict(),
  debugs: () => false,
  build: true,
};

/** A thousand packages that need each other in chains, and rules for values of each tenth. */
function repository(): Readonly<Record<string, string>> {
  const files: Record<string, string> = {};
  for (let i = 0; i < 1000; i++) {
    const next = i % 10 === 9 ? "" : `valid '/software/packages/p${i + 1}/version' >= '1.0';\n`;
    files[`/t/rules/p${i}.pan`] =
      `structure template p${i};\n'name' = 'p${i}';\n'version' = '1.${i % 5}';\n${next}`;
  }
  const rules = Array.from(
    { length: 100 },
    (_, i) => `suggest '/site/a${i}' >= ${i} when '/software/packages/p${10 * i}';\n`,
  );
  files["/t/rules/values.pan"] = `declaration template values;\n${rules.join("")}`;
  return files;
}

describe("suggestValues", () => {
  it("answers within 100 ms once the repositories are loaded", async () => {
    const main = "object template main;\n'/software/packages/p500' = dict();\n";
    const host = memoryHost({ files: { ...repository(), "/t/main.pan": main } });
    const sources = { repositories: ["/t/rules"], packages: [], laws: undefined };
    const { repositories, diagnostics } = await loadRuleSet(host, sources, options);
    expect(diagnostics).toEqual([]);
    const { profiles } = partialProfiles(host, ["/t/main.pan"], options);
    const [profile] = profiles;
    if (profile === undefined) throw new Error("There is no profile.");
    suggestValues(profile, repositories);
    const times = Array.from({ length: 5 }, () => {
      const began = performance.now();
      const { values, packages } = suggestValues(profile, repositories);
      expect(values.map(({ path, after }) => `${path} ${after}`)).toEqual(["/site/a50 50"]);
      expect(packages.map(({ name }) => name)).toEqual(
        Array.from({ length: 9 }, (_, i) => `p${501 + i}`),
      );
      return performance.now() - began;
    });
    expect(Math.min(...times)).toBeLessThan(100);
  });

  it("looks only at the paths that are asked for", async () => {
    const main = "object template main;\n'/software/packages/p500' = dict();\n";
    const host = memoryHost({ files: { ...repository(), "/t/main.pan": main } });
    const sources = { repositories: ["/t/rules"], packages: [], laws: undefined };
    const { repositories } = await loadRuleSet(host, sources, options);
    const [profile] = partialProfiles(host, ["/t/main.pan"], options).profiles;
    if (profile === undefined) throw new Error("There is no profile.");
    const { values, packages } = suggestValues(profile, repositories, (path) =>
      path.startsWith("/site"),
    );
    expect([values.length, packages.length]).toEqual([1, 0]);
  });
});
