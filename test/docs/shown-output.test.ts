/** What pages keep of an output when it changes. */

import { expect, it } from "vitest";
import { shownOf } from "./shown-output.ts";

const text = (...lines: readonly string[]): string => lines.map((line) => `${line}\n`).join("");

it.each([
  { why: "the whole", output: text("a", "b"), shown: text("x"), wanted: text("a", "b") },
  { why: "the same", output: text("a", "b", "c"), shown: text("a", "...", "c"), wanted: undefined },
  {
    why: "nothing left out",
    output: text("a", "c"),
    shown: text("a", "...", "c"),
    wanted: undefined,
  },
  {
    why: "only a beginning",
    output: text("a", "b", "c"),
    shown: text("a", "..."),
    wanted: undefined,
  },
  { why: "only an end", output: text("a", "b", "c"), shown: text("...", "c"), wanted: undefined },
  {
    why: "the middle",
    output: text("a", "b", "c"),
    shown: text("...", "b", "..."),
    wanted: undefined,
  },
  { why: "nothing", output: text("a", "b"), shown: text("..."), wanted: undefined },
  {
    why: "the last of equal ends",
    output: text("a", "z", "b", "z"),
    shown: text("a", "...", "z"),
    wanted: undefined,
  },
  {
    why: "a changed line within a part",
    output: text("a", "B", "c", "d", "e"),
    shown: text("a", "b", "c", "...", "e"),
    wanted: text("a", "B", "c", "...", "e"),
  },
  {
    why: "the whole, as an edge is gone",
    output: text("a", "b", "c"),
    shown: text("a", "...", "x", "...", "c"),
    wanted: text("a", "b", "c"),
  },
])("keeps $why", ({ output, shown, wanted }) => {
  expect(shownOf(output, shown)).toBe(wanted ?? shown);
});
