/** The colours of the pages can be told apart, in the light and in the dark. */

import { describe, expect, it } from "vitest";
import { stylesheet } from "../../../src/doc/html/stylesheet.ts";
import { contrast } from "./check-html.ts";

/** WCAG 2, level AA, for text of any size. */
const least = 4.5;

const pairs = [
  ["text", "page"],
  ["text", "panel"],
  ["text", "mark"],
  ["soft", "page"],
  ["soft", "panel"],
  ["link", "page"],
  ["link", "panel"],
  ["link", "mark"],
  ["warn", "page"],
  ["warn", "warn-panel"],
] as const;

const schemes = [...stylesheet.matchAll(/:root \{([^}]*)\}/g)].map(
  ([, body = ""]) =>
    new Map([...body.matchAll(/--([\w-]+): (#[0-9a-f]{6});/g)].map(([, name, at]) => [name, at])),
);

describe("colours", () => {
  it.each([
    ["light", 0],
    ["dark", 1],
  ])("can be read: %s", (_, i) => {
    const colors = schemes[i] ?? new Map<string, string>();
    for (const [front, back] of pairs) {
      const ratio = contrast(colors.get(front) ?? "", colors.get(back) ?? "");
      expect(ratio, `${front} on ${back}`).toBeGreaterThanOrEqual(least);
    }
  });

  it("are measured as WCAG has it", () => {
    expect(contrast("#000000", "#ffffff")).toBeCloseTo(21);
    expect(contrast("#777777", "#ffffff")).toBeCloseTo(4.48, 2);
  });
});
