/** Places of several lines, with a bar at the left. */
import { describe, expect, it } from "vitest";
import { at, show } from "./report-text.ts";

describe("places of several lines", () => {
  const files = {
    "vm.pan": [
      "object template vm;",
      "'/a' = {",
      "  x = 1;",
      "  y = 2;",
      "  z = {",
      "    3;",
      "  };",
      "  x + y;",
      "};",
      "",
    ].join("\n"),
  };

  it("have a bar", () => {
    expect(show(files, { span: at(files, "vm.pan", "{\n    3;\n  }") })).toMatchInlineSnapshot(`
      "
      error[variable-undefined]: Something is wrong.
       --> vm.pan:5:7
        |
      5 |     z = {
        |  _______^
      6 | |     3;
      7 | |   };
        | |___^
      "
    `);
  });

  it("begin with a slash at the start of a line", () => {
    expect(show(files, { span: at(files, "vm.pan", "x = 1;\n  y = 2;") })).toMatchInlineSnapshot(`
      "
      error[variable-undefined]: Something is wrong.
       --> vm.pan:3:3
        |
      3 | /   x = 1;
      4 | |   y = 2;
        | |________^
      "
    `);
  });

  it("leave out their middle if they are long", () => {
    const { start } = at(files, "vm.pan", "'/a'");
    expect(
      show(files, { span: { file: "vm.pan", start, end: start + 68 } }),
    ).toMatchInlineSnapshot(`
      "
      error[variable-undefined]: Something is wrong.
       --> vm.pan:2:1
        |
      2 | / '/a' = {
      3 | |   x = 1;
      4 | |   y = 2;
      ... |
      8 | |   x + y;
      9 | | };
        | |__^
      "
    `);
  });

  it("do not reach into the line after their line end", () => {
    expect(show(files, { span: at(files, "vm.pan", "x = 1;\n") })).toMatchInlineSnapshot(`
      "
      error[variable-undefined]: Something is wrong.
       --> vm.pan:3:3
        |
      3 |   x = 1;
        |   ^^^^^^
      "
    `);
  });

  it("may have related places around them and inside, of which the first line counts", () => {
    expect(
      show(files, {
        span: at(files, "vm.pan", "{\n    3;\n  }"),
        related: [
          { span: { ...at(files, "vm.pan", "{\n  x"), end: 91 }, message: "in this block" },
          { span: at(files, "vm.pan", "3"), message: "this value" },
          { span: at(files, "vm.pan", "}", "3;\n  "), message: "and this is its end" },
        ],
      }),
    ).toMatchInlineSnapshot(`
      "
      error[variable-undefined]: Something is wrong.
       --> vm.pan:5:7
        |
      2 |   '/a' = {
        |          - in this block
      ...
      5 |     z = {
        |  _______^
      6 | |     3;
        | |     - this value
      7 | |   };
        | |   - and this is its end
        | |___^
      "
    `);
  });
});
