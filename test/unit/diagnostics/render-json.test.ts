/** Reports as machines read them. */
import { describe, expect, it } from "vitest";
import type { Diagnostic } from "../../../src/diagnostics/diagnostic.ts";
import { renderJson } from "../../../src/diagnostics/render-json.ts";

const files: Readonly<Record<string, string>> = {
  "/site/vm.pan": "object template vm;\r\n'/x' = 🙂 X;\n",
  "/site/a.pan": "template a;\n",
};

const full: Diagnostic = {
  code: "variable-undefined",
  severity: "error",
  category: "evaluation",
  message: 'A "quoted"\nmessage.',
  span: { file: "/site/vm.pan", start: 28, end: 33 },
  related: [
    { span: { file: "/site/a.pan", start: 9, end: 10 }, message: "first" },
    { span: { file: "/site/gone.pan", start: 1, end: 2 }, message: "second", role: "trace" },
    { span: { file: "", start: 0, end: 0 }, message: "third" },
  ],
  help: "Do it.",
  fixes: [{ title: "Do it.", file: "/site/a.pan", edits: [{ start: 0, end: 8, text: "x" }] }],
};

const bare: Diagnostic = {
  ...full,
  severity: "warning",
  span: { file: "", start: 0, end: 0 },
  related: [],
  help: undefined,
  fixes: [],
};

function render(...diagnostics: readonly Diagnostic[]): string {
  return renderJson(diagnostics, {
    sources: (file) => files[file],
    displayPath: (file) => file.replace("/site/", ""),
  });
}

describe("renderJson", () => {
  it("writes everything, with keys in a fixed order", () => {
    expect(render(full)).toBe(
      `${[
        '{"severity":"error","category":"evaluation","code":"variable-undefined",',
        String.raw`"message":"A \"quoted\"\nmessage.","file":"vm.pan",`,
        '"range":{"start":{"line":2,"column":8,"offset":28},"end":{"line":2,"column":13,"offset":33}},',
        '"related":[',
        '{"message":"first","file":"a.pan",',
        '"range":{"start":{"line":1,"column":10,"offset":9},"end":{"line":1,"column":11,"offset":10}}},',
        '{"message":"second","file":"gone.pan","role":"trace"},',
        '{"message":"third"}],',
        '"help":"Do it.",',
        '"fixes":[{"title":"Do it.","file":"a.pan","edits":[',
        '{"range":{"start":{"line":1,"column":1,"offset":0},"end":{"line":1,"column":9,"offset":8}},"text":"x"}',
        "]}]}",
      ].join("")}\n`,
    );
  });

  it("leaves out what there is not", () => {
    expect(JSON.parse(render(bare))).toEqual({
      severity: "warning",
      category: "evaluation",
      code: "variable-undefined",
      message: 'A "quoted"\nmessage.',
      related: [],
      fixes: [],
    });
  });

  it("writes one object a line", () => {
    const lines = render(full, bare, full).split("\n");
    expect(lines).toHaveLength(4);
    expect(lines.slice(0, 3).map((line) => JSON.parse(line).severity)).toEqual([
      "error",
      "warning",
      "error",
    ]);
    expect(render()).toBe("");
  });

  it("names places that the file does not have any more", () => {
    const span = { file: "/site/a.pan", start: 90, end: 80 };
    const end = { line: 2, column: 1, offset: 12 };
    expect(JSON.parse(render({ ...full, span })).range).toEqual({ start: end, end });
  });
});
