/** The repositories that come with vmcs are sound, and all examples keep their rules. */
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { filesBelow, repositoryPath } from "../../../support/repository.ts";
import { rulesRoad } from "./rules-road.ts";

const files: Record<string, string> = {};
for (const folder of ["rules", "templates", "examples"]) {
  for (const file of filesBelow(folder)) {
    files[`${folder}/${file}`] = readFileSync(repositoryPath(`${folder}/${file}`), "utf8");
  }
}
/** Machines that are no examples of rules and no cases of tests, which may be wrong on purpose. */
const machines = Object.entries(files)
  .filter(([path, text]) => path.startsWith("examples/") && /^object template/m.test(text))
  .map(([path]) => path)
  .filter((path) => !path.startsWith("examples/rules/") && !path.endsWith("_test.pan"));

/** Those of the machine's project, if it has one; else its folder. */
function includePathOf(machine: string): readonly string[] {
  const folder = machine.replace(/\/[^/]*$/, "");
  const project = Object.keys(files).find(
    (path) => path.endsWith("/vmcs.json") && machine.startsWith(path.replace(/[^/]*$/, "")),
  );
  if (project === undefined) return [folder, "templates"];
  const { includePath = ["."] } = JSON.parse(files[project] ?? "") as { includePath?: string[] };
  const own = includePath.map((path) => project.replace("vmcs.json", path).replace(/\/\.$/, ""));
  return [...own, "templates"];
}

describe("the repositories", () => {
  it.each([["rules/rr"], ["rules/sr"], ["rules/policies"]])(
    "%s says only sensible things",
    (folder) => {
      const road = rulesRoad(files, [...new Set(["rules/rr", folder])], ["templates"]);
      expect(road.render(road.loading())).toBe("");
    },
  );

  it("have rules of every kind", () => {
    const count = (folder: string): number =>
      rulesRoad(files, [folder], ["templates"]).repositories[0]?.rules.length ?? 0;
    expect(count("rules/rr")).toBeGreaterThan(40);
    expect(count("rules/sr")).toBeGreaterThan(20);
    expect(count("rules/policies")).toBeGreaterThan(10);
  });
});

describe("the examples", () => {
  it("are found", () => {
    expect(machines.length).toBeGreaterThan(7);
  });

  for (const machine of machines) {
    it(`${machine} keeps the rules of rr, also with suggestions`, () => {
      const road = rulesRoad(files, ["rules/rr", "rules/sr"], includePathOf(machine));
      const { diagnostics, report } = road.resolve(machine, "strict");
      expect(road.render(diagnostics)).toBe("");
      expect(report).not.toMatch(/value.* changed/);
    });
  }

  it("that have no console on the network keep the policies", () => {
    for (const machine of machines.filter((path) => !path.includes("/paper/"))) {
      const road = rulesRoad(files, ["rules/rr", "rules/policies"], includePathOf(machine));
      expect(road.render(road.resolve(machine, "strict").diagnostics)).toBe("");
    }
  });
});
