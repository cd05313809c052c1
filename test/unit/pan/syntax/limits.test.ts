/** Texts of a size that no person writes: deep, long, and without an end. */

import { describe, expect, it } from "vitest";
import { parseTemplate } from "../../../../src/pan/syntax/parse-template.ts";
import { nestingLimit } from "../../../../src/pan/syntax/token-parser.ts";

const nested: Readonly<Record<string, (depth: number) => string>> = {
  parentheses: (depth) => `'/a' = ${"(".repeat(depth)}1${")".repeat(depth)};`,
  blocks: (depth) => `'/a' = ${"{0;".repeat(depth)}1${"}".repeat(depth)};`,
  calls: (depth) => `'/a' = ${"f(1,".repeat(depth)}1${")".repeat(depth)};`,
  indexes: (depth) => `'/a' = ${"a[".repeat(depth)}1${"]".repeat(depth)};`,
  branches: (depth) => `'/a' = ${"if (1) ".repeat(depth)}1;`,
  loops: (depth) => `'/a' = ${"foreach (a; b; c) ".repeat(depth)}1;`,
  assignments: (depth) => `'/a' = ${"a = ".repeat(depth)}1;`,
  records: (depth) => `type a = ${"{'a':".repeat(depth)}string${"}".repeat(depth)};`,
  conditions: (depth) => `conflict ${"(".repeat(depth)}'/a'${")".repeat(depth)};`,
};

describe.each(Object.entries(nested))("nested %s", (_, write) => {
  it("are fine up to the limit", () => {
    expect(codesOf(write(nestingLimit - 1))).toEqual([]);
  });

  it.each([nestingLimit + 1, 20_000])("are refused when %i levels deep", (depth) => {
    expect(codesOf(write(depth))).toEqual(["nesting-too-deep"]);
  });
});

describe("nesting that is too deep", () => {
  it("leaves the statements before it", () => {
    const { template } = parse(`'/first' = 1;\n${nested["blocks"]?.(1000)}\n'/last' = 2;`);
    expect(template.statements).toHaveLength(1);
    expect(template.name.text).toBe("limits");
  });

  it("is reported when the caller has left little of the stack, too", () => {
    const text = nested["parentheses"]?.(nestingLimit - 1) ?? "";
    expect(codesOf(text)).toEqual([]);
    const results = fromFullStack(() => tryCodes(text));
    expect(results).toContain("nesting-too-deep");
    expect(results).not.toContain("thrown");
  });
});

describe("long chains", () => {
  it.each([
    ["operators", `'/a' = ${"1 + ".repeat(30_000)}1;`],
    ["operators of different levels", `'/a' = ${"1 + 2 * 3 == 4 && ".repeat(10_000)}1;`],
    ["else if", `'/a' = ${"if (1) 2 else ".repeat(20_000)}3;`],
    ["indexes", `'/a' = a${"[1]".repeat(30_000)};`],
    ["arguments", `'/a' = f(${"1,".repeat(30_000)});`],
    ["type clauses", `type a = string${"[]".repeat(30_000)};`],
    ["conditions", `conflict ${"'/a' && ".repeat(30_000)}'/b';`],
  ])("of %s are read without recursion", (_, text) => {
    expect(codesOf(text)).toEqual([]);
  });
});

describe("broken text", () => {
  const pieces = [
    ..."({[)}];'\"@$/\\-!=",
    ...[
      "x ",
      "@{",
      "<<A ",
      "<<A\n",
      "'/a' = {\n",
      "'/a' = (1;\n",
      "'a' : ",
      "type t = {",
      "f(1,,",
      '"\\"',
      "'x'\n:",
    ],
    ...[
      "if (",
      "else ",
      "valid 'a' >= ",
      "conflict (",
      "99999999999999999999 ",
      "template ",
      "'a'\n",
      "x;\n",
    ],
  ];

  it.each(pieces)("of 20,000 characters of %j is refused in reasonable time", (piece) => {
    const text = piece.repeat(20_000 / piece.length);
    const began = process.cpuUsage();
    for (const head of ["", "template t;\n", "template t;\n'/a' = ", "template t; type t = "]) {
      const { diagnostics } = parseTemplate(head + text, {
        file: "broken.pan",
        dialect: "vmcs",
        mode: "editor",
      });
      expect(diagnostics.length > 0 || piece === ";").toBe(true);
    }
    // Work that grows with the square of the text would take several times as long.
    expect(process.cpuUsage(began).user / 1e6).toBeLessThan(3);
  });
});

function parse(statements: string): ReturnType<typeof parseTemplate> {
  const how = { file: "limits.pan", dialect: "vmcs", mode: "compile" } as const;
  return parseTemplate(`object template limits;\n${statements}`, how);
}

function codesOf(statements: string): readonly string[] {
  return parse(statements).diagnostics.map(({ code }) => code);
}

function tryCodes(text: string): string {
  try {
    return codesOf(text).join();
  } catch (error) {
    return error instanceof RangeError ? "no room" : "thrown";
  }
}

/** Fills the stack, and on the way back calls a function ever again, until it says that all is fine. */
function fromFullStack(call: () => string): readonly string[] {
  const results: string[] = [];
  const descend = (depth: number): void => {
    try {
      descend(depth + 1);
    } catch {
      // The stack is full here; a hundred frames further up there is some room.
    }
    if (depth % 100 === 0 && results.at(-1) !== "") results.push(call());
  };
  descend(1);
  return results;
}
