/**
 * What xl lets through and we do not.
 *
 * Each fixture has a configuration with a mistake that the real xl accepts, and the description that would have made
 * it. The golden shows what the author of the description is told, and who imports the configuration. A line of the
 * description that is wrong ends with `# instead:` and what to write: with it the description builds, so that it is
 * refused for that mistake alone.
 */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Diagnostic } from "../../src/diagnostics/diagnostic.ts";
import { writeDescription } from "../../src/import/description.ts";
import { importXen } from "../../src/import/xen/import-xen.ts";
import { root } from "../fuzz/memory-source.ts";
import { diagnosticText } from "../road/place-source.ts";
import { expectGolden, fixturePath } from "../support/fixtures.ts";
import { filesBelow } from "../support/repository.ts";
import { describeWith, runTool, xlDryRun } from "../support/tool.ts";
import { parseArchive } from "../support/txtar.ts";
import { type Build, buildTyped, buildUntyped } from "./build-description.ts";

interface Laxness {
  readonly name: string;
  readonly configuration: string;
  readonly description: string;
}

const cases: readonly Laxness[] = filesBelow("test/fixtures/laxness")
  .filter((file) => file.endsWith(".txtar"))
  .map((file) => {
    const { files } = parseArchive(readFileSync(fixturePath(`laxness/${file}`), "utf8"));
    return {
      name: file.replace(".txtar", ""),
      configuration: files.get("xl.cfg") ?? expect.unreachable("the fixture has xl.cfg"),
      description: files.get("t.pan") ?? expect.unreachable("the fixture has a description"),
    };
  });

/** Mistakes that mean something to xl, which an importer takes over as xl understands it. */
const readAsXlDoes: ReadonlySet<string> = new Set([
  "boolean-number",
  "bootloader-arguments-text",
  "disk-format-empty",
  "disk-target-with-final-comma",
  "vcpus-zero",
  "vif-bridge-empty",
  "vif-mac-empty",
  "vif-script-empty",
  "vnc-password-empty",
]);

const described = buildTyped(descriptionsBy(({ description }) => description));
const untyped = buildUntyped(descriptionsBy(({ description }) => description));
const mended = buildTyped(descriptionsBy(({ description }) => mend(description)));
const mendedUntyped = buildUntyped(descriptionsBy(({ description }) => mend(description)));
const imported = importConfigurations();

describe("what xl lets through", () => {
  for (const { name, description } of cases) {
    it(`is refused: ${name}`, async () => {
      expect(errorsOf(described.get(name))).not.toEqual([]);
      expect(errorsOf(untyped.get(name))).not.toEqual([]);
      const parts = [
        `Described:`,
        summary(described.get(name)),
        "Imported:",
        summary(imported.get(name)),
      ];
      await expectGolden(`laxness/${name}.out`, parts.join("\n"));
    });

    it(`is not taken over in silence: ${name}`, () => {
      expect(imported.get(name)?.diagnostics.length === 0).toBe(readAsXlDoes.has(name));
    });

    it(`can be mended: ${name}`, () => {
      expect(mend(description)).not.toBe(description);
      expect(summary(mended.get(name))).toBe("");
      expect(summary(mendedUntyped.get(name))).toBe("");
    });
  }
});

describeWith(xlDryRun, "xl", () => {
  let directory = "";
  beforeAll(() => {
    directory = mkdtempSync(join(tmpdir(), "vmcs-laxness-"));
  });
  afterAll(() => rmSync(directory, { recursive: true }));

  it("accepts each of these configurations", { timeout: 120_000 }, () => {
    const paths = cases.map(({ name, configuration }) => {
      const path = join(directory, `${name}.cfg`);
      writeFileSync(path, configuration);
      return path;
    });
    const verdicts = runTool(xlDryRun, paths).stdout.trimEnd().split("\n").map(readVerdict);
    const refused = verdicts.filter(({ accepted }) => !accepted).map(({ config }) => config);
    expect(verdicts).toHaveLength(cases.length);
    expect(refused).toEqual([]);
  });
});

function descriptionsBy(text: (laxness: Laxness) => string): ReadonlyMap<string, string> {
  return new Map(cases.map((laxness) => [laxness.name, text(laxness)]));
}

/** What an importer says; if it says nothing, what the description that it writes is told when it is built. */
function importConfigurations(): ReadonlyMap<string, Build> {
  const said = new Map<string, Build>();
  const written = new Map<string, string>();
  for (const { name, configuration } of cases) {
    const { vm, diagnostics } = importXen(configuration, { file: "xl.cfg", template: "t" });
    if (diagnostics.length > 0 || vm === undefined) {
      said.set(name, { diagnostics, textOf: () => configuration });
    } else {
      written.set(name, writeDescription(vm));
    }
  }
  return new Map([...said, ...buildTyped(written)]);
}

function errorsOf(build: Build | undefined): readonly Diagnostic[] {
  return build?.diagnostics.filter(({ severity }) => severity === "error") ?? [];
}

/** What is said, and where. How the compiler explains a refusal further is its own fixtures' matter. */
function summary(build: Build | undefined): string {
  const { diagnostics, textOf } = build ?? expect.unreachable("it was built");
  const summaries = diagnostics.map((diagnostic) => ({ ...diagnostic, related: [] }));
  return diagnosticText(summaries, textOf, `${root}/`);
}

/** The description with each wrong line as it should be. */
function mend(text: string): string {
  return text.replace(/^.*# instead:(.*)$/gm, (_, line: string) => line.trim());
}

interface Verdict {
  readonly config: string;
  readonly accepted: boolean;
}

function readVerdict(line: string): Verdict {
  return JSON.parse(line) as Verdict;
}
