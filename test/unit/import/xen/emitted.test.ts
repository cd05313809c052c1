/** What the backend writes is imported as the machine that it was written of: built again, it is the same text. */
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { ImportedRoots } from "../../../../src/import/description.ts";
import { importXen } from "../../../../src/import/xen/import-xen.ts";
import { Dict } from "../../../../src/pan/tree/dict.ts";
import { buildVm } from "../../../../src/pipeline/build.ts";
import { hardware } from "../../../../src/vm/model/hardware.ts";
import { network } from "../../../../src/vm/model/network.ts";
import { software } from "../../../../src/vm/model/software.ts";
import { storage } from "../../../../src/vm/model/storage.ts";
import { system } from "../../../../src/vm/model/system.ts";
import { diagnosticText, locatePath } from "../../../road/place-source.ts";
import { fixturePath } from "../../../support/fixtures.ts";
import { filesBelow } from "../../../support/repository.ts";
import { parseArchive } from "../../../support/txtar.ts";
import { treeOf } from "../../vm/shape-arbitrary.ts";
import { testSecret } from "../build-imported.ts";
import { withDefaults } from "../with-defaults.ts";

const shapes = { hardware, network, system, storage, software };

/** Without the checks of our templates: what is written was built, whatever they say today. */
function treeOfRoots(roots: ImportedRoots): Dict {
  const entries = Object.entries(shapes).map(([name, shape]) => {
    const given = roots[name as keyof ImportedRoots] ?? {};
    return [name, withDefaults(shape, treeOf(given), `/${name}`)] as const;
  });
  return new Dict(new Map(entries));
}

function builtAgain(text: string): string {
  const { vm, diagnostics } = importXen(text, { file: "x.cfg" });
  const errors = diagnostics.filter(({ severity }) => severity === "error");
  expect(diagnosticText(errors, () => text)).toBe("");
  if (vm === undefined) return expect.unreachable("what is written can be imported");
  const release = /Xen ([0-9.]+)\.$/m.exec(text)?.[1] ?? "";
  const built = buildVm({
    profileName: "again",
    root: treeOfRoots(vm.roots),
    digest: "sha256:00",
    target: { backends: ["xen"], xenRelease: release, readSecret: () => testSecret },
    locate: locatePath,
  });
  expect(
    diagnosticText(
      built.diagnostics.filter(({ severity }) => severity === "error"),
      () => undefined,
    ),
  ).toBe("");
  return settingsOf(built.files.find(({ name }) => name.endsWith(".cfg"))?.content ?? "");
}

/** Without comments, which name the origin; passwords are all the same, and emulated USB devices have a bus. */
function settingsOf(text: string): string {
  return (text.includes("usbdevice") ? text.replace(/^usb = 1\n/m, "") : text)
    .replace(/^#.*\n/gm, "")
    .replace(/(passwd ?= ?"?)[^",\n]+/g, "$1…")
    .trim();
}

function emitted(): readonly (readonly [string, string])[] {
  const road = filesBelow("test/fixtures/road").filter((file) => file.endsWith(".out"));
  const spawn = filesBelow("test/fixtures/spawn").filter((file) => file.endsWith(".out"));
  return [
    ...road.map((file) => [file, readFileSync(fixturePath(`road/${file}`), "utf8")] as const),
    ...spawn.flatMap((file) =>
      [...parseArchive(readFileSync(fixturePath(`spawn/${file}`), "utf8")).files]
        .filter(([name]) => name.endsWith(".cfg"))
        .map(([name, text]) => [`${file}: ${name}`, text] as const),
    ),
  ];
}

/** Goldens whose texts were built, and only those: others show diagnostics. */
const files = emitted().filter(([, text]) => /^# .*: for x[lm] create, Xen/.test(text));

describe("what is built", () => {
  it("is found", () => {
    expect(files.length).toBeGreaterThan(10);
  });

  for (const [name, text] of files) {
    it(`is the same when it is imported and built again: ${name}`, () => {
      expect(builtAgain(text)).toBe(settingsOf(text));
    });
  }
});
