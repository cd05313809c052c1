/** `vmcs completions`: bash is asked here; zsh and fish, where they are installed, by `npm run check:completions`. */

import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  type CommandDescription,
  describeCommands,
  describeReference,
} from "../../src/cli/describe-commands.ts";
import { commands } from "../../src/cli/registry.ts";
import { callCommand } from "../support/call-command.ts";
import { bashOffers } from "../support/completion.ts";

describe("vmcs completions bash", () => {
  let folder = "";
  let script = "";
  let described: readonly CommandDescription[] = [];
  const offers = (...words: readonly string[]): string[] => bashOffers(script, words, folder);

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), "vmcs-completions-"));
    script = join(folder, ".script");
    writeFileSync(script, (await callCommand("vmcs", ["completions", "bash"])).stdout);
    writeFileSync(join(folder, "a.pan"), "");
    writeFileSync(join(folder, "b c.pan"), "");
    mkdirSync(join(folder, "vms"));
    described = await describeCommands(commands);
  });

  afterAll(() => rmSync(folder, { recursive: true }));

  it("is a script without mistakes", () => {
    expect(spawnSync("bash", ["-n", script], { encoding: "utf8" }).stderr).toBe("");
  });

  it("offers the commands", () => {
    const names = new Set(commands.map(({ name }) => name));
    expect(offers("vmcs", "")).toEqual([...names, "help", "--help", "--version"]);
    expect(offers("vmcs", "comp")).toEqual(["compile", "completions"]);
    expect(offers("vmcs", "rules", "")).toEqual(["import", "learn"]);
  });

  it("offers each option of each command", () => {
    for (const { name, options } of described) {
      const spelt = options.flatMap(({ short, long }) =>
        short === undefined ? [long] : [short, long],
      );
      expect(offers("vmcs", ...name.split(" "), "-"), name).toEqual(spelt);
    }
  });

  it("offers values, behind a blank and behind =", () => {
    expect(offers("vmcs", "fmt", "--dialect", "")).toEqual(["pan", "vmcs"]);
    expect(offers("vmcs", "fmt", "--dialect", "=")).toEqual(["pan", "vmcs"]);
    expect(offers("vmcs", "fmt", "--dialect", "=", "v")).toEqual(["vmcs"]);
    expect(offers("vmcs", "check", "--diagnostics", "s")).toEqual(["sarif"]);
    expect(offers("vmcs", "fmt", "--width", "")).toEqual([]);
  });

  it("offers files, directories and formats where they can stand", () => {
    expect(offers("vmcs", "fmt", "").toSorted()).toEqual([".script", "a.pan", "b c.pan", "vms"]);
    expect(offers("vmcs", "doc", "--output-dir", "")).toEqual(["vms"]);
    expect(offers("vmcs", "import", "")).toEqual(["xen", "libvirt"]);
    expect(offers("vmcs", "import", "xen", "a")).toEqual(["a.pan"]);
    expect(offers("vmcs", "import", "--output-dir", "=", "vms", "xen", "a")).toEqual(["a.pan"]);
    expect(offers("vmcs", "completions", "")).toEqual(["bash", "zsh", "fish"]);
  });

  it("knows panc, which has options and files but no commands", async () => {
    const { options } = await describeReference();
    const spelt = options.flatMap(({ short, long }) =>
      short === undefined ? [long] : [short, long],
    );
    expect(offers("panc", "-")).toEqual(spelt);
    expect(offers("/usr/bin/panc", "--include-path", "")).toEqual(["vms"]);
    expect(offers("panc", "--formats", "j")).toEqual(["json"]);
    expect(offers("panc", "a")).toEqual(["a.pan"]);
    expect(offers("panc", "a.pan", "--warn")).toEqual(["--warnings"]);
    const loaded = spawnSync("bash", ["-c", `source "${script}"; complete -p panc`], {
      encoding: "utf8",
    });
    expect(loaded.stdout).toBe("complete -F _vmcs panc\n");
  });

  it("offers nothing to a command that does not exist", () => {
    expect(offers("vmcs", "nonsense", "")).toEqual([]);
    expect(offers("vmcs", "nonsense", "--")).toEqual([]);
  });
});

describe("vmcs completions", () => {
  it("knows three shells", async () => {
    for (const shell of ["bash", "zsh", "fish"]) {
      const { status, stdout } = await callCommand("vmcs", ["completions", shell]);
      expect({ status, isScript: stdout.startsWith("#") }).toEqual({ status: 0, isScript: true });
    }
    const { status, stderr } = await callCommand("vmcs", ["completions", "csh"]);
    expect(status).toBe(2);
    expect(stderr).toContain("Allowed choices are bash, zsh, fish");
  });
});
