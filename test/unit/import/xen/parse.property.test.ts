/** Whatever a file holds, it is read without an exception, and places lie within it. */
import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { writeDescription } from "../../../../src/import/description.ts";
import { importXen } from "../../../../src/import/xen/import-xen.ts";
import { importXm } from "../../../../src/import/xen/import-xm.ts";
import { anyCharacter } from "../../../support/any-text.ts";
import { fixturePath } from "../../../support/fixtures.ts";
import { filesBelow } from "../../../support/repository.ts";

const runs = { seed: 20260103, numRuns: 300 };

const files = filesBelow("test/fixtures/import-xen")
  .filter((file) => file.endsWith(".cfg"))
  .map((file) => readFileSync(fixturePath(`import-xen/${file}`), "utf8"));
const whole = files.join("\n");

/** Pieces of the language, and of what is none of it. */
const pieces = fc.array(
  fc.constantFrom(
    ...["name", "disk", "vif", "memory", "cpuid", "vsnd", "vfb", "vncpasswd", "pci", "smbios"],
    ...[" = ", " += ", "[", "]", ",", "'", '"', "\\", "\\x", "\\101", "#", "\n", "\r\n", ";", " "],
    ...["0x1f", "08", "-1", "%s", "%", "+", "(", ")", "target=", "vdev=", "xvda", "=", ":", "tap:"],
    ...["import os", "if x:", "é", "😀", "\u0000", "\ud800", "__proto__", "constructor", "{", "}"],
  ),
  { maxLength: 40 },
);

const randomText = fc.oneof(
  pieces.map((parts) => parts.join("")),
  fc.string({ maxLength: 60, unit: anyCharacter }),
);

/** A piece of the fixtures with something cut out, put in or turned around. */
const mutated = fc
  .tuple(fc.nat(whole.length), fc.nat(1500), fc.nat(1500), fc.nat(40), randomText)
  .map(([from, length, at, cut, extra]) => {
    const text = whole.slice(from, from + length);
    return text.slice(0, at) + extra + text.slice(at + cut);
  });

function readsQuietly(read: typeof importXen, text: string): void {
  const { vm, diagnostics } = read(text, { file: "x.cfg" });
  for (const { span, message } of diagnostics) {
    if (span.file === "") continue;
    expect(span.start, message).toBeGreaterThanOrEqual(0);
    expect(span.start, message).toBeLessThanOrEqual(span.end);
    expect(span.end, message).toBeLessThanOrEqual(text.length);
  }
  if (vm !== undefined) expect(writeDescription(vm)).toContain("object template ");
}

describe("an imported file", () => {
  for (const [tool, read] of [
    ["either tool", importXen],
    ["xm", importXm],
  ] as const) {
    it(`for ${tool} can hold anything`, () => {
      fc.assert(
        fc.property(randomText, (text) => readsQuietly(read, text)),
        runs,
      );
    });

    it(`for ${tool} can be cut anywhere`, () => {
      fc.assert(
        fc.property(mutated, (text) => readsQuietly(read, text)),
        runs,
      );
    });
  }

  it("never shows a password", () => {
    const secret = "Tr0ub4dor";
    const lines = fc.constantFrom(
      `vncpasswd = "${secret}"`,
      `spicepasswd = '${secret}' x`,
      `vfb = [ "vncpasswd=${secret},bad=1" ]`,
      `vncpassword = "${secret}"`,
      `vncpasswd = "${secret}`,
      `vncpasswd = ${secret}`,
      `vncpasswd = "x" ${secret}`,
      `vncpasswd = "${secret}" % 4`,
    );
    fc.assert(
      fc.property(lines, pieces, (line, parts) => {
        const text = `name = "x"\ntype = "hvm"\nspice = 1\n${line}\n${parts.join("")}`;
        const { vm, diagnostics } = importXen(text, { file: "x.cfg" });
        const said = diagnostics.map(({ message, help, span }) => {
          const first = text.lastIndexOf("\n", span.start - 1) + 1;
          const last = text.indexOf("\n", span.end);
          const shown = span.file === "" ? "" : text.slice(first, last < 0 ? text.length : last);
          return `${message} ${help ?? ""} ${shown}`;
        });
        expect(said.join("\n")).not.toContain(secret);
        expect(vm === undefined ? "" : writeDescription(vm)).not.toContain(secret);
      }),
      runs,
    );
  });
});
