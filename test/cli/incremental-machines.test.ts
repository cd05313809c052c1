/**
 * What `vmcs build` makes again after a change, and why: an archive a case, with the files of a site, then steps. Files
 * of the step `1` are below `1/`; `1/remove` lists files that go, `1/args` has further words of the command line,
 * `1/env` sets variables, and `1/command` is `check` where nothing is to be built.
 *
 * After each step all files of machines must be those of a build that knows of no earlier one, with the same report.
 */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, expect, it } from "vitest";
import type { Environment } from "../../src/cli/command.ts";
import { buildCommand } from "../../src/cli/commands/build.ts";
import { checkCommand } from "../../src/cli/commands/check.ts";
import { nodeHost } from "../../src/host/node/node-host.ts";
import { fixturePath, goldenSuite } from "../support/fixtures.ts";
import { filesIn, repositoryPath } from "../support/repository.ts";
import { sharedTemplates } from "../support/shared-templates.ts";
import { parseArchive } from "../support/txtar.ts";

const folder = mkdtempSync(join(tmpdir(), "vmcs-machines-"));
afterAll(() => rmSync(folder, { recursive: true }));

goldenSuite({
  folder: "incremental-machines",
  input: ".txtar",
  golden: ".out",
  async render({ name, text }) {
    const { files } = parseArchive(text);
    const site = join(folder, name.replaceAll(/\W/g, "-"));
    const shown: string[] = [];
    for (const directory of ["out", "fresh"]) mkdirSync(join(site, directory), { recursive: true });
    for (let step = 0; step === 0 || hasStep(files, step); step++) {
      const prefix = step === 0 ? "" : `${step}/`;
      for (const [path, content] of stepFiles(files, step)) write(join(site, path), content);
      for (const path of words(files.get(`${prefix}remove`))) rmSync(join(site, path));
      const more = words(files.get(`${prefix}args`));
      const environment = Object.fromEntries(
        words(files.get(`${prefix}env`)).map((word) => word.split("=") as [string, string]),
      );
      const isCheck = files.get(`${prefix}command`)?.trim() === "check";
      const command = isCheck ? "check" : "build";
      const before = outputs(site, "out");
      const run = await vmcs(command, [...more, ...output(command, "out")], site, environment);
      const fresh = await vmcs(
        command,
        [...more, ...output(command, "fresh"), "--no-incremental"],
        site,
        environment,
      );
      expect([run.status, run.stderr]).toEqual([fresh.status, fresh.stderr]);
      if (!isCheck && fresh.status === 0) {
        expect(contents(site, "out")).toEqual(contents(site, "fresh"));
      }
      shown.push(
        `step ${step}: ${command} ends with ${run.status}\n${reasonsIn(run.stdout)}${touched(before, outputs(site, "out"))}${run.stderr.replaceAll(repositoryPath(""), "REPOSITORY/")}`,
      );
    }
    return shown.join("\n");
  },
});

interface Run {
  readonly status: number;
  readonly stdout: string;
  readonly stderr: string;
}

async function vmcs(
  command: "build" | "check",
  args: readonly string[],
  site: string,
  variables: Readonly<Record<string, string>>,
): Promise<Run> {
  const run = { stdout: "", stderr: "" };
  const environment: Environment = {
    templates: sharedTemplates,
    host: {
      ...nodeHost({ currentDirectory: site }),
      environment: (name) => variables[name],
    },
    terminal: {
      stdout: (text) => {
        run.stdout += text;
      },
      stderr: (text) => {
        run.stderr += text;
      },
      colors: false,
      width: 100,
    },
  };
  const all = ["-v", "--nthread", "1", "--state-dir", "state", ...args, "vms/*.pan"];
  const status = await (command === "build" ? buildCommand : checkCommand)(all, environment);
  return { status, ...run };
}

function output(command: string, directory: string): readonly string[] {
  return command === "check" ? [] : ["--output-dir", directory];
}

/** The lines of `-v` that tell what was built. */
function reasonsIn(stdout: string): string {
  return stdout
    .split("\n")
    .filter((line) => /^[\w/-]+: |had to be built$/.test(line))
    .map((line) => `  ${line}\n`)
    .join("");
}

type Outputs = ReadonlyMap<string, number>;

function outputs(site: string, directory: string): Outputs {
  return new Map(
    filesIn(join(site, directory)).map((name) => [name, statSync(join(site, directory, name)).ino]),
  );
}

/** Machines of which a file is another one; each file is replaced as a whole. */
function touched(before: Outputs, after: Outputs): string {
  const names = [...after].flatMap(([name, id]) => (before.get(name) === id ? [] : [name]));
  const machines = [...new Set(names.map((name) => name.replace(/\..*/, "")))].sort();
  return `  written: ${machines.length === 0 ? "nothing" : machines.join(", ")}\n`;
}

function contents(site: string, directory: string): readonly (readonly string[])[] {
  return filesIn(join(site, directory)).map((name) => [
    name,
    readFileSync(join(site, directory, name), "utf8"),
  ]);
}

function stepFiles(
  files: ReadonlyMap<string, string>,
  step: number,
): readonly (readonly [string, string])[] {
  const prefix = step === 0 ? "" : `${step}/`;
  return [...files].flatMap(([path, text]) => {
    if (!path.startsWith(prefix)) return [];
    const rest = path.slice(prefix.length);
    const isFile = /^(?:vms|site|rules|near|out|locked)\//.test(rest) || rest === "vmcs.json";
    return isFile ? [[rest, text] as const] : [];
  });
}

function hasStep(files: ReadonlyMap<string, string>, step: number): boolean {
  return [...files.keys()].some((path) => path.startsWith(`${step}/`));
}

function words(text: string | undefined): readonly string[] {
  return (text ?? "").split(/\s+/).filter((word) => word !== "");
}

function write(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}

it("keeps neither a secret nor the digest of a file that it is in", async () => {
  const site = join(folder, "kept");
  const { files } = parseArchive(
    readFileSync(fixturePath("incremental-machines/secrets.txtar"), "utf8"),
  );
  for (const [path, content] of stepFiles(files, 0)) write(join(site, path), content);
  const { status } = await vmcs("build", ["--output-dir", "out"], site, { VNC: "geheimnis" });
  expect(status).toBe(0);
  const [state = ""] = filesIn(join(site, "state"));
  const kept = readFileSync(join(site, "state", state), "utf8");
  const digests = (machine: string): readonly string[] =>
    filesIn(join(site, "out"))
      .filter((name) => name.startsWith(`${machine}.`))
      .map((name) => nodeHost().digest(readFileSync(join(site, "out", name))));
  const isKept = (digest: string): boolean => kept.includes(digest);
  expect(readFileSync(join(site, "out/desk.cfg"), "utf8")).toContain("geheimnis");
  expect(kept).not.toContain("geheimnis");
  expect(digests("desk").filter(isKept)).toEqual([]);
  expect(digests("web").every(isKept)).toBe(true);
});
