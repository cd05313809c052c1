/** How differences of configurations are told. */
import { expect, it } from "vitest";
import { compareSettings, formatChanges } from "../../../src/apply/changes.ts";

const shown = (before: Readonly<Record<string, string>>, after: Readonly<Record<string, string>>) =>
  formatChanges(
    compareSettings(new Map(Object.entries(before)), new Map(Object.entries(after))),
    String,
  );

it("shows a line for each setting that differs, in the order of their names", () => {
  expect(shown({ b: "1", a: "1", same: "0" }, { b: "2", c: "3", same: "0" })).toBe(
    "a: 1 → (none)\nb: 1 → 2\nc: (none) → 3",
  );
});

it("shows no secrets, whatever is said of them", () => {
  expect(shown({}, { vncpasswd: "geheim" })).toBe("vncpasswd: changed (it holds a secret)");
  expect(shown({}, { vfb: "vnc=1,vncpasswd=geheim" })).toBe("vfb: changed (it holds a secret)");
});

it("shows the beginning of long values, and of many changes", () => {
  expect(shown({}, { a: "x".repeat(200) })).toBe(`a: (none) → ${"x".repeat(120)}…`);
  const many = Object.fromEntries(Array.from({ length: 25 }, (_, i) => [`key${i}`, "1"]));
  expect(shown({}, many).split("\n")).toHaveLength(21);
  expect(shown({}, many)).toMatch(/\nand 5 more$/);
});
