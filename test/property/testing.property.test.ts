/** Laws of tests: observation changes nothing, and what is called different differs. */
import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { List } from "../../src/pan/tree/list.ts";
import type { Value } from "../../src/pan/tree/value.ts";
import { Coverage } from "../../src/testing/coverage/coverage.ts";
import { summaryOf } from "../../src/testing/coverage/summary.ts";
import { dmlText } from "../../src/testing/dml-text.ts";
import { lineEdits } from "../../src/testing/line-edits.ts";
import { treeDifferences } from "../../src/testing/tree-diff.ts";
import { applyEdits } from "../../src/text/edit.ts";
import { compileFiles, compileText } from "../support/compile.ts";
import { bodyArbitrary } from "../support/dml-arbitrary.ts";
import { renderOutcome } from "../support/render-outcome.ts";
import { repositoryPath } from "../support/repository.ts";
import { runs } from "../support/runs.ts";

const functions = readFileSync(repositoryPath("templates/vmcs/testing.pan"), "utf8");
const settings = { seed: 47, numRuns: runs(40, 100) };

describe("observation", () => {
  it("does not change what DML does", () => {
    fc.assert(
      fc.property(bodyArbitrary, (body) => {
        const text = `object template t;\n'/r' = { ${body} };\nvalid '/r' = { ${body}; true };`;
        const coverage = new Coverage(() => true);
        const observe = coverage.observe.bind(coverage);
        const seen = compileText(text, { maxIteration: 50, observe });
        expect(renderOutcome(seen)).toBe(renderOutcome(compileText(text, { maxIteration: 50 })));
        const { statements } = summaryOf(coverage.files(() => text));
        if (seen.diagnostics.length === 0) expect(statements.covered).toBeGreaterThan(1);
      }),
      { ...settings, numRuns: runs(30, 60) },
    );
  });
});

describe("edits by lines", () => {
  const text = fc
    .array(fc.constantFrom("a", "b", "c", "", "\n", "\n", "\r\n", "é"), { maxLength: 30 })
    .map((parts) => parts.join(""));

  it("turn the one text into the other", () => {
    fc.assert(
      fc.property(text, text, (before, after) => {
        expect(applyEdits(before, lineEdits(before, after))).toBe(after);
      }),
      { ...settings, numRuns: 1000 },
    );
  });
});

/** Small trees, often alike. */
const { tree } = fc.letrec<{ tree: string }>((tie) => ({
  tree: fc.oneof(
    { maxDepth: 3 },
    fc.constantFrom("1", "2", "1.0", "'1'", "'a'", "true", "false"),
    fc.array(tie("tree"), { maxLength: 3 }).map((items) => `list(${items.join(", ")})`),
    fc
      .dictionary(fc.constantFrom("a", "b", "c"), tie("tree"), { maxKeys: 3 })
      .map((dict) => Object.entries(dict).map(([key, value]) => `'${key}', ${value}`))
      .map((entries) => `dict(${entries.join(", ")})`),
  ),
}));

describe("differences of trees", () => {
  it("are there exactly where same_tree and has_tree of vmcs/testing say so", () => {
    fc.assert(
      fc.property(tree, tree, (given, expected) => {
        const [a, b, same, has] = evaluated(given, expected);
        const isSame = treeDifferences(b, a, { allowsMore: false }).length === 0;
        const hasAll = treeDifferences(b, a, { allowsMore: true }).length === 0;
        expect([isSame, hasAll], `${given} and ${expected}`).toEqual([same, has]);
      }),
      { ...settings, numRuns: runs(100, 300) },
    );
  });

  it("spell values as DML that gives them", () => {
    fc.assert(
      fc.property(tree, (source) => {
        const [value] = evaluated(source, "1");
        const [again] = evaluated(dmlText(value, 10_000), "1");
        expect(treeDifferences(value, again, { allowsMore: false })).toEqual([]);
      }),
      settings,
    );
  });
});

function evaluated(given: string, expected: string): readonly [Value, Value, Value, Value] {
  const text = `object template t;
include 'vmcs/testing';
variable A = ${given};
variable B = ${expected};
'/r' = list(A, B, same_tree(A, B), has_tree(A, B));
`;
  const files = new Map([
    ["t.pan", text],
    ["vmcs/testing.pan", functions],
  ]);
  const { profiles, diagnostics } = compileFiles(files);
  expect(diagnostics).toEqual([]);
  const values = profiles.get("t")?.root.get("r");
  if (!(values instanceof List)) throw new Error(`no list for ${text}`);
  return values.toArray() as readonly Value[] as readonly [Value, Value, Value, Value];
}
