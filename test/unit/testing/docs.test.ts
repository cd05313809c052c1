/**
 * The code blocks of docs/testing.md: templates are put where their names lead (tests into `test`), and commands are
 * run there in the order of the page. `vitest run … -u` writes their output into the page.
 */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { runCommand } from "../../support/command.ts";
import { repositoryPath } from "../../support/repository.ts";

const page = "docs/testing.md";
const text = readFileSync(repositoryPath(page), "utf8");
const block = /^```(\w+)\n([\s\S]*?)^```$/gm;

describe(page, () => {
  let folder = "";

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), "vmcs-docs-"));
    for (const [, language, code = ""] of text.matchAll(block)) {
      if (language === "pan") put(fileOf(code), code);
    }
  });

  afterAll(() => rmSync(folder, { recursive: true }));

  function put(file: string, content: string): void {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), content);
  }

  it("has blocks of known kinds only", () => {
    const kinds = [...text.matchAll(block)].map(([, language]) => language);
    expect(new Set(kinds)).toEqual(new Set(["pan", "text"]));
    expect(text.match(/^```/gm)?.length).toBe(2 * kinds.length);
  });

  it("shows what commands show", async () => {
    const shown = text.replace(block, (whole, language: string, code: string) => {
      if (language !== "text") return whole;
      const lines = [...code.matchAll(/^\$ vmcs (.*)$/gm)].map(([, words = ""]) => words);
      const runs = lines.map((words) => `$ vmcs ${words}\n${outputOf(words)}`);
      return `\`\`\`text\n${runs.join("")}\`\`\``;
    });
    await expect(shown).toMatchFileSnapshot(repositoryPath(page));
  });

  function outputOf(words: string): string {
    const args = words.split(" ").map((word) => word.replace(/^'(.*)'$/, "$1"));
    const { status, stdout, stderr } = runCommand("vmcs", args, { cwd: folder });
    expect(status, stderr).toBeLessThan(2);
    return `${stdout}${stderr}`.replace(/ in \d+ ms$/gm, " in 40 ms");
  }
});

function fileOf(code: string): string {
  const [, name = ""] = /template ([\w/-]+);/.exec(code) ?? [];
  return name.endsWith("_test") ? `test/${name}.pan` : `${name}.pan`;
}
