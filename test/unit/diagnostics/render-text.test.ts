/** Reports as people see them. Each golden shows one difficulty. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Diagnostic, Fix, RelatedPlace } from "../../../src/diagnostics/diagnostic.ts";
import { plainPalette } from "../../../src/diagnostics/palette.ts";
import { renderText } from "../../../src/diagnostics/render-text.ts";
import type { Span } from "../../../src/text/span.ts";

type Files = Readonly<Record<string, string>>;

/** The span of a text in a file: of its first occurrence, or of the one after `after`. */
function at(files: Files, file: string, text: string, after = ""): Span {
  const source = files[file] ?? "";
  const from = after === "" ? 0 : source.indexOf(after) + after.length;
  const start = source.indexOf(text, from);
  if (start < 0) throw new Error(`${JSON.stringify(text)} is not in ${file}.`);
  return { file, start, end: start + text.length };
}

interface Parts {
  readonly span: Span;
  readonly message?: string;
  readonly severity?: Diagnostic["severity"];
  readonly related?: readonly RelatedPlace[];
  readonly help?: string;
  readonly fixes?: readonly Fix[];
}

function problem({ span, ...parts }: Parts): Diagnostic {
  return {
    code: "variable-undefined",
    severity: parts.severity ?? "error",
    category: "evaluation",
    message: parts.message ?? "Something is wrong.",
    span,
    related: parts.related ?? [],
    help: parts.help,
    fixes: parts.fixes ?? [],
  };
}

/** The report without the count at its end, after an empty line, so that goldens are aligned. */
function show(files: Files, parts: Parts, width = 80): string {
  return `\n${render(files, [problem(parts)], width).replace(/\n\d.*\n$/, "")}`;
}

function render(files: Files, diagnostics: readonly Diagnostic[], width = 80): string {
  return renderText(diagnostics, {
    sources: (file) => files[file],
    palette: plainPalette,
    width,
    displayPath: (file) => file,
  });
}

function trace(span: Span, message: string): RelatedPlace {
  return { span, message, role: "trace" };
}

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

describe("a report", () => {
  const files = { "vm.pan": "object template vm;\n" };
  const span = at(files, "vm.pan", "vm");

  it("ends with a count", () => {
    const diagnostics = [
      problem({ span }),
      problem({ span, severity: "warning" }),
      problem({ span }),
      problem({ span, severity: "info" }),
    ];
    expect(render(files, diagnostics)).toMatch(/\n\n2 errors, 1 warning, 1 note\n$/);
  });

  it("is empty if there is nothing to report", () => {
    expect(render(files, [])).toBe("");
  });

  it("looks every file up once", () => {
    const asked: string[] = [];
    renderText([problem({ span }), problem({ span })], {
      sources: (file) => {
        asked.push(file);
        return files["vm.pan"];
      },
      palette: plainPalette,
      width: 80,
      displayPath: (file) => `./${file}`,
    });
    expect(asked).toEqual(["vm.pan"]);
  });

  it("is painted piece by piece", () => {
    const paint = (name: string) => (text: string) => `<${name}>${text}</${name}>`;
    const palette = {
      error: paint("error"),
      warning: paint("warning"),
      info: paint("info"),
      strong: paint("strong"),
      gutter: paint("gutter"),
      related: paint("related"),
      help: paint("help"),
      added: paint("added"),
      removed: paint("removed"),
    };
    const diagnostics = [
      problem({
        span,
        severity: "warning",
        help: "Do it.",
        related: [
          { span: at(files, "vm.pan", "template"), message: "of this kind" },
          trace(span, "included"),
        ],
        fixes: [{ title: "Rename.", file: "vm.pan", edits: [{ start: 16, end: 18, text: "x" }] }],
      }),
    ];
    const options = { sources: () => files["vm.pan"], palette, width: 80, displayPath: String };
    expect(`\n${renderText(diagnostics, options)}`).toMatchInlineSnapshot(`
      "
      <warning>warning[variable-undefined]</warning><strong>: Something is wrong.</strong>
       <gutter>--></gutter> vm.pan:1:17
      <gutter>  |</gutter>
      <gutter>1 |</gutter> object template vm;
      <gutter>  |</gutter>        <related>--------</related> <warning>^^</warning>
      <gutter>  |</gutter>        <related>|</related>
      <gutter>  |</gutter>        <related>of this kind</related>
       <gutter>:::</gutter> vm.pan:1:17: included
      <help>help</help>: Do it.
      <help>help</help>: Rename.
      <gutter>  |</gutter>
      <gutter>1</gutter> <removed>-</removed> <removed>object template vm;</removed>
      <gutter>1</gutter> <added>+</added> <added>object template x;</added>

      1 warning
      "
    `);
  });
});

describe("any report", () => {
  const runs = { seed: 7, numRuns: 300 };
  const pieces = fc.constantFrom(
    "a",
    "bc ",
    "\n",
    "\r\n",
    "\r",
    "\t",
    "日",
    "🙂",
    "e\u0301",
    "\u001b",
    "\ud800",
  );
  const texts = fc.array(pieces, { maxLength: 40 }).map((parts) => parts.join(""));
  const places = fc.record({
    file: fc.constantFrom("a", "b", "gone", ""),
    start: fc.nat(60),
    end: fc.nat(60),
  });
  const parts = fc.record({
    span: places,
    related: fc.array(fc.record({ span: places, message: fc.constantFrom("", "label", "日本") })),
  });

  it("can be made, and obeys nothing in the source", () => {
    fc.assert(
      fc.property(texts, texts, parts, fc.integer({ min: 0, max: 50 }), (a, b, given, width) => {
        const output = render({ a, b }, [problem(given)], width);
        expect(output).not.toMatch(/[^\P{Cc}\n]|\p{Cs}/u);
        expect(output.endsWith("\n\n1 error\n")).toBe(true);
      }),
      runs,
    );
  });

  it("has its carets under the place", () => {
    const words = fc.array(fc.constantFrom("a", "bcd", " ", "  "), { minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(words, fc.nat(), fc.nat(), (list, from, to) => {
        const text = list.join("");
        const [start = 0, end = 0] = [from % text.length, to % text.length].sort((x, y) => x - y);
        const rows = render({ a: text }, [problem({ span: { file: "a", start, end } })]).split(
          "\n",
        );
        const row = (rows.find((line) => line.includes("^")) ?? "").slice("  | ".length);
        expect([row.indexOf("^"), row.lastIndexOf("^")]).toEqual([start, Math.max(start, end - 1)]);
      }),
      runs,
    );
  });
});
