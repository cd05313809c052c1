/** The documentation of built-in functions tells of all of them, and its examples give what it says. */
import { describe, expect, test } from "vitest";
import {
  detailedNames,
  documentedFunctions,
} from "../../../../../src/pan/evaluator/documentation/function-documentation.ts";
import { compileText, errorCodes } from "../../../../support/compile.ts";
import { plainTree } from "../../../../support/plain-tree.ts";

const names = documentedFunctions().map(({ name }) => name);

test("Every built-in function is told of, and nothing else is.", () => {
  const advice =
    "Add it to text-functions.ts or value-functions.ts in src/pan/evaluator/documentation";
  expect(detailedNames(), advice).toEqual([...names].sort());
});

test("Every parameter of a signature is found.", () => {
  const found = documentedFunctions().find(({ name }) => name === "substr");
  expect(found?.parameters).toEqual([
    { name: "text", text: "text: string", isOptional: false },
    { name: "start", text: "start: long", isOptional: false },
    { name: "length", text: "length?: long", isOptional: true },
  ]);
});

describe("Examples give what is said.", () => {
  for (const { name, examples } of documentedFunctions()) {
    for (const { call, gives } of examples) {
      test(`${name}: ${call}`, () => {
        const outcome = compileText(
          `object template x;\n'/given' = { x = ${call}; x; };\n'/wanted' = ${gives};\n`,
        );
        expect(errorCodes(outcome)).toEqual([]);
        const root = outcome.profiles.get("x")?.root;
        expect(plainTree(root?.get("given") as never)).toEqual(
          plainTree(root?.get("wanted") as never),
        );
      });
    }
  }
});
