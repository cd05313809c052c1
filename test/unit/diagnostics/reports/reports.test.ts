/** Every format of reports, over a set of diagnostics that has all there can be, and over none. */
import { describe, expect, it } from "vitest";
import { dedupeDiagnostics, sortDiagnostics } from "../../../../src/diagnostics/arrange.ts";
import { reportFormats } from "../../../../src/diagnostics/reports/registry.ts";
import { expectGolden } from "../../../support/fixtures.ts";
import { judge } from "./judge.ts";
import { sample, sampleContext } from "./sample.ts";

/** How files of a format are named, where it is not the name of the format alone. */
const endings: Readonly<Record<string, string>> = {
  text: "txt",
  json: "jsonl",
  github: "github.txt",
  gitlab: "gitlab.json",
  junit: "junit.xml",
  checkstyle: "checkstyle.xml",
};

const all = dedupeDiagnostics(sortDiagnostics(Object.values(sample)));

describe("reports", () => {
  for (const { name, load } of reportFormats) {
    it(`in ${name}`, async () => {
      const render = await load();
      const reports = {
        all: render(all, sampleContext),
        none: render([], { ...sampleContext, passed: [] }),
      };
      for (const [stem, report] of Object.entries(reports)) {
        expect(judge(name, report) ?? []).toEqual([]);
        await expectGolden(`reports/${stem}.${endings[name] ?? name}`, report);
      }
    });
  }
});

describe("the judge of reports", () => {
  const spoilt = [
    ["sarif", "lines", (report: string) => report.replace('"startLine": 2', '"startLine": 0')],
    ["gitlab", "severities", (report: string) => report.replace('"critical"', '"error"')],
    ["rdjson", "names", (report: string) => report.replace('"severity"', '"level"')],
    ["junit", "counts", (report: string) => report.replace('tests="1"', 'tests="none"')],
    ["checkstyle", "entities", (report: string) => report.replace("&amp;", "&")],
  ] as const;

  for (const [name, what, spoil] of spoilt) {
    it(`sees wrong ${what} in ${name}`, async () => {
      const render = await reportFormats.find((format) => format.name === name)?.load();
      const report = render?.(all, sampleContext) ?? "";
      expect(spoil(report)).not.toBe(report);
      expect(judge(name, spoil(report))).not.toEqual([]);
    });
  }
});
