/**
 * Every code block of the documentation does what it says. `vitest run test/docs -u` writes what commands print now
 * into the pages.
 */

import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { filesBelow, repositoryPath } from "../support/repository.ts";
import { countBlocks, countFences, replaceBlocks } from "./blocks.ts";
import { PageFiles } from "./page-files.ts";
import { PageRunner } from "./page-runner.ts";

/** Written by scripts, which tests of their own compare with what they would write. */
const generated = /^<!-- (?:Written|Generated) by/m;

const pages = [
  "README.md",
  "templates/README.md",
  ...filesBelow("docs").map((name) => `docs/${name}`),
  ...filesBelow("examples").map((name) => `examples/${name}`),
]
  .filter((page) => page.endsWith(".md"))
  .filter((page) => !generated.test(readFileSync(repositoryPath(page), "utf8")));

describe.each(pages)("%s", (page) => {
  const text = readFileSync(repositoryPath(page), "utf8");

  it("has blocks that begin at the margin and end", () => {
    expect(countFences(text)).toBe(2 * countBlocks(text));
  });

  it("does what it shows", async () => {
    const scratch = mkdtempSync(join(tmpdir(), "vmcs-docs-"));
    try {
      const files = new PageFiles(scratch);
      const runner = new PageRunner(files);
      for (const [, source = ""] of text.matchAll(/^<!-- files: (\S+) -->$/gm)) files.bring(source);
      const problems: string[] = [];
      const shown = await replaceBlocks(text, async (block) => {
        try {
          return await runner.show(block);
        } catch (error) {
          problems.push(`${page}:${block.line}: ${error instanceof Error ? error.message : error}`);
          return undefined;
        }
      });
      expect(problems.join("\n")).toBe("");
      await expect(shown).toMatchFileSnapshot(repositoryPath(page));
    } finally {
      rmSync(scratch, { recursive: true });
    }
  }, 60_000);
});
