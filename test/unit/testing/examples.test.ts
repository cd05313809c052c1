/** The tests of the example pass, and run all of its templates. */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { callCommand } from "../../support/call-command.ts";
import { repositoryPath } from "../../support/repository.ts";

const folder = repositoryPath("examples/testing");

describe("examples/testing", () => {
  it("passes, with full coverage", async () => {
    const { status, stdout, stderr } = await callCommand("vmcs", ["test", "--ci", "--coverage"], {
      cwd: folder,
    });
    expect(stderr).toBe("");
    expect(status).toBe(0);
    expect(stdout).toMatch(/^7 tests: 7 passed; 20 of 20 expectations met in/m);
    expect(stdout).toMatch(/^all +100\.0 % .* 100\.0 % .* 100\.0 %/m);
  });

  it("notices a change of each template", async () => {
    const copy = mkdtempSync(join(tmpdir(), "vmcs-example-"));
    try {
      cpSync(folder, copy, { recursive: true });
      for (const [file, text, other] of changes) {
        const path = join(copy, file);
        const before = readFileSync(path, "utf8");
        expect(before).toContain(text);
        writeFileSync(path, before.replace(text, other));
        const { status, stderr } = await callCommand("vmcs", ["test", "--ci"], { cwd: copy });
        expect(status, `${file}\n${stderr}`).toBe(1);
        writeFileSync(path, before);
      }
    } finally {
      rmSync(copy, { recursive: true });
    }
  });
});

const changes = [
  ["site/sizes.pan", "8 * PEOPLE", "9 * PEOPLE"],
  ["site/sizes.pan", "PEOPLE > 100", "PEOPLE > 101"],
  ["site/sizes.pan", "PEOPLE < 1", "PEOPLE < 0"],
  ["site/admins.pan", "ALL=(ALL) ALL", "ALL=(ALL) NOPASSWD:ALL"],
  ["vms/shop.pan", "'size', 10 * GiB", "'size', 11 * GiB"],
] as const;
