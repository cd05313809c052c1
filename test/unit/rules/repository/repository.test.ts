/** What is said of repositories when they are loaded, and of descriptions by them, as a terminal shows it. */
import { describe, expect, it } from "vitest";
import { ruleCodes } from "../../../../src/diagnostics/codes/rule.ts";
import { ruleResultCodes } from "../../../../src/diagnostics/codes/rule-result.ts";
import { goldenSuite } from "../../../support/fixtures.ts";
import { filesBelow } from "../../../support/repository.ts";
import { parseArchive } from "../../../support/txtar.ts";
import { rulesRoad } from "../examples/rules-road.ts";

goldenSuite({
  folder: "rules/repository",
  input: ".txtar",
  golden: ".out",
  render: ({ name, text }) => {
    const files = Object.fromEntries(parseArchive(text).files);
    const road = rulesRoad(files, ["rules"], [""]);
    const parts = [road.render(road.loading())];
    if (files["vm.pan"] !== undefined) {
      for (const mode of ["strict", "rectify"] as const) {
        const { diagnostics, report } = road.resolve("vm.pan", mode);
        parts.push(`== ${mode}\n${road.render(diagnostics)}${report}`);
      }
    }
    const shown = parts.join("");
    const code = name.replace(".txtar", "");
    if (code in ruleCodes || code in ruleResultCodes) expect(shown).toContain(`[${code}]`);
    return shown;
  },
});

describe("the fixtures of repositories", () => {
  it("lead to each code, but for a search that is too long for a test", () => {
    const fixtures = new Set(filesBelow("test/fixtures/rules/repository"));
    const missing = [...Object.keys(ruleCodes), ...Object.keys(ruleResultCodes)].filter(
      (code) => !fixtures.has(`${code}.txtar`),
    );
    expect(missing).toEqual(["rules-too-hard"]);
  });
});
