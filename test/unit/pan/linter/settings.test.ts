import { describe, expect, it } from "vitest";
import { defaultSettings, onlyRules, ruleSettings } from "../../../../src/pan/linter/settings.ts";

describe("ruleSettings", () => {
  it("changes what is said, and nothing else", () => {
    const { settings, diagnostics } = ruleSettings({ LP001: "off", VP020: "warning" });
    expect(diagnostics).toEqual([]);
    const changed = [...settings].filter(([id, severity]) => defaultSettings.get(id) !== severity);
    expect(changed).toEqual([
      ["LP001", "off"],
      ["VP020", "warning"],
    ]);
  });

  it("refuses what it does not know, at its place", () => {
    const spanOf = (id: string) => ({ file: "vmcs.json", start: id.length, end: 9 });
    const { settings, diagnostics } = ruleSettings(
      { LP01: "off", LP001: "fatal" },
      undefined,
      spanOf,
    );
    expect(settings).toEqual(defaultSettings);
    expect(diagnostics.map(({ code, span }) => [code, span.start])).toEqual([
      ["lint-rule-unknown", 4],
      ["lint-severity-invalid", 5],
    ]);
  });
});

describe("onlyRules", () => {
  it("uses the rules, also those that are off", () => {
    const used = [...onlyRules(["LP001", "VP020"], defaultSettings)].filter(([, s]) => s !== "off");
    expect(used).toEqual([
      ["LP001", "info"],
      ["VP020", "warning"],
    ]);
  });
});
