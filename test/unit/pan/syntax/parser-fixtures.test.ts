/** The parser's goldens: trees of what is right, messages for what is wrong, both where it is being typed. */

import { goldenSuite } from "../../../support/fixtures.ts";
import { parseReport } from "./parse-report.ts";

const files = { input: ".pan", golden: ".out" } as const;

goldenSuite({
  folder: "parser/valid",
  ...files,
  render: ({ name, text }) =>
    parseReport(text, { file: name, dialect: "pan", mode: "compile", tree: true }),
});

goldenSuite({
  folder: "parser/errors",
  ...files,
  render: ({ name, text }) =>
    parseReport(text, { file: name, dialect: "pan", mode: "compile", tree: false }),
});

goldenSuite({
  folder: "parser/vmcs",
  ...files,
  render: ({ name, text }) =>
    parseReport(text, { file: name, dialect: "vmcs", mode: "compile", tree: true }),
});

goldenSuite({
  folder: "parser/recovery",
  ...files,
  render: ({ name, text }) =>
    parseReport(text, { file: name, dialect: "pan", mode: "editor", tree: true }),
});
