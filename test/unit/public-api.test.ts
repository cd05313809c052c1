/** The public API as whoever depends on the package has it: its types have names, and it does what it says. */

import { expect, expectTypeOf, it } from "vitest";
import {
  compile,
  type Diagnostic,
  Dict,
  defaultSettings,
  defaultWidth,
  type FormatResult,
  formatTemplate,
  type LintInput,
  type LintOptions,
  lint,
  memoryHost,
  noIncludePath,
  type RuleSettings,
  type RuleSeverity,
  ruleSettings,
} from "../../src/index.ts";

// What is said of types is judged by `npm run types`.
it("names the types that its functions take and give", () => {
  expectTypeOf(formatTemplate).returns.toEqualTypeOf<FormatResult>();
  expectTypeOf<FormatResult["text"]>().toEqualTypeOf<string | undefined>();
  expectTypeOf(lint).parameters.toEqualTypeOf<[Iterable<LintInput>, LintOptions]>();
  expectTypeOf(lint).returns.toEqualTypeOf<readonly Diagnostic[]>();
  expectTypeOf<"off">().toExtend<RuleSeverity>();
  expectTypeOf(ruleSettings({}, defaultSettings).settings).toEqualTypeOf<RuleSettings>();
  // @ts-expect-error A width is a number.
  expectTypeOf(formatTemplate).toBeCallableWith("", { file: "", dialect: "vmcs", width: "80" });
  expect([typeof compile, typeof memoryHost, typeof Dict]).toEqual(Array(3).fill("function"));
});

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
  const options: LintOptions = {
    dialect: "vmcs",
    settings: defaultSettings,
    complete: false,
    placeholders: false,
    finder: noIncludePath,
    ignoredComponents: new Set(),
  };
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
