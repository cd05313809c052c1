/** What is written of a frozen resource is kept, by depth, unless it is small or very large. */
import { expect, it } from "vitest";
import { KnownTexts } from "../../../../src/pan/profile/known-texts.ts";
import { TextOutput } from "../../../../src/pan/profile/text-output.ts";
import { Dict } from "../../../../src/pan/tree/dict.ts";
import { freeze } from "../../../../src/pan/tree/freeze.ts";

function frozenDict(size: number): Dict {
  const dict = new Dict();
  for (let i = 0; i < size; i++) dict.put(`k${i}`, BigInt(i));
  freeze(dict);
  return dict;
}

/** Writes resources between two marks; gives the text, how often they were written anew, and what was taken on. */
function writing(known: KnownTexts, text: string) {
  let times = 0;
  const write = (resource: Dict, depth: number) => {
    const chunks: string[] = [];
    const out = new TextOutput((chunk) => chunks.push(chunk));
    out.write("<");
    const isWritten = known.write(out, resource, depth, () => {
      times++;
      for (const character of text) out.write(character);
    });
    out.write(">");
    out.end();
    return { isWritten, written: chunks.join("") };
  };
  return { write, times: () => times };
}

it("writes a resource and its copies once for each depth", () => {
  const { write, times } = writing(new KnownTexts(), "text");
  const dict = frozenDict(2);
  for (let i = 0; i < 3; i++) {
    expect(write(dict, 1)).toEqual({ isWritten: true, written: "<text>" });
    expect(write(dict.thaw(), 4)).toEqual({ isWritten: true, written: "<text>" });
  }
  expect(times()).toBe(2);
});

it("leaves what may change, and what is small, to the walk", () => {
  const { write, times } = writing(new KnownTexts(), "text");
  const nothing = { isWritten: false, written: "<>" };
  expect(write(frozenDict(1), 1)).toEqual(nothing);
  expect(write(Dict.of({ a: 1n, b: 2n, c: 3n }), 1)).toEqual(nothing);
  expect(times()).toBe(0);
});

it("writes what is too long each time", () => {
  const text = "0123456789abcdef".repeat(1 << 16);
  const { write, times } = writing(new KnownTexts(), text);
  const dict = frozenDict(3);
  for (let i = 0; i < 2; i++) {
    const { isWritten, written } = write(dict, 1);
    expect([isWritten, written === `<${text}>`]).toEqual([true, true]);
  }
  expect(times()).toBe(2);
  const short = writing(new KnownTexts(), text.slice(1));
  for (let i = 0; i < 2; i++) expect(short.write(dict, 1).written.length).toBe(text.length + 1);
  expect(short.times()).toBe(1);
});
