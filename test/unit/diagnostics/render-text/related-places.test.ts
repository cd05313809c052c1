/** Related places: beside the own one, near it, far away, in other files. */
import { describe, expect, it } from "vitest";
import { at, show } from "./report-text.ts";

describe("related places", () => {
  const files = {
    "vm.pan":
      "object template vm;\nvariable A = 1;\n'/x' = f(A, B, A);\n" +
      "\n".repeat(30) +
      "final variable B = 2;\n",
    "lib/f.pan": "declaration template lib/f;\nfunction f = {\n  ARGV[0];\n};\n",
  };
  const span = at(files, "vm.pan", "B, ");

  it("on one line have their labels below each other", () => {
    expect(
      show(files, {
        span: at(files, "vm.pan", "B", "A, "),
        related: [
          { span: at(files, "vm.pan", "A", "f("), message: "the first" },
          { span: at(files, "vm.pan", "f", "= "), message: "the function" },
          { span: at(files, "vm.pan", "A", "B, "), message: "the last" },
        ],
      }),
    ).toMatchInlineSnapshot(`
      "
      error[variable-undefined]: Something is wrong.
       --> vm.pan:3:13
        |
      3 | '/x' = f(A, B, A);
        |        - -  ^  - the last
        |        | |
        |        | the first
        |        the function
      "
    `);
  });

  it("may be the place itself, or a part of it", () => {
    const call = at(files, "vm.pan", "f(A, B, A)");
    expect(
      show(files, {
        span: call,
        related: [
          { span: call, message: "the call" },
          { span: at(files, "vm.pan", "f", "= "), message: "its name" },
          { span: at(files, "vm.pan", "f", "= "), message: "again" },
        ],
      }),
    ).toMatchInlineSnapshot(`
      "
      error[variable-undefined]: Something is wrong.
       --> vm.pan:3:8
        |
      3 | '/x' = f(A, B, A);
        |        ^^^^^^^^^^ the call
        |        |
        |        its name
        |        again
      "
    `);
  });

  it("near by are in the same snippet", () => {
    expect(
      show(files, { span, related: [{ span: at(files, "vm.pan", "A"), message: "set here" }] }),
    ).toMatchInlineSnapshot(`
      "
      error[variable-undefined]: Something is wrong.
       --> vm.pan:3:13
        |
      2 | variable A = 1;
        |          - set here
      3 | '/x' = f(A, B, A);
        |             ^^^
      "
    `);
  });

  it("far away have a snippet of their own", () => {
    const final = at(files, "vm.pan", "final");
    expect(
      show(files, { span, related: [{ span: final, message: "made final here" }] }),
    ).toMatchInlineSnapshot(`
      "
      error[variable-undefined]: Something is wrong.
        --> vm.pan:3:13
         |
       3 | '/x' = f(A, B, A);
         |             ^^^
        ::: vm.pan:34:1
         |
      34 | final variable B = 2;
         | ----- made final here
      "
    `);
  });

  it("of other files have a snippet of their own", () => {
    const related = [
      { span: at(files, "lib/f.pan", "function f"), message: "defined here" },
      { span: at(files, "lib/f.pan", "ARGV[0]"), message: "used\nhere" },
      { span: { file: "gone.pan", start: 1, end: 2 }, message: "nobody has this text" },
      { span: { file: "", start: 0, end: 0 }, message: "and this is nowhere" },
    ];
    expect(show(files, { span, related })).toMatchInlineSnapshot(`
      "
      error[variable-undefined]: Something is wrong.
       --> vm.pan:3:13
        |
      3 | '/x' = f(A, B, A);
        |             ^^^
       ::: lib/f.pan:2:1
        |
      2 | function f = {
        | ---------- defined here
      3 |   ARGV[0];
        |   ------- used here
      note: gone.pan: nobody has this text
      note: and this is nowhere
      "
    `);
  });

  it("are named only, if they are many", () => {
    const many = Object.fromEntries(
      Array.from({ length: 9 }, (_, i) => [`m${i}.pan`, `'/x' = ${i};`]),
    );
    const related = Object.keys(many).map((file) => ({
      span: { file, start: 0, end: 4 },
      message: "set here",
    }));
    expect(show({ ...files, ...many }, { span, related })).toMatchInlineSnapshot(`
      "
      error[variable-undefined]: Something is wrong.
       --> vm.pan:3:13
        |
      3 | '/x' = f(A, B, A);
        |             ^^^
       ::: m0.pan:1:1
        |
      1 | '/x' = 0;
        | ---- set here
       ::: m1.pan:1:1
        |
      1 | '/x' = 1;
        | ---- set here
       ::: m2.pan:1:1
        |
      1 | '/x' = 2;
        | ---- set here
       ::: m3.pan:1:1
        |
      1 | '/x' = 3;
        | ---- set here
       ::: m4.pan:1:1
        |
      1 | '/x' = 4;
        | ---- set here
       ::: m5.pan:1:1
        |
      1 | '/x' = 5;
        | ---- set here
      note: m6.pan:1:1: set here
      note: m7.pan:1:1: set here
      note: m8.pan:1:1: set here
      "
    `);
  });
});
