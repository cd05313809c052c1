/** Laws of the evaluation, for any DML. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { wrapLong } from "../../src/base/long.ts";
import { compileText, errorCodes } from "../support/compile.ts";
import {
  bodyArbitrary,
  literalArbitrary,
  longArbitrary,
  longText,
  valueArbitrary,
} from "../support/dml-arbitrary.ts";
import { plainTree } from "../support/plain-tree.ts";
import { jsonOf } from "../support/render-outcome.ts";

const runs = { seed: 31, numRuns: 100 };

describe("operators", () => {
  const binary = ["+", "-", "*", "/", "%", "&", "|", "^", "==", "!=", "<", "<=", ">", ">="];
  const logical = ["&&", "||"];

  it("give for literals what they give for variables, and refuse the same", () => {
    const operators = fc.constantFrom(...binary, ...logical);
    fc.assert(
      fc.property(operators, literalArbitrary, literalArbitrary, (operator, left, right) => {
        const variables = `variable L = ${left};\nvariable R = ${right};`;
        const computed = outcomeOf(`${variables}\n"/r" = L ${operator} R;`);
        expect(outcomeOf(`"/r" = ${left} ${operator} ${right};`)).toBe(computed);
      }),
      runs,
    );
  });

  it("wrap longs around at 64 bits", () => {
    const operators = fc.constantFrom("+", "-", "*", "&", "|", "^");
    fc.assert(
      fc.property(operators, longArbitrary, longArbitrary, (operator, a, b) => {
        const { profiles } = compileText(
          `object template t;\n"/r" = ${longText(a)} ${operator} ${longText(b)};`,
        );
        expect(profiles.get("t")?.root.get("r")).toBe(wrapLong(onIntegers(operator, a, b)));
      }),
      runs,
    );
  });
});

describe("DML", () => {
  it("gives when its template is read what it gives when the profile is built", () => {
    fc.assert(
      fc.property(bodyArbitrary, (body) => {
        const built = outcomeOf(`"/r" = { profile = OBJECT; ${body} };`);
        expect(outcomeOf(`"/r" = { ${body} };`)).toBe(built);
      }),
      runs,
    );
  });

  it("gives in a function and in a variable what it gives in a path", () => {
    fc.assert(
      fc.property(bodyArbitrary, (body) => {
        const path = outcomeOf(`"/r" = { profile = OBJECT; ${body} };`);
        expect(outcomeOf(`function f = { ${body} };\n"/r" = f();`)).toBe(path);
        expect(outcomeOf(`variable V = { profile = OBJECT; ${body} };\n"/r" = V;`)).toBe(path);
      }),
      runs,
    );
  });

  it("does not change what it copies", () => {
    fc.assert(
      fc.property(bodyArbitrary, (body) => {
        const value = `{ profile = OBJECT; ${body} }`;
        const before = compileText(`object template t;\n"/r" = ${value};`);
        const change =
          '"/s" = { v = value("/r"); if (is_dict(v)) v["n"] = 1; if (is_list(v)) v[0] = undef; 1 };';
        const after = compileText(`object template t;\n"/r" = ${value};\n${change}`);
        const root = before.profiles.get("t")?.root.get("r");
        const again = after.profiles.get("t")?.root.get("r");
        expect(again && plainTree(again)).toEqual(root && plainTree(root));
      }),
      runs,
    );
  });
});

describe("statements", () => {
  it("of different paths commute", () => {
    const values = fc.array(valueArbitrary, { minLength: 2, maxLength: 5 });
    fc.assert(
      fc.property(values, fc.integer(), (given, turn) => {
        const statements = given.map(
          (value, i) => `"/p${i}" = { x = list(1); y = dict("a", 2); z = 3; ${value} };`,
        );
        const at = Math.abs(turn) % statements.length;
        const turned = [...statements.slice(at), ...statements.slice(0, at)].toReversed();
        const [one, other] = [statements, turned].map((all) => compile(all.join("\n")));
        expect(other?.profile).toBe(one?.profile);
        expect(other?.codes.length).toBe(one?.codes.length);
      }),
      runs,
    );
  });

  it("that give SELF back change nothing", () => {
    fc.assert(
      fc.property(bodyArbitrary, (body) => {
        const statement = `"/r" = { profile = OBJECT; ${body} };`;
        const once = outcomeOf(statement);
        fc.pre(once.startsWith("{"));
        expect(outcomeOf(`${statement}\n"/r" = SELF;\n"/" = SELF;`)).toBe(once);
      }),
      runs,
    );
  });
});

describe("limits", () => {
  const endless = fc.constantFrom(
    "while (true) x = 1",
    "while (is_string(OBJECT)) x = OBJECT",
    "for (i = 0; true; i = i + 1) i",
    "for (i = 0; i < 5; i = i - 1) i",
    "{ l = list(1); foreach (i; v; l) append(l, v) }",
    "forever()",
    "ping(1)",
  );
  const around = fc.constantFrom(
    (step: string) => `{ ${step}; 1 }`,
    (step: string) => `if (true) { ${step} } else 2`,
    (step: string) => `foreach (k; v; list(1, 2)) { ${step} }`,
    (step: string) => `for (j = 0; j < 3; j = j + 1) { ${step} }`,
    (step: string) => `list({ ${step}; 1 })`,
  );
  const places = fc.constantFrom(
    (dml: string) => `"/r" = { ${dml} };`,
    (dml: string) => `variable V = { ${dml} };`,
    (dml: string) => `include { ${dml}; undef };`,
    (dml: string) => `function f = { ${dml} };\n"/r" = f();`,
    (dml: string) => `bind "/r" = long with { ${dml}; true };\n"/r" = 1;`,
    (dml: string) => `variable B = is_valid(t, { ${dml} });\n`,
  );

  it("stop every loop and every recursion", () => {
    const functions =
      "function forever = forever();\nfunction ping = pong(1);\nfunction pong = ping(1);\ntype t = long;";
    const nested = fc.array(around, { maxLength: 3 });
    fc.assert(
      fc.property(endless, nested, places, (step, wraps, place) => {
        const dml = wraps.reduce<string>((inner, wrap) => wrap(inner), step);
        const outcome = compileText(`object template t;\n${functions}\n${place(dml)}`, {
          maxIteration: 60,
          maxRecursion: 12,
        });
        expect(outcome.profiles.size).toBe(0);
        expect(errorCodes(outcome)).toHaveLength(1);
        expect(outcome.diagnostics[0]?.message).toMatch(/more than (?:60|61) times|than 12 deep/);
        expect(outcome.counters.iterations).toBeLessThan(70);
      }),
      runs,
    );
  });
});

/** The profile as JSON, or the codes of the errors. */
function outcomeOf(statements: string): string {
  const { profile, codes } = compile(statements);
  return profile ?? codes.join(" ");
}

function compile(statements: string): {
  readonly profile: string | undefined;
  readonly codes: readonly string[];
} {
  const outcome = compileText(`object template t;\n${statements}\n`);
  const profile = outcome.profiles.get("t");
  return { profile: profile && jsonOf(profile), codes: errorCodes(outcome) };
}

function onIntegers(operator: string, a: bigint, b: bigint): bigint {
  switch (operator) {
    case "+":
      return a + b;
    case "-":
      return a - b;
    case "*":
      return a * b;
    case "&":
      return a & b;
    case "|":
      return a | b;
    default:
      return a ^ b;
  }
}
