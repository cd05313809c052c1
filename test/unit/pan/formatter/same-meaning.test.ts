/** The check of layouts notices what a layout must not change. */

import { expect, it } from "vitest";
import { meaningDiffers } from "../../../../src/pan/formatter/same-meaning.ts";

const text = "object template t;\n# why\n'/a' = list(1, x);\n@{ text\n   of it }\ntype u = long;\n";

it.each([
  ["a value", "list(1, x)", "list(2, x)", "Template.statements.0.value.args.0.value is 2, not 1"],
  ["a kind", "list(1, x)", "list(1, -x)", "Template.statements.0.value.args.1 has other fields"],
  ["the number of statements", "type u = long;", "", "Template.statements has other fields"],
  ["a comment", "# why", "# how", "its comments are not the same"],
  ["an error", "1, x)", "1, x", "the layout has 1 syntax errors and warnings, not 0"],
  [
    "an annotation",
    "text",
    "test",
    "Template.statements.1.annotations.0.body is  test\nof it , not  text\nof it ",
  ],
])("%s", (_, written, changed, difference) => {
  expect(meaningDiffers(text, text.replace(written, changed), "pan")).toBe(difference);
});

it.each([
  ["blanks and line ends", "list(1, x)", "list(\n1,\n  x)"],
  ["the indentation of an annotation", "   of it", "of it"],
  ["a lone semicolon", "x);", "x);;"],
])("%s make no difference", (_, written, changed) => {
  expect(meaningDiffers(text, text.replace(written, changed), "pan")).toBeUndefined();
});
