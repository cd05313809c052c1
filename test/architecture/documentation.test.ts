/** docs/architecture.md names the folders of src: all that exist, and none that does not. */
import { existsSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { filesBelow, repositoryPath } from "../support/repository.ts";

const architecture = readFileSync(repositoryPath("docs/architecture.md"), "utf8");
const plans = architecture.match(/^Rooms that are planned[\s\S]*?\n\n/m)?.[0] ?? "";

describe("docs/architecture.md", () => {
  it("names every folder of src, two levels deep", () => {
    const folders = [...new Set(filesBelow("src").flatMap(outerFolders))];
    expect(folders.filter((folder) => !architecture.includes(`\`${folder}\``))).toEqual([]);
  });

  it("names no folder of src that does not exist, but for the plans", () => {
    const named = architecture.replace(plans, "").matchAll(/`(src\/[\w/-]+)`/g);
    const missing = [...named].filter(([, folder = ""]) => !existsSync(repositoryPath(folder)));
    expect(missing.map(([, folder]) => folder)).toEqual([]);
  });
});

/** The folders that a file of src is in, two levels deep. */
function outerFolders(file: string): readonly string[] {
  const [first, second, third] = file.split("/");
  if (second === undefined) return [];
  return third === undefined ? [`src/${first}`] : [`src/${first}`, `src/${first}/${second}`];
}
