/** Values without measure, and chains longer than the stack is deep, end in a diagnostic and soon. */
import { expect, it } from "vitest";
import { compileCase } from "../../../fuzz/compile-case.ts";

const cases: readonly (readonly [name: string, statements: string, code: string])[] = [
  [
    "a string that doubles",
    "'/x' = { s = 'a'; for (i = 0; i < 40; i = i + 1) s = s + s; length(s); };",
    "value-too-large",
  ],
  [
    "a list that doubles",
    "'/x' = { l = list(1); for (i = 0; i < 40; i = i + 1) l = merge(l, l); length(l); };",
    "value-too-large",
  ],
  [
    "a dict that is twice in the next one",
    "'/x' = { d = dict('a', 1); for (i = 0; i < 40; i = i + 1) d = dict('b', d, 'c', d); d; };",
    "value-too-large",
  ],
  [
    "a copy of such a dict",
    "variable D = { d = dict('a', 1); for (i = 0; i < 40; i = i + 1) d = dict('b', d, 'c', d); d; };\n'/x' = { d = D; d['e'] = 1; 1; };\n'/y' = D['b'];",
    "value-too-large",
  ],
  [
    "a long chain of branches",
    `'/x' = ${"if (false) 1 else ".repeat(20_000)}2;`,
    "stack-exhausted",
  ],
  ["a long chain of lists", `type t = long${"[]".repeat(50_000)};`, "stack-exhausted"],
];

it.each(cases)("%s", (_, statements, code) => {
  const text = `object template main;\n${statements}\n`;
  const start = performance.now();
  const { output, profiles } = compileCase({
    dialect: "pan",
    files: new Map([["main.pan", text]]),
  });
  expect(output.diagnostics.map((found) => found.code)).toEqual([code]);
  expect(profiles).toEqual([]);
  expect(performance.now() - start).toBeLessThan(15_000);
});

it("large values below the limits are fine", () => {
  const text =
    "object template main;\n" +
    "'/s' = { s = 'a'; for (i = 0; i < 20; i = i + 1) s = s + s; length(s); };\n" +
    "'/l' = { l = list(1); for (i = 0; i < 16; i = i + 1) l = merge(l, l); length(l); };\n";
  const { output, profiles } = compileCase({
    dialect: "pan",
    files: new Map([["main.pan", text]]),
  });
  expect(output.diagnostics).toEqual([]);
  expect(profiles[0]?.written.get("json")).toContain('"l": 65536');
});
