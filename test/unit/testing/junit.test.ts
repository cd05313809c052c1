/** The results of tests as CI reads them. */
import { describe, expect, it } from "vitest";
import { testCommand } from "../../../src/cli/commands/test.ts";
import { memoryHost } from "../../../src/host/memory/memory-host.ts";
import { judge } from "../diagnostics/reports/judge.ts";

const files = {
  "/p/a_test.pan": "object template a_test;\n'/a' = 1;\nvalid '/a' = SELF == 2;\n",
  "/p/b_test.pan":
    "object template b_test;\n#! case one: B = 1\n#! case <2>: B = list() + 1\n#! case three: B = 3\n",
  "/p/c_test.pan": "object template c_test;\n#! skip no time\n",
  "/p/d_test.pan":
    "object template d_test;\n#! case 1: D = 1\n#! case 2: D = 2\nvariable D ?= 0;\n",
  "/p/e_test.pan": "object template e_test;\n'/a' = UNKNOWN;\n",
};

describe("--junit", () => {
  it("has a suite for each file and a test for each case", async () => {
    const host = memoryHost({ files, currentDirectory: "/p" });
    const quiet = { stdout: () => undefined, stderr: () => undefined, colors: false, width: 100 };
    expect(await testCommand(["--junit", "r.xml"], { host, terminal: quiet })).toBe(1);
    const report = (host.readText("r.xml") ?? "").replace(/time="[\d.]+"/g, 'time="0"');
    expect(judge("junit", report)).toEqual([]);
    const suites = [
      ...report.matchAll(
        /<testsuite name="(.*?)".*? tests="(\d)" failures="(\d)" errors="(\d)" skipped="(\d)"/g,
      ),
    ];
    expect(suites.map(([, ...numbers]) => numbers.join(" "))).toEqual([
      "a_test.pan 1 1 0 0",
      "b_test.pan 1 0 1 0",
      "c_test.pan 1 0 0 1",
      "d_test.pan 2 0 0 0",
      "e_test.pan 1 0 1 0",
    ]);
    expect(report).toContain('type="expectation-failed" message="/a is 1, but 2 is expected."');
    expect(report).toContain('<testcase name="2" classname="d_test.pan" time="0"/>');
    expect(report).toContain('<skipped message="no time"/>');
    expect(report).toContain("valid '/a' = SELF == 2;");
  });
});
