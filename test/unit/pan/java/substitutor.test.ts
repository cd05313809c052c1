/** References in texts. */
// biome-ignore-all lint/suspicious/noTemplateCurlyInString: references like these are what is tested.
import { describe, expect, it } from "vitest";
import { substitute } from "../../../../src/pan/java/substitutor.ts";

const values: Readonly<Record<string, string>> = {
  a: "1",
  b: "${a}2",
  dollar: "$",
  open: "${",
  loop: "x${pool}",
  pool: "${loop}",
  "a b": "blank",
};

const lookUp = (name: string): string => {
  const value = values[name];
  if (value === undefined) throw new RangeError(name);
  return value;
};

describe("substitution", () => {
  it.each([
    ["nothing", "nothing"],
    ["${a}${a}", "11"],
    ["<${b}>", "<12>"],
    ["$${a}", "${a}"],
    ["$$${a}", "$${a}"],
    ["${a:-default}", "1"],
    ["${a b}", "blank"],
    ["${a", "${a"],
    ["$a {a} }", "$a {a} }"],
    // What a value leaves before a reference takes its meaning away, too.
    ["${dollar}${a}", "${a}"],
    ["${open}a}", "${a}"],
    ["", ""],
  ])("of %j", (text, expected) => {
    expect(substitute(text, lookUp)).toBe(expected);
  });

  it("asks for names as they stand", () => {
    for (const text of ["${missing}", "${}", "${ a }", "${${a}", "${missing:-1}"]) {
      expect(() => substitute(text, lookUp), text).toThrow(RangeError);
    }
  });

  it("finds references that lead back to themselves", () => {
    expect(substitute("${a} ${loop}", lookUp)).toEqual({ names: ["loop", "pool", "loop"] });
  });
});
