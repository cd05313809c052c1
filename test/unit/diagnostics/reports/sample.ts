/** Diagnostics with everything that a format of reports must cope with. */
import type { Diagnostic } from "../../../../src/diagnostics/diagnostic.ts";
import { plainPalette } from "../../../../src/diagnostics/palette.ts";
import type { ReportContext } from "../../../../src/diagnostics/reports/report.ts";
import { noSpan, type Span } from "../../../../src/text/span.ts";

export const sampleFiles: Readonly<Record<string, string>> = {
  "/work tree/site/vm.pan": [
    "object template vm;",
    "include 'common';",
    "'/grüße' = '日本🙂' + MEMROY;",
    "'/x' = list(1,",
    "  2,",
    "  3);",
    "'/y' = MEMROY;",
    "",
  ].join("\n"),
  "/work tree/site/common.pan": "template common;\r\n\t'/a&b' = <no>;\r\n'/a&b' = <no>;\r\n",
  "/usr/share/vmcs/types.pan": "declaration template types;\ntype positive = long(1..);\n",
};

const [vm, common, types] = Object.keys(sampleFiles) as [string, string, string];

/** The place of a text in a file. */
function at(file: string, text: string, after = ""): Span {
  const content = sampleFiles[file] ?? "";
  const start = content.indexOf(text, content.indexOf(after));
  return { file, start, end: start + text.length };
}

const template = {
  code: "variable-undefined",
  severity: "error",
  category: "evaluation",
  message: "The variable MEMROY is not defined.",
  span: noSpan,
  related: [],
  help: undefined,
  fixes: [],
} as const satisfies Diagnostic;

const rename = (span: Span) => ({
  title: 'Write "MEMORY".',
  file: span.file,
  edits: [{ start: span.start, end: span.end, text: "MEMORY" }],
});

export const sample: Readonly<Record<string, Diagnostic>> = {
  unicode: {
    ...template,
    span: at(vm, "MEMROY"),
    help: 'Did you mean "MEMORY"?',
    fixes: [rename(at(vm, "MEMROY"))],
  },
  crlf: {
    ...template,
    code: "unknown-format",
    message: 'A "quoted" <tag> & 100%: a,b;\r\nits second line.',
    span: at(common, "<no>"),
  },
  sameText: { ...template, span: at(common, "<no>", "\n'/a&b'") },
  sameTextAgain: { ...template, span: at(common, "/a&b", "\n'/a&b'") },
  noPlace: {
    ...template,
    code: "file-missing",
    category: "usage",
    message: "There is no file 'web.pan'.",
    help: "Check the spelling and the current directory.",
  },
  goneFile: {
    ...template,
    severity: "warning",
    message: "The text of this file is not known.",
    span: { file: "/work tree/gone.pan", start: 5, end: 9 },
    fixes: [
      {
        title: "Mend it.",
        file: "/work tree/gone.pan",
        edits: [{ start: 5, end: 9, text: "mended" }],
      },
    ],
  },
  otherFile: {
    ...template,
    severity: "info",
    message: "This type is outside of the repository.",
    span: at(types, "long(1..)"),
  },
  related: {
    ...template,
    message: "It is final.",
    span: at(vm, "list(1,\n  2,\n  3)"),
    related: [
      { span: at(types, "positive"), message: "of [this] type" },
      { span: at(common, "'/a&b'"), message: "" },
      { span: noSpan, message: "The command line says so." },
    ],
  },
  trace: {
    ...template,
    message: "See [the notes](http://example.org/) and {0}, {name}.",
    span: at(common, "'/a&b'"),
    related: [
      {
        span: at(vm, "'common'"),
        message: "in template common, included from here",
        role: "trace",
      },
      { span: at(vm, "vm"), message: "in template vm", role: "trace" },
    ],
  },
  fixes: {
    ...template,
    span: at(vm, "MEMROY", "'/y'"),
    fixes: [
      {
        title: "Declare it.",
        file: vm,
        edits: [
          { ...at(vm, "MEMROY", "'/y'"), text: "MEMORY" },
          { start: 20, end: 20, text: "variable MEMORY = 1;\n" },
        ],
      },
      {
        title: "Remove the other one.",
        file: common,
        edits: [{ ...at(common, "<no>"), text: "" }],
      },
      { title: "Change nothing.", file: vm, edits: [] },
    ],
  },
  signs: {
    ...template,
    message: "Signs: \u001b[31mred\u0000 \ufffe \ud800 \u202e end ]]> -->",
    span: at(vm, "vm"),
  },
  huge: { ...template, message: `Too long: ${"日本🙂 ".repeat(100)}end.`, span: at(vm, "'/x'") },
};

export const sampleContext: ReportContext = {
  sources: (file) => sampleFiles[file],
  displayPath: (file) => file.replace("/work tree/site/", ""),
  repositoryPath: (file) => file.replace("/work tree/", ""),
  passed: ["/work tree/site/sound.pan", common],
  tool: { name: "vmcs", version: "1.2.3", documentation: "https://vmcs.example/diagnostics" },
  palette: plainPalette,
  width: 80,
};
