import { constants, deflateRawSync, gunzipSync, gzipSync } from "node:zlib";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { gunzip, gzip } from "../../../src/host/memory/gzip.ts";
import { inflate } from "../../../src/host/memory/inflate.ts";
import { memoryHost } from "../../../src/host/memory/memory-host.ts";

const runs = { seed: 7 };

/** Bytes that compress well and bytes that do not. */
const contents = fc.oneof(
  fc.uint8Array({ maxLength: 3000 }),
  fc
    .tuple(fc.array(fc.constantFrom("ab", "abc", "xyzzy", "\n"), { maxLength: 400 }), fc.nat(300))
    .map(([words, times]) => new TextEncoder().encode(words.join("") + "z".repeat(times))),
);

describe("memoryHost", () => {
  it("shows what was written", () => {
    const host = memoryHost({ files: { "/b": "1" }, currentDirectory: "/site" });
    host.writeFiles([{ path: "a", content: "2" }]);
    expect([...host.files()].map(([path, bytes]) => [path, String.fromCharCode(...bytes)])).toEqual(
      [
        ["/b", "1"],
        ["/site/a", "2"],
      ],
    );
  });

  it("knows directories without files", () => {
    const host = memoryHost({ directories: ["/out/deep"] });
    expect(host.kind("/out")).toBe("directory");
    expect(host.list("/")).toEqual(["out"]);
    expect(host.list("/out")).toEqual(["deep"]);
  });

  it("denies what it is told to deny", () => {
    const host = memoryHost({ files: { "/secret": "1", "/open": "2" }, denied: ["/secret"] });
    expect(host.readText("/secret")).toBeUndefined();
    expect(host.readProblem("/secret")).toBe("permission denied");
    const problem = { path: "/secret", reason: "permission denied" };
    const files = [
      { path: "/open", content: "3" },
      { path: "/secret", content: "3" },
    ];
    expect(host.writeFiles(files)).toEqual(problem);
    expect(host.remove("/secret")).toEqual(problem);
    expect(host.readText("/open")).toBe("2");
  });

  it("does not share its bytes", () => {
    const content = Uint8Array.of(1);
    const host = memoryHost();
    host.writeFiles([{ path: "a", content }]);
    content[0] = 2;
    host.readBytes("a")?.fill(3);
    expect(host.readBytes("a")).toEqual(Uint8Array.of(1));
  });

  it("has the environment it was given, and no clock", () => {
    const host = memoryHost({ environment: { HOME: "/home" } });
    expect(host.environment("HOME")).toBe("/home");
    expect(host.environment("PATH")).toBeUndefined();
    expect(host.now()).toBe(0);
  });
});

describe("gzip without zlib", () => {
  it("writes what zlib reads", () => {
    fc.assert(
      fc.property(contents, (content) => {
        expect(new Uint8Array(gunzipSync(gzip(content)))).toEqual(content);
      }),
      runs,
    );
    const large = new Uint8Array(200_000).fill(7);
    expect(gunzipSync(gzip(large)).equals(large)).toBe(true);
  });

  it.each([
    ["best", { level: 9 }],
    ["none", { level: 0 }],
    ["fixed codes", { strategy: constants.Z_FIXED }],
    ["Huffman codes only", { strategy: constants.Z_HUFFMAN_ONLY }],
  ])("reads what zlib writes with %s compression", (_, options) => {
    fc.assert(
      fc.property(contents, (content) => {
        expect(gunzip(gzipSync(content, options))).toEqual(content);
      }),
      runs,
    );
  });

  it("skips the fields of a header", () => {
    const [body, name] = [gzipSync("content"), "name\0"];
    const header = Buffer.from([0x1f, 0x8b, 8, 4 | 8 | 16 | 2, 0, 0, 0, 0, 0, 0, 3, 0, 1, 2, 3]);
    const bytes = Buffer.concat([
      header,
      Buffer.from(`${name}comment\0`),
      Buffer.from([9, 9]),
      body.subarray(10),
    ]);
    expect(new TextDecoder().decode(gunzip(bytes))).toBe("content");
  });

  it("ignores what follows", () => {
    const bytes = Buffer.concat([gzipSync("content"), Buffer.from("more")]);
    expect(new TextDecoder().decode(gunzip(bytes))).toBe("content");
  });

  it("refuses what is damaged, and never fails otherwise", () => {
    fc.assert(
      fc.property(contents, fc.nat(), fc.integer({ min: 1, max: 255 }), (content, at, change) => {
        const bytes = Uint8Array.from(gzipSync(content));
        const index = 10 + (at % (bytes.length - 10));
        bytes[index] = (bytes[index] ?? 0) ^ change;
        // Some bits have no meaning: those that fill the last byte.
        expect([undefined, content]).toContainEqual(gunzip(bytes));
        const cut = bytes.subarray(0, index);
        expect(gunzip(cut)).toBeUndefined();
      }),
      { ...runs, numRuns: 300 },
    );
  });

  it("says where the compressed data end", () => {
    const data = deflateRawSync("abcabcabc");
    expect(inflate(Buffer.concat([data, Buffer.from("rest")]), 0)?.end).toBe(data.length);
  });
});
