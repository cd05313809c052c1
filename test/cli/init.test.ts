/** `vmcs init`: what it writes works at once, and it never writes over anything. */

import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { ciServices, starters } from "../../src/cli/init-project.ts";
import { callCommand } from "../support/call-command.ts";
import { filesBelow, filesIn, repositoryPath } from "../support/repository.ts";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "vmcs-init-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const vmcs = (args: readonly string[], cwd = folder) => callCommand("vmcs", args, { cwd });
const read = (name: string): string => readFileSync(join(folder, name), "utf8");

it("each folder of starters/ is one that the command knows", () => {
  const folders = new Set(filesBelow("starters").map((file) => file.split("/")[0]));
  expect([...folders].sort()).toEqual(starters.map(({ name }) => name).sort());
});

for (const { name, make } of starters) {
  describe(`a project of ${name}`, () => {
    it("is clean in every respect, and builds", async () => {
      const made = await vmcs(["init", "--template", name]);
      expect(made).toMatchObject({ status: 0, stderr: "" });
      expect(made.stdout).toContain(`\nNext:\n  vmcs check `);
      for (const args of [["check"], ["test"], ["fmt", "--check"], ["lint"], [make]]) {
        const { status, stderr } = await vmcs(args);
        expect({ args, status, stderr }).toEqual({ args, status: 0, stderr: "" });
      }
      expect(filesIn(join(folder, "build")).length).toBeGreaterThan(1);
    });

    it("has a test that looks at what the project says", async () => {
      await vmcs(["init", "--template", name]);
      const test = filesIn(join(folder, "test"))[0] ?? "";
      // Each expectation is turned around: if it still held, it would expect nothing.
      const turned = read(`test/${test}`).replace(/^(valid '[^']*' = )(.*);$/gm, "$1!($2);");
      writeFileSync(join(folder, "test", test), turned);
      const { status, stdout } = await vmcs(["test"]);
      expect(status).toBe(1);
      expect(stdout).toMatch(/\b0 of \d+ expectations met|[1-9]\d* failed/);
    });
  });
}

it("a project builds what its machine boots from, and what sets it up", async () => {
  await vmcs(["init", "--template", "web-server"]);
  await vmcs(["build"]);
  const scripts = filesIn(join(folder, "build")).filter((file) => file.endsWith(".sh"));
  expect(scripts.sort()).toEqual(["web1.image.sh", "web1.seed/make-seed.sh"]);
});

it("the rule of a project bites", async () => {
  await vmcs(["init", "--template", "minimal"]);
  const file = join(folder, "vms/guest.pan");
  writeFileSync(file, readFileSync(file, "utf8").replace("1 * GiB", "128"));
  const { status, stderr } = await vmcs(["check"]);
  expect(status).toBe(1);
  expect(stderr).toContain("our system needs 256 MiB");
});

describe("what is there already", () => {
  it("stays, and then nothing is written at all", async () => {
    writeFileSync(join(folder, "vmcs.json"), "{}\n");
    writeFileSync(join(folder, "rules"), "a file\n");
    const { status, stdout, stderr } = await vmcs(["init"]);
    expect({ status, stdout }).toEqual({ status: 2, stdout: "" });
    expect(stderr).toContain("error[init-in-the-way]");
    expect(stderr).toContain("rules, vmcs.json.");
    expect(filesIn(folder)).toEqual(["rules", "vmcs.json"]);
    expect(read("vmcs.json")).toBe("{}\n");
  });

  it("a second run refuses, a file in the place of the directory too", async () => {
    expect((await vmcs(["init", "site"])).status).toBe(0);
    expect((await vmcs(["init", "site"])).status).toBe(2);
    expect((await vmcs(["init", "site/vmcs.json"])).stderr).toContain("init-in-the-way");
  });

  it("a .gitignore keeps its lines, and gets those that it lacks once", async () => {
    writeFileSync(join(folder, ".gitignore"), "*.log\n/build/");
    await vmcs(["init", "--ci", "gitlab"]);
    expect(read(".gitignore")).toBe("*.log\n/build/\n/node_modules/\n");
  });

  it("a package.json is left alone, and what it needs is told", async () => {
    writeFileSync(join(folder, "package.json"), '{ "name": "site" }\n');
    const { stdout } = await vmcs(["init", "--ci", "github"]);
    expect(stdout).toContain("npm install --save-dev vmcs");
    expect(read("package.json")).toBe('{ "name": "site" }\n');
  });

  it("other files do not matter", async () => {
    mkdirSync(join(folder, "vms"));
    writeFileSync(join(folder, "vms/README.md"), "mine\n");
    expect((await vmcs(["init"])).status).toBe(0);
    expect(read("vms/README.md")).toBe("mine\n");
  });
});

it("a dry run lists the files and writes none", async () => {
  const { status, stdout } = await vmcs(["init", "--template", "minimal", "--dry-run", "new site"]);
  expect(status).toBe(0);
  expect(stdout).toBe(
    [".gitignore", "rules/site.pan", "test/guest_test.pan", "vmcs.json", "vms/guest.pan"]
      .map((name) => `new site/${name}\n`)
      .join("")
      .concat("\nNothing was written.\n"),
  );
  expect(existsSync(join(folder, "new site"))).toBe(false);
});

it("a directory with blanks is quoted in what comes next", async () => {
  expect((await vmcs(["init", "new site"])).stdout).toContain("\n  cd 'new site'\n");
});

for (const [service, { from, to }] of Object.entries(ciServices)) {
  it(`the files for ${service} are those of examples/ci, with a manifest`, async () => {
    const { stdout } = await vmcs(["init", "--ci", service]);
    expect(read(to)).toBe(readFileSync(repositoryPath(`examples/ci/${from}`), "utf8"));
    expect(JSON.parse(read("package.json")).devDependencies).toHaveProperty("vmcs");
    expect(stdout).toContain("\n  npm install ");
  });
}

it("an unknown template or service is refused, and nothing is written", async () => {
  for (const args of [["--template", "mainframe"], ["--ci", "jenkins"], ["--force"], ["a", "b"]]) {
    expect((await vmcs(["init", ...args])).status).toBe(2);
  }
  expect(filesIn(folder)).toEqual([]);
});
