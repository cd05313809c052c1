/** Texts as bytes: UTF-8, base64, digests. */
import { createHash } from "node:crypto";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decodeBase64, encodeBase64 } from "../../../../src/pan/java/base64.ts";
import { digestFunction, digestNames } from "../../../../src/pan/java/digest/digest.ts";
import { encodeUtf8 } from "../../../../src/pan/java/utf8.ts";
import { wideTexts } from "./text-arbitrary.ts";

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString("hex");

describe("UTF-8", () => {
  it("is the web's for well-formed texts", () => {
    fc.assert(
      fc.property(wideTexts, (text) => {
        expect(hex(encodeUtf8(text))).toBe(hex(new TextEncoder().encode(text)));
      }),
      { seed: 1 },
    );
  });

  it("has a question mark for half a surrogate pair", () => {
    expect(hex(encodeUtf8("a\ud83db"))).toBe("613f62");
  });
});

describe("base64", () => {
  it("is read back as it was", () => {
    fc.assert(
      fc.property(wideTexts, (text) => decodeBase64(encodeBase64(text)) === text),
      { seed: 1 },
    );
  });

  it("has lines of 76 characters", () => {
    fc.assert(
      fc.property(fc.string({ minLength: 100, maxLength: 300 }), (text) => {
        const lines = encodeBase64(text).split("\n");
        expect(lines.slice(0, -1).every(({ length }) => length === 76)).toBe(true);
        expect(lines.join("")).toBe(Buffer.from(text, "utf8").toString("base64"));
      }),
      { seed: 2 },
    );
  });

  it("is read with blanks in it, and without an end that is no whole group", () => {
    expect(decodeBase64(" aG\tk=\r\n")).toBe("hi");
    expect(decodeBase64("aGk=aGk=")).toBe("hi");
    expect(decodeBase64("aGkhaG")).toBe("hi!");
  });

  it("says where it is broken", () => {
    expect(decodeBase64("aGk-")).toEqual({ offset: 3 });
    expect(decodeBase64("é")).toEqual({ offset: 1 });
    expect(decodeBase64("\x7f")).toEqual({ offset: 0 });
  });
});

describe("digests", () => {
  const nodeNames: Readonly<Record<string, string>> = {
    MD5: "md5",
    SHA: "sha1",
    "SHA-224": "sha224",
    "SHA-256": "sha256",
    "SHA-384": "sha384",
    "SHA-512": "sha512",
    "SHA-512/224": "sha512-224",
    "SHA-512/256": "sha512-256",
    "SHA3-224": "sha3-224",
    "SHA3-256": "sha3-256",
    "SHA3-384": "sha3-384",
    "SHA3-512": "sha3-512",
  };

  it.each(Object.entries(nodeNames))("%s is that of %s", (name, nodeName) => {
    const digest = digestFunction(name);
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        expect(hex(digest?.(bytes) ?? bytes)).toBe(
          createHash(nodeName).update(bytes).digest("hex"),
        );
      }),
      { seed: 1, numRuns: 40 },
    );
  });

  // RFC 1319, appendix A.5.
  it.each([
    ["", "8350e5a3e24c153df2275c9f80692773"],
    ["a", "32ec01ec4a6dac72c0ab96fb34c0b5d1"],
    ["abc", "da853b0d3f88d99b30283a69e6ded6bb"],
    ["message digest", "ab4f496bfb2a530b219ff33031fe06b0"],
    ["abcdefghijklmnopqrstuvwxyz", "4e8ddff3650292ab5a4108c3aa47940b"],
  ])("MD2 of %j", (text, expected) => {
    expect(hex(digestFunction("md2")?.(encodeUtf8(text)) ?? new Uint8Array())).toBe(expected);
  });

  it("are found by any of their names, in any case", () => {
    for (const name of [
      ...digestNames,
      "sha1",
      "Sha-1",
      "sha512/256",
      "1.3.14.3.2.26",
      "OID.1.3.14.3.2.26",
    ]) {
      expect(digestFunction(name), name).toBeDefined();
    }
    for (const name of ["", "sha_256", "md4", "OID.sha", "SHA3256"])
      expect(digestFunction(name)).toBeUndefined();
  });
});
