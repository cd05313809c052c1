/** Work that later profiles take over: no byte tells of it, so what is run is counted. */
import { describe, expect, it } from "vitest";
import { Evaluation } from "../../../../../src/pan/evaluator/evaluation.ts";
import type { SharingMode } from "../../../../../src/pan/evaluator/sharing/sharing.ts";
import { accountOf } from "../../../../property/support/account.ts";

const common = `template common;
type t_own = extensible {} with is_long(SELF['n']);
'/own/n' = 1;
'/name' = OBJECT;
'/const' = dict('n', 1);
variable FIVE = 5;
'/sum' = { n = 0; for (i = 0; i < FIVE; i = i + 1) n = n + i; n; };
bind '/own' = t_own;
bind '/const' = t_own;
bind '/' = extensible {} with exists('/name');
`;

it.each([
  { mode: "off", count: 42 },
  // Ten profiles apart, then one whose checks are remembered. What is at the root differs from profile to profile.
  { mode: "on", count: 36 },
  { mode: "eager", count: 16 },
] as const)("checks what is alike once when sharing is $mode", ({ mode, count }) => {
  expect(callsOf("runValidation", mode)).toBe(count);
});

it.each([
  { mode: "off", count: 28 },
  // The name is another one each time.
  { mode: "on", count: 17 },
  { mode: "eager", count: 15 },
] as const)("runs what is alike once when sharing is $mode", ({ mode, count }) => {
  expect(callsOf("runBody", mode)).toBe(count);
});

/** Fourteen machines, from a to n. What is constant is no DML that runs. */
describe("runs DML as often as its inputs differ", () => {
  it.each([
    ["a test of the name by a pattern", "'/x' = match(OBJECT, '^[a-g]$');", 2],
    ["a comparison with the name", "'/x' = OBJECT == 'a';", 2],
    ["a comparison of the name with a variable", "variable A = 'a';\n'/x' = A != OBJECT;", 2],
    ["the name itself", "'/x' = OBJECT + '';", 14],
    ["a part of a variable", "variable V = dict('k', 'a');\n'/x' = match(V['k'], 'a');", 1],
    ["a local variable", "variable A = 'a';\n'/x' = { a = A; match(a, 'a'); };", 1],
    ["SELF", "'/x' = 'a';\n'/x' = if (match(SELF, 'a')) 'b' else 'c';", 1],
    [
      "a change of SELF",
      "variable A = 'a';\n'/x' = dict('k', 'b');\n'/x' = { SELF['k'] = A; SELF; };",
      1,
    ],
    [
      "nothing of what it replaces",
      "variable A = 'a';\n'/x/name' = OBJECT;\n'/x' = dict('k', A);",
      15,
    ],
    [
      "an unchanged SELF, and what it gives",
      "'/x' = dict('k', 'b');\n'/x' = { SELF };\n'/y' = value('/x');",
      2,
    ],
    ["two kinds of machines in turns", "'/x' = match(OBJECT, '^[acegikm]$');", 2],
    // Of each kind the first one runs it, however many kinds there were before.
    ["five kinds of machines, kind by kind", `'/x' = ${kinds("abc", "def", "ghi", "jkl")};`, 5],
    // After four new ones in a row nothing is noted until a known one comes; then the fifth kind displaces the first.
    ["five kinds of machines in turns", `'/x' = ${kinds("afk", "bgl", "chm", "din")};`, 10],
  ])("%s", (_, statements, count) => {
    expect(callsOf("runBody", "eager", `template common;\n${statements}\n`)).toBe(count);
  });
});

function kinds(...names: readonly string[]): string {
  const tests = names.map((name, i) => `if (match(OBJECT, '[${name}]')) ${i} else `);
  return `${tests.join("")}${names.length}`;
}

/** How often fourteen alike profiles run validations, or the DML of statements. */
function callsOf(
  method: "runBody" | "runValidation",
  sharing: SharingMode,
  template = common,
): number {
  const run: (...args: never) => unknown = Evaluation.prototype[method];
  let count = 0;
  function counted(this: Evaluation, ...args: never): unknown {
    if (!this.compileTime) count++;
    return Reflect.apply(run, this, args);
  }
  Object.assign(Evaluation.prototype, { [method]: counted });
  try {
    const names = [..."abcdefghijklmn"];
    const machines = names.map(
      (name) => [`${name}.pan`, `object template ${name};\ninclude 'common';\n`] as const,
    );
    const { diagnostics } = accountOf(new Map([["common.pan", template], ...machines]), {
      sharing,
    });
    expect(diagnostics).toEqual([]);
    return count;
  } finally {
    Object.assign(Evaluation.prototype, { [method]: run });
  }
}
