/** The syntax of xl.cfg, as far as fixtures do not show it. */
import { describe, expect, it } from "vitest";
import { printCfg, printSetting } from "../../../src/spawn/xen/cfg.ts";
import { printDevice, printDisk } from "../../../src/spawn/xen/device-spec.ts";

describe("printSetting", () => {
  it("escapes what the syntax gives a meaning, and nothing else", () => {
    const value = "a\"b\\c\nd\re\tf'g#h\u0001é";
    expect(printSetting({ key: "extra", value })).toBe(
      'extra = "a\\"b\\\\c\\nd\\re\\tf\'g#h\u0001é"',
    );
  });

  it("writes lists in lists", () => {
    expect(printSetting({ key: "vnuma", value: [["pnode=0", "size=512"], []] })).toBe(
      'vnuma = [\n    [\n        "pnode=0",\n        "size=512"\n    ],\n    []\n]',
    );
  });

  it("has no negative numbers, no fractions and no keys in capitals", () => {
    expect(() => printSetting({ key: "cap", value: -4 })).toThrow("number of the syntax");
    expect(() => printSetting({ key: "cap", value: 1.5 })).toThrow("number of the syntax");
    expect(() => printSetting({ key: "Cap", value: 1 })).toThrow("can be a key");
  });
});

describe("printCfg", () => {
  it("leaves out sections without settings", () => {
    const sections = [
      { comment: "first", settings: [] },
      { comment: "second", settings: [{ key: "a", value: 1 }] },
    ];
    expect(printCfg(["head"], sections)).toBe("# head\n\n# second\na = 1\n");
  });

  it("has no line ends in comments", () => {
    expect(() => printCfg(["a\nname = 1"], [])).toThrow("one line");
  });
});

describe("device specifications", () => {
  it("cannot have commas in values", () => {
    expect(() => printDevice([{ name: "bridge", value: "a,b" }])).toThrow("no comma");
  });

  it("end with the target, which can", () => {
    const options = [{ name: "vdev", value: "xvda" }];
    expect(printDisk(options, "/a,b")).toBe("vdev=xvda,target=/a,b");
    expect(printDisk(options, undefined)).toBe("vdev=xvda");
    expect(() => printDisk(options, "/a,")).toThrow("as it is written");
  });
});
