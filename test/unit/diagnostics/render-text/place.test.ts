/** The place of a diagnostic, as a report shows it: each golden shows one difficulty. */
import { describe, expect, it } from "vitest";
import { at, show } from "./report-text.ts";

describe("the place", () => {
  const files = { "vm.pan": "object template vm;\n'/ram' = MEMROY;\n" };

  it("is a line with carets", () => {
    expect(
      show(files, { span: at(files, "vm.pan", "MEMROY"), help: 'Did you mean "MEMORY"?' }),
    ).toMatchInlineSnapshot(`
      "
      error[variable-undefined]: Something is wrong.
       --> vm.pan:2:10
        |
      2 | '/ram' = MEMROY;
        |          ^^^^^^
      help: Did you mean "MEMORY"?
      "
    `);
  });

  it("may be empty", () => {
    const { end } = at(files, "vm.pan", "MEMROY");
    expect(show(files, { span: { file: "vm.pan", start: end, end } })).toMatchInlineSnapshot(`
      "
      error[variable-undefined]: Something is wrong.
       --> vm.pan:2:16
        |
      2 | '/ram' = MEMROY;
        |                ^
      "
    `);
  });

  it("may be the end of the file, after its last line end", () => {
    const end = files["vm.pan"].length;
    expect(show(files, { span: { file: "vm.pan", start: end, end } })).toMatchInlineSnapshot(`
      "
      error[variable-undefined]: Something is wrong.
       --> vm.pan:3:1
        |
      2 | '/ram' = MEMROY;
      3 |
        | ^
      "
    `);
  });

  it("may be the end of a file without a last line end", () => {
    const open = { "vm.pan": "object template vm" };
    expect(show(open, { span: { file: "vm.pan", start: 18, end: 18 } })).toMatchInlineSnapshot(`
      "
      error[variable-undefined]: Something is wrong.
       --> vm.pan:1:19
        |
      1 | object template vm
        |                   ^
      "
    `);
  });

  it("may be an empty file", () => {
    expect(
      show({ "vm.pan": "" }, { span: { file: "vm.pan", start: 0, end: 0 } }),
    ).toMatchInlineSnapshot(`
      "
      error[variable-undefined]: Something is wrong.
       --> vm.pan:1:1
        |
      1 |
        | ^
      "
    `);
  });

  it("may be a line end alone", () => {
    expect(show(files, { span: { file: "vm.pan", start: 19, end: 20 } })).toMatchInlineSnapshot(`
      "
      error[variable-undefined]: Something is wrong.
       --> vm.pan:1:20
        |
      1 | object template vm;
        |                    ^
      "
    `);
  });

  it("may lie beyond the text, if the file has changed", () => {
    expect(show(files, { span: { file: "vm.pan", start: 900, end: 950 } })).toMatchInlineSnapshot(`
      "
      error[variable-undefined]: Something is wrong.
       --> vm.pan:3:1
        |
      2 | '/ram' = MEMROY;
      3 |
        | ^
      "
    `);
  });

  it("may be a file without text", () => {
    expect(
      show(files, { span: { file: "gone.pan", start: 3, end: 5 }, help: "Look for it." }),
    ).toMatchInlineSnapshot(`
      "
      error[variable-undefined]: Something is wrong.
       --> gone.pan
      help: Look for it.
      "
    `);
  });

  it("may be nowhere", () => {
    expect(
      show(files, { span: { file: "", start: 0, end: 0 }, severity: "warning" }),
    ).toMatchInlineSnapshot(`
      "
      warning[variable-undefined]: Something is wrong.
      "
    `);
  });

  it("may have a message and a help of several lines", () => {
    expect(
      show(files, {
        span: at(files, "vm.pan", "vm"),
        severity: "info",
        message: "First line.\nSecond line.\n\nFourth line.",
        help: "Do this.\nThen that.",
      }),
    ).toMatchInlineSnapshot(`
      "
      info[variable-undefined]: First line.
        Second line.

        Fourth line.
       --> vm.pan:1:17
        |
      1 | object template vm;
        |                 ^^
      help: Do this.
            Then that.
      "
    `);
  });
});
