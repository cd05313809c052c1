/** Characters that are wide, steer terminals or end lines, as a report shows them. */
import { describe, expect, it } from "vitest";
import { at, show } from "./report-text.ts";

describe("characters", () => {
  it("are aligned after tabs", () => {
    const files = { "vm.pan": "\t'/a'\t= \tX;" };
    expect(
      show(files, {
        span: at(files, "vm.pan", "X"),
        related: [{ span: at(files, "vm.pan", "'/a'"), message: "the path" }],
      }),
    ).toMatchInlineSnapshot(`
      "
      error[variable-undefined]: Something is wrong.
       --> vm.pan:1:10
        |
      1 |     '/a'    =   X;
        |     ----        ^
        |     |
        |     the path
      "
    `);
  });

  it("do not show the carriage return of a line end", () => {
    const files = { "vm.pan": "object template vm;\r\n'/a' = {\r\n  X;\r\n};\r\n" };
    expect(show(files, { span: at(files, "vm.pan", "{\r\n  X;\r\n}") })).toMatchInlineSnapshot(`
      "
      error[variable-undefined]: Something is wrong.
       --> vm.pan:2:8
        |
      2 |   '/a' = {
        |  ________^
      3 | |   X;
      4 | | };
        | |_^
      "
    `);
  });

  it("may end lines with a carriage return alone", () => {
    const files = { "vm.pan": "object template vm;\r'/a' = X;\r" };
    expect(show(files, { span: at(files, "vm.pan", "X") })).toMatchInlineSnapshot(`
      "
      error[variable-undefined]: Something is wrong.
       --> vm.pan:2:8
        |
      2 | '/a' = X;
        |        ^
      "
    `);
  });

  it("may be wide, combined or emoji", () => {
    const files = { "vm.pan": "'/名前' = 'cafe\u0301 👩‍💻 🇩🇪' + X;" };
    expect(
      show(files, {
        span: at(files, "vm.pan", "X"),
        related: [{ span: at(files, "vm.pan", "名前"), message: "two wide characters" }],
      }),
    ).toMatchInlineSnapshot(`
      "
      error[variable-undefined]: Something is wrong.
       --> vm.pan:1:30
        |
      1 | '/名前' = 'café 👩‍💻 🇩🇪' + X;
        |   ----                   ^
        |   |
        |   two wide characters
      "
    `);
  });

  it("cannot steer the terminal", () => {
    const files = { "vm.pan": "\ufeff# \u001b[31mred\u0007\n'/a' = \"\u202eevil\";" };
    expect(
      show(files, {
        span: at(files, "vm.pan", "evil"),
        message: "Said \u001b[2J and \u202e.",
        related: [{ span: at(files, "vm.pan", "# "), message: "a \u001b comment" }],
      }),
    ).toMatchInlineSnapshot(`
      "
      error[variable-undefined]: Said ␛[2J and �.
       --> vm.pan:2:10
        |
      1 | �# ␛[31mred␇
        |  -- a ␛ comment
      2 | '/a' = "�evil";
        |          ^^^^
      "
    `);
  });
});
