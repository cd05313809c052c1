/** What is written for lcov is what lcov reads, and says what the tree of templates says. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { Coverage, type FileCoverage } from "../../../src/testing/coverage/coverage.ts";
import { lcovText } from "../../../src/testing/coverage/lcov.ts";
import { percent, summaryOf, uncovered } from "../../../src/testing/coverage/summary.ts";
import { compileFiles, templateRoot } from "../../support/compile.ts";
import { describeWith, lcov, runTool } from "../../support/tool.ts";

const library = `template library;

variable SIZE ?= 5;
function double = 2 * ARGV[0];
function unused = {
    if (ARGV[0] > 1) 'a' else 'b';
};
type small = long with {
    if (SELF > 100) {
        error('large');
    };
    true;
};
bind '/size' = small;
'/size' = double(SIZE);
'/list' = {
    result = list();
    foreach (i; item; list()) {
        append(result, item);
    };
    while (length(result) < 3) append(result, 'x');
    result;
};
'/constant' = if (true) 1 else 2;
'/tried' = { x = 1; if (x > 0) 'positive' else 'negative' };
include { if (SIZE > 9) 'missing' else null };
`;

const files = new Map([
  ["library.pan", library],
  ["a.pan", "object template a;\ninclude 'library';\n"],
]);

function observed(): readonly FileCoverage[] {
  const coverage = new Coverage((file) => file.endsWith("/library.pan"));
  const observe = coverage.observe.bind(coverage);
  const { diagnostics } = compileFiles(files, { observe });
  expect(diagnostics).toEqual([]);
  return coverage.files((file) => files.get(file.replace(`${templateRoot}/`, "")));
}

describe("coverage", () => {
  it("knows what was run, line by line", () => {
    const [file] = observed();
    expect(file && uncovered(file)).toBe("6, 9 then, 10, 19, 25 else, 26 then");
  });

  it("counts statements, branches and functions", () => {
    const { statements, branches, functions } = summaryOf(observed());
    expect([statements, branches, functions].map(percent)).toMatchInlineSnapshot(`
      [
        85,
        40,
        50,
      ]
    `);
    expect(functions).toEqual({ covered: 1, all: 2 });
  });

  it("does not count what was only tried while its template was read", () => {
    const late = "template late;\n'/a' = error('stop');\n'/b' = {\n    x = 1;\n    x + 1;\n};\n";
    const coverage = new Coverage((file) => file.endsWith("/late.pan"));
    const observe = coverage.observe.bind(coverage);
    const site = new Map([
      ["late.pan", late],
      ["a.pan", "object template a;\ninclude 'late';\n"],
    ]);
    expect(compileFiles(site, { observe }).diagnostics).toHaveLength(1);
    const [file] = coverage.files(() => late);
    expect(file && summaryOf([file]).statements).toEqual({ covered: 1, all: 4 });
    expect(file && uncovered(file)).toBe("3-6");
  });

  it("has records that agree with their sums", () => {
    const records = lcovText(observed(), () => "library.pan").split("end_of_record\n");
    for (const record of records.filter((text) => text !== "")) {
      const numbers = (key: string): number[] =>
        [...record.matchAll(new RegExp(`^${key}:(?:.*,)?(\\d+|-)$`, "gm"))].map(
          ([, n]) => Number(n) || 0,
        );
      const hit = (counts: readonly number[]): number => counts.filter((n) => n > 0).length;
      const [lines, arms] = [numbers("DA"), numbers("BRDA")];
      const called = [...record.matchAll(/^FNDA:(\d+),/gm)].map(([, n]) => Number(n));
      expect(numbers("LF")).toEqual([lines.length]);
      expect(numbers("LH")).toEqual([hit(lines)]);
      expect(numbers("BRF")).toEqual([arms.length]);
      expect(numbers("BRH")).toEqual([hit(arms)]);
      expect([numbers("FNF"), numbers("FNH")]).toEqual([[called.length], [hit(called)]]);
    }
  });
});

describeWith(lcov, "lcov", () => {
  let folder = "";

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), "vmcs-lcov-"));
    mkdirSync(dirname(join(folder, "library.pan")), { recursive: true });
    writeFileSync(join(folder, "library.pan"), library);
    writeFileSync(
      join(folder, "coverage.info"),
      lcovText(observed(), () => "library.pan"),
    );
  });

  afterAll(() => rmSync(folder, { recursive: true }));

  it("reads the same numbers", () => {
    const words = ["--rc", "lcov_branch_coverage=1", "--summary", "coverage.info"];
    const { status, stdout, stderr } = runTool(lcov, words, { cwd: folder });
    expect(status, stderr).toBe(0);
    const [lines, functions, branches] = [...stdout.matchAll(/\((\d+) of (\d+) \w+\)/g)];
    const { branches: arms } = summaryOf(observed());
    expect(functions?.slice(1)).toEqual(["1", "2"]);
    expect(branches?.slice(1)).toEqual([String(arms.covered), String(arms.all)]);
    expect(Number(lines?.[1])).toBeGreaterThan(10);
  });
});
