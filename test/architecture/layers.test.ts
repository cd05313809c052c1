/** The layer rules bite: a project full of bad imports is judged by the real configuration. */
import { execFile } from "node:child_process";
import { copyFile, mkdir, mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { repositoryPath } from "../support/repository.ts";

interface Case {
  readonly file: string;
  readonly imports: string;
  /** The rule that must be violated; none if the import is a good one. */
  readonly rule?: string;
}

const configuration = repositoryPath(".dependency-cruiser.mjs");
const { mayImport } = (await import(pathToFileURL(configuration).href)) as {
  mayImport: Readonly<Record<string, readonly string[]>>;
};

/** Every pair of layers. */
const pairs = Object.entries(mayImport).flatMap(([layer, allowed]) => pairsOf(layer, allowed));

const cases: readonly Case[] = [
  bad("layer-base", "src/base/bad-text.ts", "../text/good.ts"),
  bad("layer-pan-syntax", "src/pan/syntax/bad-tree.ts", "../tree/good.ts"),
  bad("layer-pan-tree", "src/pan/tree/bad-syntax.ts", "../syntax/good.ts"),
  bad("layer-pan-evaluator", "src/pan/evaluator/bad-vm.ts", "../../vm/good.ts"),
  bad("layer-pan-compiler", "src/pan/compiler/bad-spawn.ts", "../../spawn/good.ts"),
  bad("layer-spawn", "src/spawn/bad-tree.ts", "../pan/tree/good.ts"),

  bad("package-chevrotain", "src/pan/evaluator/bad-chevrotain.ts", "chevrotain"),
  bad("package-xmlbuilder2", "src/pan/profile/bad-xmlbuilder2.ts", "xmlbuilder2"),
  bad("package-libxml2-wasm", "src/spawn/bad-libxml2.ts", "libxml2-wasm"),
  bad("package-ajv", "src/cli/bad-ajv.ts", "ajv"),
  bad("package-commander", "src/pipeline/bad-commander.ts", "commander"),
  bad("package-picocolors", "src/vm/bad-picocolors.ts", "picocolors"),
  bad("unknown-package", "src/vm/bad-package.ts", "fast-check"),
  good("src/pan/syntax/good-chevrotain.ts", "chevrotain"),
  good("src/vm/good-libxml2.ts", "libxml2-wasm"),

  bad("io-in-core", "src/pan/evaluator/bad-io.ts", "node:fs"),
  bad("io-in-core", "src/pan/compiler/bad-io.ts", "node:worker_threads"),
  bad("io-in-core", "src/host/memory/bad-io.ts", "node:fs/promises"),
  bad("io-in-core", "src/index.ts", "node:path"),
  good("src/host/node/good-io.ts", "node:fs/promises"),
  good("src/cli/good-io.ts", "node:process"),

  bad("unknown-layer", "src/portal/bad.ts", "../base/good.ts"),
  bad("unknown-layer", "src/stray.ts", "./base/good.ts"),
  bad("unknown-layer-imported", "src/cli/bad-portal.ts", "../portal/good.ts"),
  bad("playground-to-node", "playground/worker/bad-cli.ts", "../../src/cli/good.ts"),
  good("playground/worker/good-show.ts", "../../src/show/good.ts"),
  bad("cycle", "src/vm/one.ts", "./two.ts"),
  good("src/vm/two.ts", "./one.ts"), // a cycle is reported once
  bad("unresolvable", "src/vm/bad-name.ts", "./missing.ts"),
  bad("src-to-tests", "src/vm/bad-test.ts", "../../test/good.ts"),
];

describe("dependency rules", () => {
  let project: string;
  let violations: ReadonlySet<string>;

  beforeAll(async () => {
    project = await mkdtemp(join(tmpdir(), "vmcs-layers-"));
    await writeProject(project);
    violations = await judge(project);
  }, 60_000);
  afterAll(() => rm(project, { recursive: true }));

  it("let each layer import what it may, and nothing else", () => {
    const wanted = pairs.filter(({ rule }) => rule !== undefined);
    expect(violationsIn(pairs)).toEqual(new Set(wanted.map(({ file, rule }) => `${file} ${rule}`)));
  });

  for (const example of cases) {
    const verdict = example.rule === undefined ? "may" : "must not";
    it(`${example.file} ${verdict} import ${example.imports}`, () => {
      const found = violationsIn([example]);
      if (example.rule === undefined) expect(found).toEqual(new Set());
      else expect(found).toContain(`${example.file} ${example.rule}`);
    });
  }

  function violationsIn(examples: readonly Case[]): ReadonlySet<string> {
    const files = new Set(examples.map(({ file }) => file));
    return new Set(
      [...violations].filter((violation) => files.has(violation.split(" ", 1)[0] ?? "")),
    );
  }
});

/** For one layer: an import of every other layer, allowed or not. */
function pairsOf(layer: string, allowed: readonly string[]): readonly Case[] {
  return Object.keys(mayImport)
    .filter((other) => other !== layer)
    .map((other) => {
      const isAllowed =
        allowed.includes(other) ||
        (other.startsWith("pan/") && allowed.includes("pan/*")) ||
        (other.startsWith("rules/") && allowed.includes("rules/*"));
      const file = `src/${layer}/to-${other.replace("/", "-")}.ts`;
      const target = `${"../".repeat(layer.split("/").length)}${other}/good.ts`;
      return isAllowed ? good(file, target) : bad(`layer-${layer.replace("/", "-")}`, file, target);
    });
}

function bad(rule: string, file: string, imports: string): Case {
  return { file, imports, rule };
}

function good(file: string, imports: string): Case {
  return { file, imports };
}

async function writeProject(project: string): Promise<void> {
  const targets = [...Object.keys(mayImport), "portal"].map((layer) => `src/${layer}/good.ts`);
  const files = new Map(
    [...targets, "test/good.ts"].map((file) => [file, "export const good = 1;\n"]),
  );
  for (const { file, imports } of [...pairs, ...cases]) {
    files.set(
      file,
      `${files.get(file) ?? ""}import * as imported from "${imports}";\nexport { imported };\n`,
    );
  }
  for (const [file, text] of files) {
    await mkdir(dirname(join(project, file)), { recursive: true });
    await writeFile(join(project, file), text);
  }
  await symlink(repositoryPath("node_modules"), join(project, "node_modules"));
  for (const file of ["package.json", "tsconfig.json"]) {
    await copyFile(repositoryPath(file), join(project, file));
  }
}

/** The violations as `file rule`. */
async function judge(project: string): Promise<ReadonlySet<string>> {
  const program = repositoryPath("node_modules/dependency-cruiser/bin/dependency-cruise.mjs");
  const options = ["--config", configuration, "--output-type", "json", "src", "playground"];
  const { stdout } = await promisify(execFile)(process.execPath, [program, ...options], {
    cwd: project,
    maxBuffer: 64 * 1024 * 1024,
  }).catch((failure: { readonly stdout?: string }) => ({ stdout: failure.stdout ?? "" }));
  const { summary } = JSON.parse(stdout) as {
    summary: { violations: readonly { from: string; rule: { name: string } }[] };
  };
  return new Set(summary.violations.map(({ from, rule }) => `${from} ${rule.name}`));
}
