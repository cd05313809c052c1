/**
 * The real xl reads an imported file and what is built of its description as the same machine.
 *
 * Xen's own examples are imported too: those of the checkout that `VMCS_XEN_SOURCE` names, or else those that
 * Debian's xen-utils-common installs.
 */
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { importXen } from "../../../../src/import/xen/import-xen.ts";
import { diagnosticText } from "../../../road/place-source.ts";
import { filesBelow, repositoryPath } from "../../../support/repository.ts";
import { describeWith, runTool, xlDryRun } from "../../../support/tool.ts";
import { buildImported, testSecret } from "../build-imported.ts";
import { type Domain, sameTerms } from "./domain-terms.ts";

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "vmcs-import-"));
});
afterAll(() => rmSync(folder, { recursive: true }));

function dryRun(text: string): Domain {
  const file = join(folder, "x.cfg");
  writeFileSync(file, text);
  const { stdout } = runTool(xlDryRun, [file]);
  const result = JSON.parse(stdout) as { readonly accepted: boolean; readonly domain?: Domain };
  expect(result, text).toMatchObject({ accepted: true });
  return result.domain ?? {};
}

function expectSame(file: string, text: string): void {
  const { vm, diagnostics } = importXen(text, { file });
  expect(
    diagnosticText(
      diagnostics.filter(({ severity }) => severity === "error"),
      () => text,
    ),
  ).toBe("");
  if (vm === undefined) return expect.unreachable("a sound file is imported");
  const built = buildImported(vm, "4.17");
  expect(
    diagnosticText(built.diagnostics, () => undefined),
    built.description,
  ).toBe("");
  const cfg = built.files.find(({ name }) => name === `${built.model?.system.name}.cfg`);
  const secretless = text.replace(/(passwd\s*=\s*")[^"]+/g, `$1${testSecret}`);
  const [before, after] = sameTerms(dryRun(secretless), dryRun(cfg?.content ?? ""));
  expect(after, cfg?.content).toEqual(before);
}

const own = filesBelow("test/fixtures/import-xen")
  .filter((file) => /^[^/]*\.cfg$/.test(file) && !file.startsWith("error-"))
  .map((file) => repositoryPath(`test/fixtures/import-xen/${file}`));

describeWith(xlDryRun, "xl", () => {
  for (const path of own.filter((file) => !/\/(arm|bootloader|assumed|xm-)/.test(file))) {
    it(`takes ${path.replace(/.*\//, "")} and what it is imported as for the same`, () => {
      const text = readFileSync(path, "utf8").replace("\n# the end", "\n").replaceAll("\r", "");
      expectSame("x.cfg", text);
    });
  }
  examples("the lab's", labExamples());
  examples("Xen's own", sourceExamples());
});

function examples(whose: string, paths: readonly string[] | string): void {
  if (typeof paths === "string") {
    const run = process.env["CI"] ? describe : describe.skip;
    run(`${whose} examples (${paths})`, () => it("are there", () => expect.unreachable(paths)));
    return;
  }
  describe(`${whose} examples`, () => {
    for (const path of paths) {
      it(path.replace(/.*\//, ""), () => expectSame("x.cfg", readFileSync(path, "utf8")));
    }
  });
}

function labExamples(): readonly string[] {
  const lab = join(process.env["VMCS_XENLAB"] ?? "", "examples");
  return existsSync(lab) ? readdirSync(lab).map((file) => join(lab, file)) : [];
}

function sourceExamples(): readonly string[] | string {
  const source = process.env["VMCS_XEN_SOURCE"];
  const directory = source ? join(source, "tools/examples") : "/etc/xen";
  const found = existsSync(directory)
    ? readdirSync(directory).filter((file) => file.startsWith("xlexample."))
    : [];
  if (found.length === 0) return `there are none in ${directory}: install xen-utils-common`;
  return found.map((file) => join(directory, file));
}
