/** Lines that are longer than the terminal is wide, clipped around the place. */
import { describe, expect, it } from "vitest";
import { at, show } from "./report-text.ts";

describe("long lines", () => {
  const long = `'/list' = list(${Array.from({ length: 60 }, (_, i) => `'item-${i}'`).join(", ")}, X, 'end');`;

  it("are clipped around the place", () => {
    const files = { "vm.pan": long };
    expect(show(files, { span: at(files, "vm.pan", "'item-30'") }, 60)).toMatchInlineSnapshot(`
      "
      error[variable-undefined]: Something is wrong.
       --> vm.pan:1:336
        |
      1 | … 'item-28', 'item-29', 'item-30', 'item-31', 'item-32'…
        |                         ^^^^^^^^^
      "
    `);
  });

  it("are clipped at the end only, if the place is near the start", () => {
    const files = { "vm.pan": long };
    expect(show(files, { span: at(files, "vm.pan", "list(") }, 60)).toMatchInlineSnapshot(`
      "
      error[variable-undefined]: Something is wrong.
       --> vm.pan:1:11
        |
      1 | '/list' = list('item-0', 'item-1', 'item-2', 'item-3', …
        |           ^^^^^
      "
    `);
  });

  it("are clipped at the start only, if the place is near the end", () => {
    const files = { "vm.pan": long };
    expect(show(files, { span: at(files, "vm.pan", "X") }, 60)).toMatchInlineSnapshot(`
      "
      error[variable-undefined]: Something is wrong.
       --> vm.pan:1:666
        |
      1 | …57', 'item-58', 'item-59', X, 'end');
        |                             ^
      "
    `);
  });

  it("show the start of a place that is longer than the window", () => {
    const files = { "vm.pan": long };
    const { start } = at(files, "vm.pan", "'item-10'");
    const span = { file: "vm.pan", start, end: long.length };
    expect(show(files, { span }, 60)).toMatchInlineSnapshot(`
      "
      error[variable-undefined]: Something is wrong.
       --> vm.pan:1:116
        |
      1 | …', 'item-9', 'item-10', 'item-11', 'item-12', 'item-13…
        |               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
      "
    `);
  });

  it("may be of a hundred thousand characters", () => {
    const files = { "vm.pan": `${"🙂".repeat(25_000)}X${"日".repeat(25_000)}` };
    expect(show(files, { span: at(files, "vm.pan", "X") }, 40)).toMatchInlineSnapshot(`
      "
      error[variable-undefined]: Something is wrong.
       --> vm.pan:1:50001
        |
      1 | … 🙂🙂🙂🙂🙂🙂🙂🙂X日日日日日日日日…
        |                   ^
      "
    `);
  });
});
