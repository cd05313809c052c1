/** `vmcs fmt` as editors and pipes use it: text in, layout out. What it does to files is in fixtures/cli/fmt.txtar. */

import { chmodSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { callCommand } from "../support/call-command.ts";
import { runCommand } from "../support/command.ts";

const badly = "template   a;\n'/a'=1;\n";
const well = "template a;\n\n'/a' = 1;\n";

describe("vmcs fmt of standard input", () => {
  it("prints the layout", () => {
    const { status, stdout, stderr } = runCommand("vmcs", ["fmt", "-"], { input: badly });
    expect({ status, stdout, stderr }).toEqual({ status: 0, stdout: well, stderr: "" });
  });

  it("prints what needs no change as it is", () => {
    const { status, stdout } = runCommand("vmcs", ["fmt", "-"], { input: well });
    expect({ status, stdout }).toEqual({ status: 0, stdout: well });
  });

  it("prints nothing but diagnostics for what has syntax errors, under the name of the file", () => {
    const args = ["fmt", "--stdin-filepath", "site/a.pan"];
    const { status, stdout, stderr } = runCommand("vmcs", args, {
      input: "template a;\n'/a' = ;\n",
    });
    expect({ status, stdout }).toEqual({ status: 1, stdout: "" });
    expect(stderr).toContain("site/a.pan:2:");
  });

  it("tells with --check whether it would change, and shows how with --diff", () => {
    const args = ["fmt", "--stdin-filepath", "site/a.pan"];
    const check = runCommand("vmcs", [...args, "--check"], { input: badly });
    expect({ ...check, stderr: "" }).toMatchObject({ status: 11, stdout: "site/a.pan\n" });
    const diff = runCommand("vmcs", [...args, "--diff"], { input: badly });
    expect(diff.status).toBe(11);
    expect(diff.stdout).toContain("+'/a' = 1;\n");
    expect(runCommand("vmcs", [...args, "--check"], { input: well }).status).toBe(0);
  });
});

describe("vmcs fmt of a file", () => {
  it("leaves alone what is not in UTF-8", async () => {
    await inFolder(async (folder) => {
      const latin1 = Buffer.from("template   a; # caf\u00e9\n", "latin1");
      writeFileSync(join(folder, "a.pan"), latin1);
      const { status, stderr } = await callCommand("vmcs", ["fmt", "a.pan"], { cwd: folder });
      expect(status).toBe(1);
      expect(stderr).toContain("file-not-utf8");
      expect(readFileSync(join(folder, "a.pan")).equals(latin1)).toBe(true);
    });
  });

  it("touches only what changes, and keeps its mode", async () => {
    await inFolder(async (folder) => {
      writeFileSync(join(folder, "a.pan"), badly);
      chmodSync(join(folder, "a.pan"), 0o640);
      writeFileSync(join(folder, "b.pan"), well);
      const before = statSync(join(folder, "b.pan")).ino;
      const { stdout } = await callCommand("vmcs", ["fmt"], { cwd: folder });
      expect(stdout).toBe("a.pan\n");
      expect(readFileSync(join(folder, "a.pan"), "utf8")).toBe(well);
      expect(statSync(join(folder, "a.pan")).mode & 0o777).toBe(0o640);
      expect(statSync(join(folder, "b.pan")).ino).toBe(before);
    });
  });
});

async function inFolder(use: (folder: string) => Promise<void>): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "vmcs-fmt-"));
  try {
    await use(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
