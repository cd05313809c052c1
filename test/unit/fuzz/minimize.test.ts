import { expect, it } from "vitest";
import type { FuzzCase } from "../../fuzz/fuzz-case.ts";
import { minimize } from "../../fuzz/minimize.ts";

const fuzzCase: FuzzCase = {
  dialect: "pan",
  files: new Map([
    ["main.pan", "object template main;\ninclude 'a';\n'/x' = list(1, bad, 3);\n'/y' = 2;\n"],
    ["a.pan", "template a;\n"],
  ]),
};
const isBad = async ({ files }: FuzzCase): Promise<boolean> =>
  [...files.values()].some((text) => text.includes("bad"));

it("leaves only what makes the case fail", async () => {
  const small = await minimize(fuzzCase, isBad, { mayGoOn: () => true });
  expect([...small.files]).toEqual([["main.pan", "bad"]]);
});

it("keeps what belongs together", async () => {
  const needsBoth = async ({ files }: FuzzCase): Promise<boolean> => {
    const main = files.get("main.pan") ?? "";
    return main.includes("include") && main.includes("(") && files.has("a.pan");
  };
  const small = await minimize(fuzzCase, needsBoth, { mayGoOn: () => true });
  expect([...small.files]).toEqual([
    ["main.pan", "include("],
    ["a.pan", ""],
  ]);
});

it("stops when there is no time", async () => {
  expect(await minimize(fuzzCase, isBad, { mayGoOn: () => false })).toEqual(fuzzCase);
});
