import { describe, expect, it } from "vitest";
import { builtins } from "../../../src/pan/evaluator/builtins/registry.ts";
import { specialForms } from "../../../src/pan/evaluator/special-forms/registry.ts";
import { compileCase } from "../../fuzz/compile-case.ts";
import { makeCorpus } from "../../fuzz/corpus.ts";
import { generateCase } from "../../fuzz/generate-case.ts";
import { Generator, unfilledHoles } from "../../fuzz/generator.ts";
import { mutate, mutations } from "../../fuzz/mutations.ts";
import { Random } from "../../fuzz/random.ts";
import { makeCase, sources } from "../../fuzz/sources.ts";

const corpus = makeCorpus([
  ["a.pan", "object template a;\ninclude 'b';\n'/x' = list(1, 2.5, <<E);\ntext\nE\n"],
  ["b.pan", "template b;\nvariable V = { x = 'it''s'; x; }; # comment\n"],
]);

describe("the grammar", () => {
  it("has something for every hole", () => {
    expect(unfilledHoles()).toEqual([]);
  });

  it("ends, however small the budget", () => {
    for (let seed = 0; seed < 50; seed++) {
      const options = { wildness: 1, budget: 1, vmcs: true };
      const text = new Generator(new Random(seed, 0), options).fill("statements");
      expect(text.length).toBeLessThan(100_000);
    }
  });

  it("calls every built-in function and special form", () => {
    let text = "";
    for (let index = 0; index < 1500; index++) {
      text += [...generateCase(new Random(2, index)).files.values()].join("");
    }
    const names = [...builtins.keys(), ...specialForms.keys()];
    expect(names.filter((name) => !text.includes(`${name}(`))).toEqual([]);
  });

  it("makes mostly what compiles, or the evaluator would have nothing to do", () => {
    const cases = Array.from({ length: 200 }, (_, index) => generateCase(new Random(3, index)));
    const sound = cases.filter((fuzzCase) => {
      const { diagnostics } = compileCase(fuzzCase).output;
      return diagnostics.every(({ severity }) => severity !== "error");
    });
    expect(sound.length).toBeGreaterThan(80);
    expect(sound.length).toBeLessThan(190);
  });
});

describe("inputs", () => {
  it("are the same for the same seed and number", () => {
    for (let index = 0; index < 50; index++) {
      expect(makeCase(5, index, corpus)).toEqual(makeCase(5, index, corpus));
    }
    expect(makeCase(5, 1, corpus)).not.toEqual(makeCase(6, 1, corpus));
  });

  it("come from every source", () => {
    for (const source of sources) {
      const { files } = source.make(new Random(1, 1), corpus, 1);
      expect(files.size, source.name).toBeGreaterThan(0);
    }
  });

  it("cut the corpus at every token", () => {
    const cut = sources.find(({ name }) => name === "cut corpus");
    const texts = Array.from({ length: corpus.boundaryCount }, (_, index) =>
      [...(cut?.make(new Random(1, index), corpus, index).files.values() ?? [])].at(-1),
    );
    expect(new Set(texts).size).toBe(corpus.boundaryCount - 1); // Both files begin with nothing.
  });
});

describe("mutations", () => {
  const text = "object template a;\n'/x' = list(1, 2, 3);\n";

  it.each(mutations)("$name", ({ apply }) => {
    const results = Array.from({ length: 30 }, (_, seed) => {
      const tokens = [...text.matchAll(/\w+|\S/g)].map(({ index, 0: image }) => ({
        start: index,
        end: index + image.length,
      }));
      return apply({ text, tokens, random: new Random(seed, 0), corpus });
    });
    expect(results.some((result) => result !== text)).toBe(true);
  });

  it("leave an empty text alone", () => {
    expect(mutate("", corpus, new Random(1, 1))).toBe("");
  });
});
