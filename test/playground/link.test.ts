/** Descriptions in addresses. */
import { deflateRawSync } from "node:zlib";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isFileName, packLink, unpackLink } from "../../playground/page/link.ts";

const link = {
  files: [{ name: "a.pan", text: "object template a;\n" }],
  repositories: ["rules/rr", "./rules"],
  xenRelease: "4.17",
  main: "a.pan",
};

function packed(value: unknown): string {
  return `#1=${deflateRawSync(JSON.stringify(value)).toString("base64url")}`;
}

describe("a link", () => {
  it("gives what was put into it", async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: "grapheme", maxLength: 200 }), async (text) => {
        const given = { ...link, files: [{ name: "a.pan", text }] };
        expect(await unpackLink(await packLink(given))).toEqual(given);
      }),
      { seed: 7, numRuns: 50 },
    );
  });

  it("has nothing in it that mail programs break", async () => {
    expect(await packLink(link)).toMatch(/^#1=[\w-]+$/);
  });

  it("may be absent", async () => {
    expect(await unpackLink("")).toBeUndefined();
    expect(await unpackLink("#")).toBeUndefined();
  });

  it("of another kind is refused", async () => {
    await expect(unpackLink("#2=abc")).rejects.toThrow("not one of the playground");
  });

  it("that is cut off anywhere is refused", async () => {
    const whole = await packLink(link);
    for (let length = "#1=".length; length < whole.length - 1; length += 3) {
      await expect(unpackLink(whole.slice(0, length))).rejects.toThrow("damaged");
    }
  });

  it.each([
    ["no files", { ...link, files: [] }],
    ["a file without a text", { ...link, files: [{ name: "a.pan" }] }],
    ["a file elsewhere", { ...link, files: [{ name: "../a.pan", text: "" }] }],
    ["a file that is no template", { ...link, files: [{ name: "vmcs.json", text: "{}" }] }],
    ["a directory elsewhere", { ...link, repositories: ["../../etc"] }],
    ["a release that is none", { ...link, xenRelease: "4.17\n" }],
    ["a list", [1, 2]],
    ["nothing", null],
  ])("with %s is refused", async (_, value) => {
    await expect(unpackLink(packed(value))).rejects.toThrow("damaged");
  });

  it("that unpacks to very much is refused", async () => {
    const text = "a".repeat(5_000_000);
    const given = packed({ ...link, files: [{ name: "a.pan", text }] });
    expect(given.length).toBeLessThan(20_000);
    await expect(unpackLink(given)).rejects.toThrow("more than the playground takes");
  });
});

describe("names of files", () => {
  it.each(["a.pan", "site/defaults.pan", "x-1.2.pan"])("%s is one", (name) => {
    expect(isFileName(name)).toBe(true);
  });

  it.each(["a", "/a.pan", "a//b.pan", "../a.pan", ".a.pan", "a b.pan", "a.pan/"])(
    "%s is none",
    (name) => {
      expect(isFileName(name)).toBe(false);
    },
  );
});
