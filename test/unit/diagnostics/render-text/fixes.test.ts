/** Fixes, as small diffs. */
import { describe, expect, it } from "vitest";
import type { Fix } from "../../../../src/diagnostics/diagnostic.ts";
import { at, show } from "./report-text.ts";

describe("fixes", () => {
  const files = {
    "vm.pan": [
      "object template vm;",
      "include a;",
      "type '/' = x;",
      "'/b/' = 1;",
      "",
      "# end",
    ].join("\n"),
  };
  const span = at(files, "vm.pan", "include a;");
  const fix = (title: string, ...edits: Fix["edits"]): Fix => ({ title, file: "vm.pan", edits });
  const edit = (text: string, replacement: string) => {
    const { start, end } = at(files, "vm.pan", text);
    return { start, end, text: replacement };
  };

  it("are a small diff", () => {
    expect(
      show(files, { span, fixes: [fix("Put the name in quotes.", edit("a;", "'a';"))] }),
    ).toMatchInlineSnapshot(`
      "
      error[variable-undefined]: Something is wrong.
       --> vm.pan:2:1
        |
      2 | include a;
        | ^^^^^^^^^^
      help: Put the name in quotes.
        |
      2 - include a;
      2 + include 'a';
      "
    `);
  });

  it("may insert and remove whole lines", () => {
    const { start } = at(files, "vm.pan", "include");
    const insertion = { start, end: start, text: "include 'b';\n" };
    expect(
      show(files, {
        span,
        fixes: [fix("Add it.", insertion), fix("Remove it.", edit("include a;\n", ""))],
      }),
    ).toMatchInlineSnapshot(`
      "
      error[variable-undefined]: Something is wrong.
       --> vm.pan:2:1
        |
      2 | include a;
        | ^^^^^^^^^^
      help: Add it.
        |
      2 + include 'b';
      help: Remove it.
        |
      2 - include a;
      "
    `);
  });

  it("may change places that are apart, and count lines as they will be", () => {
    const { start } = at(files, "vm.pan", "object");
    expect(
      show(files, {
        span,
        fixes: [
          fix(
            "Mend all.",
            { start, end: start, text: "# one\n# two\n" },
            edit("type", "bind"),
            edit("'/b/'", "'/b'"),
            edit("end", "fin"),
          ),
        ],
      }),
    ).toMatchInlineSnapshot(`
      "
      error[variable-undefined]: Something is wrong.
       --> vm.pan:2:1
        |
      2 | include a;
        | ^^^^^^^^^^
      help: Mend all.
        |
      1 + # one
      2 + # two
      ...
      3 - type '/' = x;
      4 - '/b/' = 1;
      5 + bind '/' = x;
      6 + '/b' = 1;
      ...
      6 - # end
      8 + # fin
      "
    `);
  });

  it("may be of another file, or of one without text", () => {
    expect(
      show(
        { ...files, "other.pan": "template other;" },
        {
          span,
          fixes: [
            { title: "Rename it.", file: "other.pan", edits: [{ start: 9, end: 14, text: "o" }] },
            { title: "Rename that.", file: "gone.pan", edits: [{ start: 9, end: 14, text: "o" }] },
          ],
        },
      ),
    ).toMatchInlineSnapshot(`
      "
      error[variable-undefined]: Something is wrong.
       --> vm.pan:2:1
        |
      2 | include a;
        | ^^^^^^^^^^
      help: Rename it.
        |
      1 - template other;
      1 + template o;
      help: Rename that.
      "
    `);
  });

  it("show the first changes of many", () => {
    const many = { "vm.pan": Array.from({ length: 40 }, (_, i) => `include l${i};`).join("\n") };
    const edits = [...many["vm.pan"].matchAll(/l\d+/g)].map(({ 0: name, index }) => ({
      start: index,
      end: index + name.length,
      text: `'${name}'`,
    }));
    const all = { title: "Put all names in quotes.", file: "vm.pan", edits };
    expect(show(many, { span: at(many, "vm.pan", "l7"), fixes: [all] })).toMatchInlineSnapshot(`
      "
      error[variable-undefined]: Something is wrong.
        --> vm.pan:8:9
         |
       8 | include l7;
         |         ^^
      help: Put all names in quotes.
         |
       1 - include l0;
       2 - include l1;
       3 - include l2;
       4 - include l3;
       5 - include l4;
       6 - include l5;
       1 + include 'l0';
       2 + include 'l1';
       3 + include 'l2';
       4 + include 'l3';
       5 + include 'l4';
       6 + include 'l5';
      ...
      "
    `);
  });
});
