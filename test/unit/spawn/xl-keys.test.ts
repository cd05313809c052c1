/** The table of xl's keys: each once, each from a place that the model has. */
import { describe, expect, it } from "vitest";
import { parseRelease } from "../../../src/spawn/xen/release.ts";
import { xlKeys } from "../../../src/spawn/xen/spawn-xen.ts";
import { machine } from "../../../src/vm/model/machine.ts";
import type { Shape } from "../../../src/vm/shape/shape.ts";

const keys = Object.values(xlKeys).flat();
describe("xl's keys", () => {
  it("are written once each", () => {
    const names = keys.map(({ name }) => name);
    expect(names).toEqual([...new Set(names)]);
  });

  for (const { name, at, guests, since } of keys) {
    it(name, () => {
      expect(name).toMatch(/^[a-z][._0-9a-z]*$/);
      expect(guests.length).toBeGreaterThan(0);
      expect(since).toBeGreaterThanOrEqual(0);
      let shape: Shape | undefined = machine;
      for (const key of at) {
        shape = shape?.kind === "record" ? shape.fields[String(key)]?.shape : undefined;
      }
      expect(shape, `the model has /${at.join("/")}`).toBeDefined();
    });
  }
});

describe("parseRelease", () => {
  it("reads two numbers and ignores a third", () => {
    expect(parseRelease("4.17")).toEqual({ major: 4, minor: 17 });
    expect(parseRelease("4.17.7")).toEqual({ major: 4, minor: 17 });
  });

  it("refuses everything else", () => {
    for (const text of [
      "",
      "4",
      "4.",
      ".17",
      "v4.17",
      "4.17-rc1",
      "4.17.1.2",
      " 4.17",
      "4,17",
      "4.1e1",
    ]) {
      expect([text, parseRelease(text)]).toEqual([text, undefined]);
    }
  });
});
