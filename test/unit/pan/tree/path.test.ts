/** Texts that are no paths, and what is wrong with them. */
import { expect, it } from "vitest";
import { compareBindingPaths, type Path, parsePath } from "../../../../src/pan/tree/path.ts";

it.each([
  ["", "missing-term"],
  ["/a//b", "empty"],
  ["/a/{b", "braces"],
  ["/a/{b{c}}", "braces"],
  ["/a/{漢}", "unescapable"],
  ["a b:/c", "authority"],
  ["a/.b:/c", "authority"],
  ["/0/a", "first-term"],
  ["0/a", "first-term"],
  ["/a/01", "leading-zeros"],
])("%j: %s", (text, problem) => {
  expect(parsePath(text)).toMatchObject({ problem });
});

it("may begin with an index inside a resource", () => {
  expect(parsePath("0/a", true)).toMatchObject({ terms: [0, "a"] });
  expect(parsePath("/0/a", true)).toMatchObject({ problem: "first-term" });
});

it("has the same place in the order of bindings as itself", () => {
  const path = parsePath("/a/0") as Path;
  expect(compareBindingPaths(path, { ...path })).toBe(0);
});
