/** `vmcs init`: what it writes works at once, and it never writes over anything. */

import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { ciServices, starters } from "../../src/cli/init-project.ts";
import { runCommand } from "../support/command.ts";
import { filesBelow, filesIn, repositoryPath } from "../support/repository.ts";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "vmcs-init-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const vmcs = (args: readonly string[], cwd = folder) => runCommand("vmcs", args, { cwd });
const read = (name: string): string => readFileSync(join(folder, name), "utf8");

it("each folder of starters/ is one that the command knows", () => {
  const folders = new Set(filesBelow("starters").map((file) => file.split("/")[0]));
  expect([...folders].sort()).toEqual(starters.map(({ name }) => name).sort());
});

for (const { name, make } of starters) {
  describe(`a project of ${name}`, () => {
    it("is clean in every respect, and builds", () => {
      const made = vmcs(["init", "--template", name]);
      expect(made).toMatchObject({ status: 0, stderr: "" });
      expect(made.stdout).toContain(`\nNext:\n  vmcs check `);
      for (const args of [["check"], ["test"], ["fmt", "--check"], ["lint"], [make]]) {
        const { status, stderr } = vmcs(args);
        expect({ args, status, stderr }).toEqual({ args, status: 0, stderr: "" });
      }
      expect(filesIn(join(folder, "build")).length).toBeGreaterThan(1);
    });

    it("has a test that looks at what the project says", () => {
      vmcs(["init", "--template", name]);
      const test = filesIn(join(folder, "test"))[0] ?? "";
      // Each expectation is turned around: if it still held, it would expect nothing.
      const turned = read(`test/${test}`).replace(/^(valid '[^']*' = )(.*);$/gm, "$1!($2);");
      writeFileSync(join(folder, "test", test), turned);
      const { status, stdout } = vmcs(["test"]);
      expect(status).toBe(1);
      expect(stdout).toMatch(/\b0 of \d+ expectations met|[1-9]\d* failed/);
    });
  });
}

it("the rule of a project bites", () => {
  vmcs(["init", "--template", "minimal"]);
  const file = join(folder, "vms/guest.pan");
  writeFileSync(file, readFileSync(file, "utf8").replace("1 * GiB", "128"));
  const { status, stderr } = vmcs(["check"]);
  expect(status).toBe(1);
  expect(stderr).toContain("our system needs 256 MiB");
});

describe("what is there already", () => {
  it("stays, and then nothing is written at all", () => {
    writeFileSync(join(folder, "vmcs.json"), "{}\n");
    writeFileSync(join(folder, "rules"), "a file\n");
    const { status, stdout, stderr } = vmcs(["init"]);
    expect({ status, stdout }).toEqual({ status: 2, stdout: "" });
    expect(stderr).toContain("error[init-in-the-way]");
    expect(stderr).toContain("rules, vmcs.json.");
    expect(filesIn(folder)).toEqual(["rules", "vmcs.json"]);
    expect(read("vmcs.json")).toBe("{}\n");
  });

  it("a second run refuses, a file in the place of the directory too", () => {
    expect(vmcs(["init", "site"]).status).toBe(0);
    expect(vmcs(["init", "site"]).status).toBe(2);
    expect(vmcs(["init", "site/vmcs.json"]).stderr).toContain("init-in-the-way");
  });

  it("a .gitignore keeps its lines, and gets those that it lacks once", () => {
    writeFileSync(join(folder, ".gitignore"), "*.log\n/build/");
    vmcs(["init", "--ci", "gitlab"]);
    expect(read(".gitignore")).toBe("*.log\n/build/\n/node_modules/\n");
  });

  it("a package.json is left alone, and what it needs is told", () => {
    writeFileSync(join(folder, "package.json"), '{ "name": "site" }\n');
    const { stdout } = vmcs(["init", "--ci", "github"]);
    expect(stdout).toContain("npm install --save-dev vmcs");
    expect(read("package.json")).toBe('{ "name": "site" }\n');
  });

  it("other files do not matter", () => {
    mkdirSync(join(folder, "vms"));
    writeFileSync(join(folder, "vms/README.md"), "mine\n");
    expect(vmcs(["init"]).status).toBe(0);
    expect(read("vms/README.md")).toBe("mine\n");
  });
});

it("a dry run lists the files and writes none", () => {
  const { status, stdout } = vmcs(["init", "--template", "minimal", "--dry-run", "new site"]);
  expect(status).toBe(0);
  expect(stdout).toBe(
    [".gitignore", "rules/site.pan", "test/guest_test.pan", "vmcs.json", "vms/guest.pan"]
      .map((name) => `new site/${name}\n`)
      .join("")
      .concat("\nNothing was written.\n"),
  );
  expect(existsSync(join(folder, "new site"))).toBe(false);
});

it("a directory with blanks is quoted in what comes next", () => {
  expect(vmcs(["init", "new site"]).stdout).toContain("\n  cd 'new site'\n");
});

for (const [service, { from, to }] of Object.entries(ciServices)) {
  it(`the files for ${service} are those of examples/ci, with a manifest`, () => {
    const { stdout } = vmcs(["init", "--ci", service]);
    expect(read(to)).toBe(readFileSync(repositoryPath(`examples/ci/${from}`), "utf8"));
    expect(JSON.parse(read("package.json")).devDependencies).toHaveProperty("vmcs");
    expect(stdout).toContain("\n  npm install ");
  });
}

it("an unknown template or service is refused, and nothing is written", () => {
  for (const args of [["--template", "mainframe"], ["--ci", "jenkins"], ["--force"], ["a", "b"]]) {
    expect(vmcs(["init", ...args]).status).toBe(2);
  }
  expect(filesIn(folder)).toEqual([]);
});
