/** A report as a whole: its count, its colours. */
import { describe, expect, it } from "vitest";
import { plainPalette } from "../../../../src/diagnostics/palette.ts";
import { renderText } from "../../../../src/diagnostics/render-text.ts";
import { at, problem, render, trace } from "./report-text.ts";

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
