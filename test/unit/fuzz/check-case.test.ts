import { describe, expect, it } from "vitest";
import { parseTemplate } from "../../../src/pan/syntax/parse-template.ts";
import { checkCase, properties } from "../../fuzz/check-case.ts";
import { compileCase } from "../../fuzz/compile-case.ts";
import { readCorpus } from "../../fuzz/corpus.ts";
import type { FuzzCase } from "../../fuzz/fuzz-case.ts";
import type { Outcome } from "../../fuzz/properties/property.ts";
import { makeCase } from "../../fuzz/sources.ts";
import { runs } from "../../support/runs.ts";

const options = { index: 0, now: () => performance.now(), timeLimit: 10_000 };

it("finds nothing wrong with many inputs", () => {
  const corpus = readCorpus();
  for (let index = 0; index < runs(120, 400); index++) {
    const { failure } = checkCase(makeCase(1, index, corpus), { ...options, index });
    expect(failure, `seed 1, input ${index}`).toBeUndefined();
  }
}, 60_000);

it("says how far a case got", () => {
  const verdict = (text: string): string => checkCase(only(text), options).verdict;
  expect(verdict("object template main;\n'/x' = 1;\n")).toBe("sound");
  expect(verdict("object template main;\n'/x' = ;\n")).toBe("syntax");
  expect(verdict("object template main;\n'/x' = X;\n")).toBe("evaluation");
  expect(verdict("object template main;\nbind '/x' = long;\n'/x' = 'a';\n")).toBe("validation");
  expect(verdict("template main;\n")).toBe("nothing");
});

it("reports a step that takes too long", () => {
  let time = 0;
  const slow = { ...options, now: () => (time += 2000), timeLimit: 1000 };
  expect(checkCase(only("template main;\n"), slow).failure?.property).toBe("time");
});

describe("properties can fail", () => {
  const sound = outcomeOf(only("object template main;\n'/x' = 1;\n"));
  const broken = outcomeOf(only("object template main;\n'/x' = X;\n"));
  const [file] = sound.parsed;
  const [diagnostic] = broken.output.diagnostics;
  if (file === undefined || diagnostic === undefined) throw new Error("The examples are wrong.");

  const misplaced = { ...file.compile.template, end: 10_000 };
  const withDiagnostic = (changes: object): Outcome => ({
    ...broken,
    output: { ...broken.output, diagnostics: [{ ...diagnostic, ...changes }] },
  });
  const profile = { name: "main", file: "/fuzz/main.pan", written: new Map([["json", "{"]]) };

  const violations: readonly (readonly [string, Outcome])[] = [
    [
      "places of the syntax tree",
      { ...sound, parsed: [{ ...file, compile: { ...file.compile, template: misplaced } }] },
    ],
    [
      "statements in the order of the text",
      {
        ...sound,
        parsed: [
          {
            ...file,
            compile: {
              ...file.compile,
              template: {
                ...file.compile.template,
                statements: [
                  ...file.compile.template.statements,
                  ...file.compile.template.statements,
                ],
              },
            },
          },
        ],
      },
    ],
    [
      "editor mode finds an error where compile mode does",
      { ...broken, parsed: [{ ...file, editor: { ...file.editor, diagnostics: [diagnostic] } }] },
    ],
    [
      "the same text gives the same syntax tree",
      { ...sound, parsed: [{ ...file, compile: { ...file.compile, tokenCount: 0 } }] },
    ],
    ["codes of the table", withDiagnostic({ code: "no-such-code" })],
    ["places of diagnostics", withDiagnostic({ span: { ...diagnostic.span, end: 10_000 } })],
    ["messages without holes", withDiagnostic({ message: "It is [object Object]." })],
    ["no profile of a template with an error", { ...broken, profiles: [profile] }],
    ["each object template gives a profile or an error", { ...sound, profiles: [] }],
    ["profiles once each", { ...sound, profiles: [profile, profile] }],
    ["the same templates give the same result", { ...sound, profiles: [profile] }],
  ];

  it.each(violations)("%s", (name, outcome) => {
    const property = properties.find((each) => each.name === name);
    expect(property?.violation(outcome)).toBeTypeOf("string");
    expect(property?.violation(sound)).toBeUndefined();
  });

  const fix = { title: "?", file: "/fuzz/main.pan", edits: [{ start: 9, end: 10_000, text: "" }] };
  const throwing: readonly (readonly [string, Outcome])[] = [
    ["fixes can be applied", withDiagnostic({ fixes: [fix] })],
    ["diagnostics can be shown", withDiagnostic({ severity: "no such severity" })],
    ["JSON that can be read", { ...sound, profiles: [profile] }],
  ];

  it.each(throwing)("%s, by throwing", (name, outcome) => {
    const property = properties.find((each) => each.name === name);
    expect(() => property?.violation(outcome)).toThrow();
    expect(property?.violation(sound)).toBeUndefined();
  });

  it("all of them", () => {
    const proven = [...violations, ...throwing].map(([name]) => name);
    expect(properties.map(({ name }) => name).filter((name) => !proven.includes(name))).toEqual([]);
  });
});

function only(text: string): FuzzCase {
  return { dialect: "pan", files: new Map([["main.pan", text]]) };
}

function outcomeOf(fuzzCase: FuzzCase): Outcome {
  const parsed = [...fuzzCase.files].map(([name, text]) => {
    const file = `/fuzz/${name}`;
    const { dialect } = fuzzCase;
    return {
      name,
      text,
      compile: parseTemplate(text, { file, dialect, mode: "compile" }),
      editor: parseTemplate(text, { file, dialect, mode: "editor" }),
    };
  });
  return { fuzzCase, parsed, ...compileCase(fuzzCase) };
}
