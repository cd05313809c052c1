/** Messages of installers, and the dependencies in them. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseNeed, parsePackage } from "../../../../src/rules/learn/need.ts";
import { needsInLog } from "../../../../src/rules/learn/parse-log.ts";

function found(log: string): readonly string[] {
  return needsInLog(log).map((need) => {
    const { package: name, packageVersion = "", operator = "", version = "" } = need;
    return `${name} ${packageVersion}: ${need.name} ${operator} ${version}`
      .replace(/ +/g, " ")
      .trim();
  });
}

describe("needsInLog", () => {
  it.each([
    [
      "apt",
      "The following packages have unmet dependencies:\n foo : Depends: bar (>= 2.0) but 1.9-3 is to be installed\n       Depends: baz but it is not installable\n bazaar:i386 : PreDepends: qux:i386 (= 1:3-1)\nE: Unable to correct problems, you have held broken packages.",
      ["bazaar : qux == 1:3-1", "foo : bar >= 2.0", "foo : baz"],
    ],
    [
      "apt, with what is only recommended",
      " foo : Depends: bar but it is not going to be installed\n       Recommends: nice but it is not going to be installed\n       Breaks: old (< 2)",
      ["foo : bar"],
    ],
    [
      "dpkg",
      "dpkg: dependency problems prevent configuration of foo:\n foo depends on bar (>> 2.0~rc1); however:\n  Package bar is not installed.\n foo pre-depends on libc6 (<< 3)\n  libc6 is not configured.",
      ["foo : bar > 2.0~rc1", "foo : libc6 < 3"],
    ],
    [
      "rpm",
      "error: Failed dependencies:\n\tbar >= 2.0 is needed by foo-1.0-1.x86_64\n\tbaz is needed by (installed) foo-bar-2:1.5-3.noarch\n\tlibc.so.6(GLIBC_2.4) is needed by foo-1.0-1.x86_64\n\t/usr/bin/perl is needed by foo-1.0-1.x86_64",
      ["foo 1.0: bar >= 2.0", "foo-bar 1.5: baz"],
    ],
    [
      "dnf",
      "Error: \n Problem: package app-2-1.x86_64 requires lib >= 3, but none of the providers can be installed\n  - nothing provides lib >= 3 needed by app-2-1.fc38.x86_64 from fedora",
      ["app 2: lib >= 3"],
    ],
    [
      "yum",
      "Error: Package: foo-1.0-1.el7.x86_64 (base)\n           Requires: bar >= 2.0\n           Requires: libx.so.1()(64bit)\nYou could try using --skip-broken",
      ["foo 1.0: bar >= 2.0"],
    ],
    ["a message twice", " a depends on b; however:\n a depends on b; however:\n", ["a : b"]],
    ["Windows line ends", " a depends on b (>= 1); however:\r\n", ["a : b >= 1"]],
    ["no dependency", "E: Unable to locate package foo\nE: Could not get lock\n", []],
    [
      "names that lead elsewhere",
      "x is needed by ../../etc/foo-1-1.x86_64\n../x is needed by foo-1-1.i386",
      [],
    ],
  ])("reads %s", (_, log, expected) => {
    expect(found(log)).toEqual(expected);
  });

  it("takes any text, in a time that grows with its length", () => {
    const words = [
      "foo",
      " ",
      "\n",
      " : ",
      "Depends:",
      "depends on",
      "is needed by",
      "(",
      ">=",
      "1",
      "-",
      ")",
      "Requires:",
    ];
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...words), { maxLength: 60 }), (parts) => {
        for (const need of needsInLog(parts.join(""))) expect(need.name).toMatch(/^\w[\w+.-]*$/);
      }),
      { seed: 5, numRuns: 500 },
    );
    const began = performance.now();
    needsInLog(` ${"a-".repeat(100_000)} depends on\n${"x".repeat(100_000)}`);
    expect(performance.now() - began).toBeLessThan(2000);
  });
});

describe("words of the command line", () => {
  it.each([
    ["zlib", { name: "zlib", operator: undefined, version: undefined }],
    ["zlib>=1.1.4", { name: "zlib", operator: ">=", version: "1.1.4" }],
    ["zlib = 1:1.1.4-2", { name: "zlib", operator: "==", version: "1:1.1.4-2" }],
    ["libstdc++6<<7", { name: "libstdc++6", operator: "<", version: "7" }],
    ["zlib>=", undefined],
    ["zlib 1.1", undefined],
    ["../zlib", undefined],
    ["", undefined],
  ])("%j as a need", (text, need) => {
    expect(parseNeed(text)).toEqual(need);
  });

  it.each([
    ["openssh", { package: "openssh", packageVersion: undefined }],
    ["openssh=4.0", { package: "openssh", packageVersion: "4.0" }],
    ["openssh=", undefined],
    ["open ssh", undefined],
  ])("%j as a package", (text, subject) => {
    expect(parsePackage(text)).toEqual(subject);
  });
});
