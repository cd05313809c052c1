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
/** Machines that are no examples of rules, which may be wrong on purpose. */
const machines = Object.entries(files)
  .filter(([path, text]) => path.startsWith("examples/") && /^object template/m.test(text))
  .map(([path]) => path)
  .filter((path) => !path.startsWith("examples/rules/"));

describe("the repositories", () => {
  it.each([["rules/rr"], ["rules/sr"], ["rules/policies"]])(
    "%s says only sensible things",
    (folder) => {
      const road = rulesRoad(files, [...new Set(["rules/rr", folder])], ["templates"]);
      expect(road.render(road.loading)).toBe("");
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
      const folder = machine.replace(/\/[^/]*$/, "");
      const road = rulesRoad(files, ["rules/rr", "rules/sr"], [folder, "templates"]);
      const { diagnostics, report } = road.resolve(machine, "strict");
      expect(road.render(diagnostics)).toBe("");
      expect(report).not.toMatch(/value.* changed/);
    });
  }

  it("that have no console on the network keep the policies", () => {
    const road = rulesRoad(files, ["rules/rr", "rules/policies"], ["templates"]);
    for (const machine of machines.filter((path) => !path.includes("/paper/"))) {
      expect(road.render(road.resolve(machine, "strict").diagnostics)).toBe("");
    }
  });
});
