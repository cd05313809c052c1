/** Random DML: small enough that a counterexample can be read, and mostly sound. */
import fc from "fast-check";

/** The text of a long; the smallest one has no literal of its own. */
export function longText(value: bigint): string {
  return value === -(2n ** 63n) ? "(-9223372036854775807 - 1)" : String(value);
}

export const longArbitrary: fc.Arbitrary<bigint> = fc.oneof(
  fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }),
  fc.bigInt({ min: -20n, max: 20n }),
  fc.constantFrom(2n ** 31n, 2n ** 53n + 1n, 2n ** 62n, 2n ** 63n - 1n, -(2n ** 63n), 3037000500n),
);

const stringPieces = ["", "a", "b", "Z", "text", "é", "😀", "it''s", "/a/b", "1"];

/** The text of a literal, of any kind of property. */
export const literalArbitrary: fc.Arbitrary<string> = fc.oneof(
  { weight: 3, arbitrary: longArbitrary.map(longText) },
  { weight: 2, arbitrary: fc.constantFrom("0.0", "-0.0", "1.0", "2.5", "-3.25", "1e10", "1e308") },
  { weight: 2, arbitrary: fc.constantFrom(...stringPieces).map((text) => `'${text}'`) },
  { weight: 1, arbitrary: fc.constantFrom("true", "false") },
);

const keys = fc.constantFrom("'a'", "'b'", "'k'");
const indexes = fc.constantFrom("0", "1", "2", "-1");
const smallLong = fc.integer({ min: -3, max: 9 }).map(String);

/** `x` is a list, `y` a dict, `z` a long; now and then a step is wrong all the same. */
const dml = fc.letrec<{ number: string; value: string; step: string }>((tie) => ({
  number: fc.oneof(
    { depthSize: "small", withCrossShrink: true },
    smallLong,
    fc.constantFrom("z", "length(x)", "length(y)", "2.5"),
    fc
      .tuple(tie("number"), fc.constantFrom("+", "-", "*"), tie("number"))
      .map(([left, operator, right]) => `(${left} ${operator} ${right})`),
  ),
  value: fc.oneof(
    { depthSize: "small", withCrossShrink: true },
    { weight: 2, arbitrary: literalArbitrary },
    { weight: 2, arbitrary: tie("number") },
    { weight: 3, arbitrary: fc.constantFrom("x", "y", "z", "clone(x)", "clone(y)") },
    {
      weight: 2,
      arbitrary: fc.array(tie("value"), { maxLength: 3 }).map((all) => `list(${all.join(", ")})`),
    },
    {
      weight: 2,
      arbitrary: fc.tuple(keys, tie("value")).map(([key, value]) => `dict(${key}, ${value})`),
    },
    {
      weight: 1,
      arbitrary: fc
        .tuple(tie("number"), tie("value"), tie("value"))
        .map(([number, yes, no]) => `(if (${number} > 2) ${yes} else ${no})`),
    },
  ),
  step: fc.oneof(
    { depthSize: "small", withCrossShrink: true },
    fc.tuple(indexes, tie("value")).map(([index, value]) => `x[${index}] = ${value}`),
    fc.tuple(keys, tie("value")).map(([key, value]) => `y[${key}] = ${value}`),
    tie("value").map((value) => `append(x, ${value})`),
    keys.map((key) => `if (exists(y[${key}])) w = y[${key}]`),
    fc.constantFrom("delete(x[0])", "delete(y['a'])", "z = z + 1", "x = clone(x)", "y['y'] = x"),
    fc
      .tuple(fc.constantFrom("x", "y", "list(1, x)"), tie("step"))
      .map(
        ([over, step]) => `foreach (k; v; clone(${over})) { if (is_list(v)) v[0] = k; ${step} }`,
      ),
    fc
      .tuple(fc.nat(3), tie("step"))
      .map(([n, step]) => `for (i = 0; i < ${n}; i = i + 1) { ${step} }`),
  ),
}));

/** An expression that uses the local variables x, y and z. */
export const valueArbitrary: fc.Arbitrary<string> = dml.value;

/** Steps that set the local variables x, y and z, and a value at the end; without braces. */
export const bodyArbitrary: fc.Arbitrary<string> = fc
  .tuple(fc.array(dml.step, { maxLength: 5 }), dml.value)
  .map(([steps, value]) =>
    ["x = list(1, 'two')", "y = dict('a', 1)", "z = 3", ...steps, value].join("; "),
  );
