/** The files of examples/ci and the commands of docs/ci.md, run in a project as a user has it. */
import { spawnSync } from "node:child_process";
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { parse } from "yaml";
import { filesBelow, repositoryPath } from "../support/repository.ts";
import { runs, thoroughly } from "../support/runs.ts";
import { judge } from "../unit/diagnostics/reports/judge.ts";

const examples = repositoryPath("examples/ci");
const example = (name: string): string => readFileSync(join(examples, name), "utf8");

const workflow = parse(example("github-workflow.yml"));
const gitlab = parse(example("gitlab-ci.yml"));
const preCommit = parse(example("pre-commit-config.yaml"));
const jenkins = example("Jenkinsfile");
const page = readFileSync(repositoryPath("docs/ci.md"), "utf8");

const sound = "object template web;\n\n'/x' = 1;\n";
const broken = "object template web;\n\n'/x' = MEMROY;\n";
const test = "object template web_test;\n\nvalid '/' = value('web:/x') == 1;\n";

let folder = "";
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** A project with one machine, and vmcs where npm installs it. */
function makeProject(machine: string): void {
  folder = mkdtempSync(join(tmpdir(), "vmcs-ci-"));
  for (const name of ["vms", "bin", "node_modules/.bin"])
    mkdirSync(join(folder, name), { recursive: true });
  cpSync(join(examples, "vmcs.json"), join(folder, "vmcs.json"));
  writeFileSync(join(folder, "package.json"), '{ "private": true }\n');
  writeFileSync(join(folder, "vms/web.pan"), machine);
  mkdirSync(join(folder, "test"));
  writeFileSync(join(folder, "test/web_test.pan"), test);
  for (const place of ["node_modules/.bin/vmcs", "bin/vmcs"])
    symlinkSync(repositoryPath("dist/cli/vmcs.js"), join(folder, place));
  // What reviewdog would be given.
  program("reviewdog", "cat > reviewed");
  // What npx does with what is installed, without npm's own second.
  program("npx", 'exec "node_modules/.bin/$@"');
}

function program(name: string, command: string): void {
  writeFileSync(join(folder, "bin", name), `#!/bin/sh\n${command}\n`);
  chmodSync(join(folder, "bin", name), 0o755);
}

/** As both services run commands. */
function shell(command: string): number | null {
  const env = { ...process.env, PATH: `${join(folder, "bin")}:${process.env["PATH"]}` };
  return spawnSync("bash", ["-e", "-o", "pipefail", "-c", command], { cwd: folder, env }).status;
}

function made(name: string): string {
  return readFileSync(join(folder, name), "utf8");
}

const states: readonly (readonly [state: string, machine: string, status: number])[] = [
  ["broken", broken, 1],
  ["sound", sound, 0],
];

for (const [state, machine, status] of runs(states.slice(0, 1), states)) {
  describe(`with a machine that is ${state}`, () => {
    it("the steps of the workflow run, and the report that it uploads is there", () => {
      makeProject(machine);
      const steps: readonly { run?: string; with?: { sarif_file?: string } }[] =
        workflow.jobs.check.steps;
      const [install, check, tests, lint, layout, ...more] = steps.flatMap(({ run }) =>
        run === undefined ? [] : [run],
      );
      expect([install, more]).toEqual(["npm ci", []]);
      expect(shell(check ?? "false")).toBe(status);
      expect(shell(tests ?? "false")).toBe(status);
      expect(shell(lint ?? "false")).toBe(0);
      expect(shell(layout ?? "false")).toBe(0);
      expect(judge("junit", made("vmcs.test.junit.xml"))).toEqual([]);
      const uploaded = steps.at(-1)?.with?.sarif_file ?? "";
      expect(judge("sarif", made(uploaded))).toEqual([]);
      expect(JSON.parse(made(uploaded)).runs[0].results).toHaveLength(status);
    });

    for (const [job, wanted] of [
      ["vmcs", status],
      ["vmcs-test", status],
      ["vmcs-style", 0],
    ] as const) {
      it(`the job ${job} of GitLab runs, and makes all its artifacts`, () => {
        makeProject(machine);
        expect(gitlab[job].extends).toBe(".vmcs");
        expect(gitlab[".vmcs"].before_script).toEqual(["npm ci --cache .npm"]);
        expect(shell(gitlab[job].script.join("\n"))).toBe(wanted);
        const { reports, paths } = gitlab[job].artifacts;
        expect(paths).toEqual(Object.values(reports));
        for (const [format, file] of Object.entries<string>(reports)) {
          expect(judge(format === "junit" ? "junit" : "gitlab", made(file))).toEqual([]);
        }
      });
    }

    it("the hooks let a commit pass, or do not", () => {
      makeProject(machine);
      const [{ hooks }] = preCommit.repos;
      expect(shell(hooks[0].entry)).toBe(status);
      for (const { entry } of hooks.slice(1)) expect(shell(`${entry} vms/web.pan`)).toBe(0);
      expect(shell(`git init -q . && cp '${examples}/pre-commit' .git/hooks/`)).toBe(0);
      const commit = "git -c user.name=x -c user.email=x@example.org commit -q -m x";
      expect(shell(`git add vmcs.json vms && ${commit}`)).toBe(status);
      expect(shell(`git reset -q; git add package.json && ${commit}`)).toBe(0);
    });

    thoroughly(() => {
      it("the steps of Jenkins run, and make all that is published", () => {
        makeProject(machine);
        const steps = [...jenkins.matchAll(/^ +sh '(.*)'$/gm)].map(([, step = ""]) => step);
        const [install, ...commands] = steps;
        expect(install).toBe("npm ci");
        expect(commands.map((command) => shell(command))).toEqual([status, status, 0, 0]);
        for (const format of ["junit", "checkstyle"]) {
          const pattern = new RegExp(`^vmcs.*\\.${format}\\.xml$`);
          expect(jenkins).toContain(`'vmcs*.${format}.xml'`);
          const reports = readdirSync(folder).filter((name) => pattern.test(name));
          expect(reports).toHaveLength(2);
          for (const report of reports) expect(judge(format, made(report))).toEqual([]);
        }
      });

      it("the commands of docs/ci.md run", () => {
        makeProject(machine);
        const git = "git -c user.name=x -c user.email=x@example.org";
        const commit = `${git} commit -q -m x && git update-ref refs/remotes/origin/main HEAD`;
        expect(shell(`git init -q . && git add vms vmcs.json && ${commit}`)).toBe(0);
        const commands = blocks("sh").flatMap((block) => block.trim().split("\n"));
        expect(commands).toHaveLength(6);
        expect(commands.map((command) => shell(command))).toEqual([
          status,
          0,
          0,
          0,
          status,
          status,
        ]);
        expect(judge("sarif", made("vmcs.sarif"))).toEqual([]);
        expect(judge("junit", made("vmcs.junit.xml"))).toEqual([]);
        expect(judge("rdjson", made("reviewed"))).toEqual([]);
      });
    });
  });
}

describe("docs/ci.md", () => {
  it("shows pieces of the example files, and nothing else", () => {
    const files = filesBelow("examples/ci").map(example);
    const shown = [...blocks("yaml"), ...blocks("groovy")];
    const foreign = shown.filter((block) => !files.some((file) => file.includes(block)));
    expect(foreign).toEqual([]);
    expect(page.match(/^```/gm)).toHaveLength(2 * [...shown, ...blocks("sh")].length);
  });

  it("links to files that exist", () => {
    const links = [...page.matchAll(/\]\((\.\.\/[^)]+)\)/g)].map(([, path = ""]) => path);
    expect(links.filter((path) => !existsSync(repositoryPath(`docs/${path}`)))).toEqual([]);
  });
});

describe("the pre-commit hook", () => {
  it("is asked for templates and the project file", () => {
    const pattern = new RegExp(preCommit.repos[0].hooks[0].files);
    const files = ["vms/web.pan", "a.tpl", "vmcs.json", "site/vmcs.json", "x.json", "a.pan.md"];
    expect(files.filter((file) => pattern.test(file))).toEqual(files.slice(0, 4));
  });
});

/** The code blocks of docs/ci.md in a language. */
function blocks(language: string): readonly string[] {
  const pattern = new RegExp(`^\`\`\`${language}\\n([^]*?)^\`\`\`$`, "gm");
  return [...page.matchAll(pattern)].map(([, block = ""]) => block);
}
