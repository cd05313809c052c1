/** The public API as whoever depends on the package has it: it compiles under strict flags, and does what it says. */

import ts from "typescript";
import { expect, it } from "vitest";
import {
  defaultSettings,
  defaultWidth,
  formatTemplate,
  lint,
  noIncludePath,
  ruleSettings,
} from "../../src/index.ts";
import { repositoryPath } from "../support/repository.ts";

const consumer = `
import {
  compile, defaultSettings, defaultWidth, Dict, formatTemplate, lint, memoryHost, noIncludePath, ruleSettings,
  type Diagnostic, type FormatResult, type LintInput, type LintOptions, type RuleSettings, type RuleSeverity,
} from "vmcs";

const laidOut: FormatResult = formatTemplate("template a;", { file: "a.pan", dialect: "vmcs", width: defaultWidth });
const text: string | undefined = laidOut.text;
const severity: RuleSeverity = "off";
const settings: RuleSettings = ruleSettings({ LP011: severity }, defaultSettings).settings;
const options: LintOptions = {
  dialect: "pan", settings, complete: false, placeholders: false, finder: noIncludePath, ignoredComponents: new Set(),
};
const inputs: readonly LintInput[] = [{ path: "a.pan", text: text ?? "" }];
const found: readonly Diagnostic[] = lint(inputs, options);
// @ts-expect-error A width is a number.
formatTemplate("", { file: "", dialect: "vmcs", width: "80" });
export const all = [found, compile, memoryHost, Dict];
`;

it("compiles for a consumer", () => {
  const file = repositoryPath("test/consumer.ts");
  const options: ts.CompilerOptions = {
    strict: true,
    exactOptionalPropertyTypes: true,
    noEmit: true,
    allowImportingTsExtensions: true,
    module: ts.ModuleKind.NodeNext,
    moduleResolution: ts.ModuleResolutionKind.NodeNext,
    target: ts.ScriptTarget.ES2023,
    skipLibCheck: true,
    types: ["node"],
    paths: { vmcs: [repositoryPath("src/index.ts")] },
  };
  const host = ts.createCompilerHost(options);
  const { getSourceFile, fileExists, readFile } = host;
  host.fileExists = (name) => name === file || fileExists(name);
  host.readFile = (name) => (name === file ? consumer : readFile(name));
  host.getSourceFile = (name, ...rest) =>
    name === file
      ? ts.createSourceFile(name, consumer, rest[0])
      : getSourceFile.call(host, name, ...rest);
  const program = ts.createProgram([file], options, host);
  const source = program.getSourceFile(file);
  const problems = [
    ...program.getOptionsDiagnostics(),
    ...program.getSyntacticDiagnostics(source),
    ...program.getSemanticDiagnostics(source),
  ];
  expect(
    problems.map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, "\n")),
  ).toEqual([]);
}, 120_000);

it("lays out and lints a template", () => {
  const { text = "", diagnostics } = formatTemplate("template   a;\nvariable A=1;", {
    file: "a.pan",
    dialect: "vmcs",
    width: defaultWidth,
  });
  expect({ text, diagnostics }).toEqual({
    text: "template a;\n\nvariable A = 1;\n",
    diagnostics: [],
  });
  const options = {
    dialect: "vmcs",
    settings: defaultSettings,
    complete: false,
    placeholders: false,
    finder: noIncludePath,
    ignoredComponents: new Set<string>(),
  } as const;
  const codes = lint([{ path: "a.pan", text }], options).map(({ code }) => code);
  expect(codes).toEqual(["LP011"]);
  const { settings } = ruleSettings({ LP011: "off" });
  expect(lint([{ path: "a.pan", text }], { ...options, settings })).toEqual([]);
});

it("tells what cannot be laid out", () => {
  const { text, diagnostics } = formatTemplate("template a;\n'/x' = ;\n", {
    file: "a.pan",
    dialect: "pan",
    width: defaultWidth,
  });
  expect(text).toBeUndefined();
  expect(diagnostics.map(({ span }) => span.file)).toEqual(["a.pan"]);
});
