/** Work that later profiles take over: no byte tells of it, so what is run is counted. */
import { expect, it } from "vitest";
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

/** How often fourteen alike profiles run validations, or the DML of statements. */
function callsOf(method: "runBody" | "runValidation", sharing: SharingMode): number {
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
    const { diagnostics } = accountOf(new Map([["common.pan", common], ...machines]), { sharing });
    expect(diagnostics).toEqual([]);
    return count;
  } finally {
    Object.assign(Evaluation.prototype, { [method]: run });
  }
}
