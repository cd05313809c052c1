/** Regular expressions and texts that they often match. */
import fc from "fast-check";

const atoms = fc.constantFrom("a", "b", "1", "-", ".", "[ab]", "[^a]", "\\w", "\\d", "\\s", "\\b");
const quantifiers = fc.constantFrom(
  "",
  "",
  "",
  "*",
  "+",
  "?",
  "{2}",
  "{1,3}",
  "*?",
  "+?",
  "??",
  "*+",
);

export const patterns: fc.Arbitrary<string> = fc.letrec<{ alternatives: string; term: string }>(
  (tie) => ({
    alternatives: fc
      .array(fc.array(tie("term"), { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 2 })
      .map((sequences) => sequences.map((terms) => terms.join("")).join("|")),
    term: fc.oneof(
      { depthSize: "small", withCrossShrink: true },
      fc
        .tuple(atoms, quantifiers)
        .map(([atom, quantifier]) => (atom === "\\b" ? atom : atom + quantifier)),
      fc
        .tuple(fc.constantFrom("(", "(?:", "(?=", "(?!", "(?>"), tie("alternatives"), quantifiers)
        .map(([open, inside, quantifier]) => `${open}${inside})${quantifier}`),
    ),
  }),
).alternatives;

export const texts: fc.Arbitrary<string> = fc
  .array(fc.constantFrom("a", "b", "1", "-", " ", "\n"), { maxLength: 10 })
  .map((chars) => chars.join(""));
