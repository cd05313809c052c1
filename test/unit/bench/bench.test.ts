import { describe, expect, it } from "vitest";
import { alternate, runProcess } from "../../../bench/process.ts";
import { formatNumber, formatResults } from "../../../bench/result.ts";
import { makeSite } from "../../../bench/site.ts";
import { knownMedian, median } from "../../../bench/statistics.ts";
import { compileCase } from "../../fuzz/compile-case.ts";

describe("the generated site", () => {
  const site = makeSite({ profiles: 5, templates: 60 });

  it("compiles to its last profile", () => {
    const { output, profiles } = compileCase({ dialect: "pan", files: site });
    expect(output.diagnostics).toEqual([]);
    expect(profiles.map(({ name }) => name)).toContain("profiles/host4");
    expect(profiles).toHaveLength(5);
  });

  it("is the same every time, and differs from profile to profile", () => {
    expect(makeSite({ profiles: 5, templates: 60 })).toEqual(site);
    const texts = [...site].filter(([path]) => path.startsWith("profiles/"));
    expect(new Set(texts.map(([, text]) => text)).size).toBe(5);
  });

  it("has the size that was asked for", () => {
    const { size } = makeSite({ profiles: 200, templates: 300 });
    expect(size).toBeGreaterThan(480);
    expect(size).toBeLessThan(510);
  });
});

describe("statistics", () => {
  it("take the middle", () => {
    expect(median([9, 1, 5])).toBe(5);
    expect(median([4, 1, 2, 9])).toBe(3);
    expect(knownMedian([undefined, 7, undefined])).toBe(7);
    expect(knownMedian([undefined])).toBeUndefined();
  });

  it("show three digits", () => {
    expect([0.123456, 9.99, 12.34, 1234.5].map(formatNumber)).toEqual([
      "0.123",
      "9.99",
      "12.3",
      "1235",
    ]);
  });

  it("are shown in aligned columns, group by group", () => {
    const text = formatResults([
      { group: "a", name: "long name", value: 1, unit: "ms" },
      { group: "b", name: "x", value: 1000, unit: "MB/s" },
    ]);
    expect(text).toBe("a\n  long name  1.00 ms\n\nb\n  x          1000 MB/s");
  });
});

describe("processes", () => {
  const node = process.execPath;

  it("are measured to their end", async () => {
    const { wall } = await runProcess({ command: node, args: ["-e", "setTimeout(() => {}, 200)"] });
    expect(wall).toBeGreaterThan(200);
  });

  it("run in turns", async () => {
    const command = { command: node, args: ["-e", "0"] };
    const runs = await alternate({ a: command, b: command }, 2);
    expect([...runs].map(([name, each]) => [name, each.length])).toEqual([
      ["a", 2],
      ["b", 2],
    ]);
  });

  it("that fail are an error", async () => {
    const failing = { command: node, args: ["-e", "throw new Error('broken')"] };
    await expect(runProcess(failing)).rejects.toThrow("broken");
  });
});
