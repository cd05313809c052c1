/** What the fixtures cannot show: what functions tell the user, what they declare, and limits. */
import { describe, expect, it } from "vitest";
import type { CompileOptions } from "../../../../../src/pan/compiler/options.ts";
import { builtins } from "../../../../../src/pan/evaluator/builtins/registry.ts";
import { compileText } from "../../../../support/compile.ts";

function compileStatements(statements: string, options: Partial<CompileOptions> = {}) {
  return compileText(`object template test;\n${statements}\n`, options);
}

describe("the registry of functions", () => {
  it("has each function under its name", () => {
    for (const [name, builtin] of builtins) expect(builtin.name).toBe(name);
  });

  it("has signatures that agree with the numbers of arguments", () => {
    for (const { name, signature, minArguments, maxArguments } of builtins.values()) {
      const parameters = /^(\w+)\((.*?)\)(?: -> .+)?$/.exec(signature);
      expect(parameters?.[1], signature).toBe(name);
      const list = parameters?.[2] === "" ? [] : (parameters?.[2]?.split(", ") ?? []);
      const isOpen = list.at(-1) === "...";
      expect(isOpen, signature).toBe(maxArguments === Number.POSITIVE_INFINITY);
      if (isOpen) continue;
      const optional = list.filter((parameter) => parameter.includes("?:")).length;
      expect([list.length - optional, list.length], signature).toEqual([
        minArguments,
        maxArguments,
      ]);
    }
  });

  it("has summaries of one sentence", () => {
    for (const { summary } of builtins.values()) expect(summary).toMatch(/^[A-Z][^\n]*\.$/);
  });
});

describe("functions that tell the user something", () => {
  const debugging: Partial<CompileOptions> = { debugs: () => true };

  it("print the message of debug() and give it back", () => {
    const { printed, profiles } = compileStatements("'/r' = debug('%s is %d', 'x', 1);", debugging);
    expect(printed).toEqual(["[test] x is 1"]);
    expect(profiles.get("test")?.root.get("r")).toBe("x is 1");
  });

  it("print nothing unless they are let, and do not look at their arguments", () => {
    const { printed, diagnostics } = compileStatements(
      "'/r' = { debug(nothing()); traceback(1 + value('/x')); 1 };",
    );
    expect([printed, diagnostics]).toEqual([[], []]);
  });

  it("refuse a debug message that is no string", () => {
    const { diagnostics } = compileStatements("'/r' = { x = 1; debug(x); };", debugging);
    expect(diagnostics.map(({ code }) => code)).toEqual(["wrong-argument-type"]);
  });

  it("print the message of traceback() and the calls that led to it", () => {
    const { printed } = compileStatements(
      "function f = { traceback('here'); };\n'/r' = f();",
      debugging,
    );
    expect(printed).toHaveLength(1);
    expect(printed[0]).toMatch(/^here\n.*test\.pan.*f/);
  });

  it("warn of what is deprecated, where it is called", () => {
    const statements = "function f = { deprecated(0, 'Use g().'); 1; };\n'/r' = f();";
    const [warning, ...others] = compileStatements(statements, {
      deprecationWarnings: "on",
    }).diagnostics;
    expect(others).toEqual([]);
    expect([warning?.code, warning?.severity, warning?.message]).toEqual([
      "deprecation",
      "warning",
      "Deprecated: Use g().",
    ]);
    expect(warning?.related).not.toEqual([]);
  });

  it("say nothing, or end the evaluation, when they are told so", () => {
    const statements = "'/r' = { x = OBJECT; deprecated(0, 'Use /s.'); x };";
    expect(compileStatements(statements, { deprecationWarnings: "off" }).diagnostics).toEqual([]);
    const fatal = compileStatements(statements, { deprecationWarnings: "fatal" }).diagnostics;
    expect(fatal.map(({ code }) => code)).toEqual(["deprecation-fatal"]);
  });

  it("end the evaluation with error(), and say what led there", () => {
    const { diagnostics } = compileStatements("function f = { error('%s!', 'no'); };\n'/r' = f();");
    expect(diagnostics.map(({ code }) => code)).toEqual(["user-error"]);
    expect(diagnostics[0]?.message).toContain("no!");
    expect(diagnostics[0]?.related).not.toEqual([]);
  });
});

describe("functions that search", () => {
  it("keep no more patterns than they should", () => {
    const { diagnostics } = compileStatements(
      "'/r' = { for (i = 0; i < 4000; i = i + 1) { match('a', 'a{' + to_string(i) + '}'); }; i };",
    );
    expect(diagnostics).toEqual([]);
  });
});
