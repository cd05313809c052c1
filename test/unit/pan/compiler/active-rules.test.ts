/** Which rule statements hold for a profile: those of its templates, and of the structures that are in it. */
import { expect, it } from "vitest";
import { formatTerms } from "../../../../src/pan/tree/path.ts";
import { compileFiles, errorCodes } from "../../../support/compile.ts";

const structure = (name: string, body: string): string =>
  `structure template ${name};\n${body}\nvalid '/${name}' >= 1;\n`;

/** `template at path` for each rule of the profile `main`. */
function rulesOf(main: string, others: Readonly<Record<string, string>>): readonly string[] {
  const files = new Map([
    ["main.pan", `object template main;\n${main}`],
    ...Object.entries(others).map(([name, text]) => [`${name}.pan`, text] as const),
  ]);
  const outcome = compileFiles(files, { dialect: "vmcs" });
  expect(errorCodes(outcome)).toEqual([]);
  const rules = outcome.profiles.get("main")?.rules ?? expect.unreachable("main is a profile");
  return rules.map(({ template, at }) =>
    at === undefined ? template : `${template} at ${formatTerms(at)}`,
  );
}

it("has the rules of included templates once", () => {
  const policy = "declaration template policy;\nvalid '/a' == 1;\nconflict '/b' == 2;\n";
  expect(rulesOf("include 'policy';\ninclude 'policy';\n'/a' = 1;", { policy })).toEqual([
    "policy",
    "policy",
  ]);
});

it("has the rules of a structure for each place that it was put at", () => {
  const gcc = structure("gcc", "'name' = 'gcc';");
  expect(rulesOf("'/a' = create('gcc');\n'/b/c' = create('gcc');", { gcc })).toEqual([
    "gcc at /a",
    "gcc at /b/c",
  ]);
});

it("has no rules of a structure that was replaced, or that was put nowhere", () => {
  const gcc = structure("gcc", "'name' = 'gcc';");
  const icc = structure("icc", "'name' = 'icc';");
  const main = "'/a' = create('gcc');\n'/a' = create('icc');\n'/b' = length(create('gcc'));";
  expect(rulesOf(main, { gcc, icc })).toEqual(["icc at /a"]);
  const above = "'/a/b' = create('gcc');\n'/a' = dict('b', dict('name', 'x'));";
  expect(rulesOf(above, { gcc })).toEqual([]);
});

it("keeps a structure whose parts are written afterwards", () => {
  const gcc = structure("gcc", "'name' = 'gcc';");
  expect(rulesOf("'/a' = create('gcc');\n'/a/version' = '3.3';", { gcc })).toEqual(["gcc at /a"]);
});

it("has the rules of structures within structures", () => {
  const inner = structure("inner", "'x' = 1;");
  const base = structure("base", "'imported' = false;");
  const outer = structure("outer", `"this" = create("base");\n'part' = create('inner');`);
  expect(rulesOf("'/a' = create('outer');", { inner, base, outer }).toSorted()).toEqual([
    "base at /a",
    "inner at /a/part",
    "outer at /a",
  ]);
});

it("has the rules of a structure that another one includes", () => {
  const base = structure("base", "'imported' = false;");
  const outer = structure("outer", "include 'base';\n'x' = 1;");
  expect(rulesOf("'/a' = create('outer');", { base, outer }).toSorted()).toEqual([
    "base at /a",
    "outer at /a",
  ]);
});
