/** The way that led to a diagnostic: includes and calls. */
import { describe, expect, it } from "vitest";
import { at, show, trace } from "./report-text.ts";

describe("the way that led there", () => {
  const files = {
    "vm.pan": "object template vm;\ninclude 'a';\n",
    "a.pan": "template a;\ninclude 'b';\n",
    "b.pan": "template b;\n'/x' = X;\n",
  };
  const span = at(files, "b.pan", "X");

  it("is a line for each step", () => {
    const related = [
      trace(at(files, "a.pan", "include 'b'"), "included from here"),
      trace(at(files, "vm.pan", "include 'a'"), "included from here"),
      trace({ file: "gone.pan", start: 0, end: 0 }, "included from here"),
      trace({ file: "", start: 0, end: 0 }, "from the command line"),
    ];
    expect(show(files, { span, related })).toMatchInlineSnapshot(`
      "
      error[variable-undefined]: Something is wrong.
       --> b.pan:2:8
        |
      2 | '/x' = X;
        |        ^
       ::: a.pan:2:1: included from here
       ::: vm.pan:2:1: included from here
       ::: gone.pan: included from here
       ::: from the command line
      "
    `);
  });

  it("is shortened if it is long", () => {
    const related = Array.from({ length: 40 }, (_, i) =>
      trace({ file: "a.pan", start: i % 20, end: i % 20 }, `step ${i}`),
    );
    expect(show(files, { span, related })).toMatchInlineSnapshot(`
      "
      error[variable-undefined]: Something is wrong.
       --> b.pan:2:8
        |
      2 | '/x' = X;
        |        ^
       ::: a.pan:1:1: step 0
       ::: a.pan:1:2: step 1
       ::: a.pan:1:3: step 2
       ::: a.pan:1:4: step 3
       ::: a.pan:1:5: step 4
       ::: … 34 more
       ::: a.pan:2:8: step 39
      "
    `);
  });

  it("counts steps that repeat", () => {
    const call = at(files, "a.pan", "include");
    const related = [
      ...Array.from({ length: 50 }, () => trace(call, "in function f, called from here")),
      trace(at(files, "vm.pan", "include"), "in template a, called from here"),
    ];
    expect(show(files, { span, related })).toMatchInlineSnapshot(`
      "
      error[variable-undefined]: Something is wrong.
       --> b.pan:2:8
        |
      2 | '/x' = X;
        |        ^
       ::: a.pan:2:1: in function f, called from here (50 times)
       ::: vm.pan:2:1: in template a, called from here
      "
    `);
  });
});
