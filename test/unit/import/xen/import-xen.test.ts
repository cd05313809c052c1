/** Configurations of xl, what is said about them, and the descriptions that they become. */
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { writeDescription } from "../../../../src/import/description.ts";
import { knownXlKeys } from "../../../../src/import/xen/import-assignments.ts";
import { importXen } from "../../../../src/import/xen/import-xen.ts";
import { diagnosticText } from "../../../road/place-source.ts";
import { fixturePath, goldenSuite } from "../../../support/fixtures.ts";
import { filesBelow } from "../../../support/repository.ts";
import { listedKeys } from "../../spawn/xl-key-fixtures.ts";
import { buildImported } from "../build-imported.ts";

goldenSuite({
  folder: "import-xen",
  input: ".cfg",
  golden: ".out",
  render: ({ name, text }) => {
    const { vm, diagnostics } = importXen(text, { file: name });
    const said = diagnosticText(diagnostics, () => text);
    const description = vm === undefined ? "" : writeDescription(vm);
    return [said, description].filter((part) => part !== "").join("\n");
  },
});

describe("an imported description", () => {
  const files = filesBelow("test/fixtures/import-xen").filter((file) => file.endsWith(".cfg"));
  for (const file of files.filter((name) => !name.startsWith("error-"))) {
    it(`of ${file} builds, and what is built is imported as the same`, () => {
      const text = readFileSync(fixturePath(`import-xen/${file}`), "utf8");
      const first = importXen(text, { file });
      if (first.vm === undefined) return expect.unreachable("the file is sound");
      const built = buildImported(first.vm, "4.22");
      expect(diagnosticText(built.diagnostics, () => undefined)).toBe("");
      const cfg = built.files.find(({ name }) => name === `${built.model?.system.name}.cfg`);
      const second = importXen(cfg?.content ?? "", { file: "again.cfg" });
      if (second.vm === undefined) return expect.unreachable("what was built is sound");
      const again = buildImported({ ...second.vm, template: first.vm.template }, "4.22");
      expect(again.model).toEqual({ ...built.model, digest: again.model?.digest });
    });
  }
});

describe("the keys of xl", () => {
  it("are all known to the importer", () => {
    const listed = listedKeys().map(({ key }) => key);
    const known = [...new Set(knownXlKeys())].toSorted();
    expect(known, "List it in test/fixtures/xl-keys/all-keys.json").toEqual(listed.toSorted());
  });
});
