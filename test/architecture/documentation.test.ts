/** docs/architecture.md names the folders of src: all that exist, and none that does not. */
import { existsSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { filesBelow, repositoryPath } from "../support/repository.ts";

const architecture = readFileSync(repositoryPath("docs/architecture.md"), "utf8");

describe("docs/architecture.md", () => {
  it("names every folder of src, two levels deep", () => {
    const folders = [...new Set(filesBelow("src").flatMap(outerFolders))];
    const unnamed = folders.filter((folder) => !architecture.includes(`\`${folder}\``));
    expect(unnamed, "Say in the table of docs/architecture.md what lives there").toEqual([]);
  });

  it("names no folder of src that does not exist", () => {
    const named = architecture.matchAll(/`(src\/[\w/-]+)`/g);
    const missing = [...named].filter(([, folder = ""]) => !existsSync(repositoryPath(folder)));
    const gone = missing.map(([, folder]) => folder);
    expect(gone, "Remove it from docs/architecture.md, or correct its name").toEqual([]);
  });

  it("names functions where they are", () => {
    const named = [...architecture.matchAll(/`(src\/[\w/-]+\.ts):(\w+)`/g)];
    expect(named.length).toBeGreaterThan(20);
    const missing = named.filter(([, file = "", name = ""]) => !declares(file, name));
    expect(missing.map(([text]) => text)).toEqual([]);
  });
});

/** Whether a file of src declares a function, a constant or a method. */
function declares(file: string, name: string): boolean {
  if (!existsSync(repositoryPath(file))) return false;
  const text = readFileSync(repositoryPath(file), "utf8");
  return new RegExp(
    `\\b(?:function|const) ${name}\\b|^ {2}(?:private |async )*${name}\\(`,
    "m",
  ).test(text);
}

/** The folders that a file of src is in, two levels deep. */
function outerFolders(file: string): readonly string[] {
  const [first, second, third] = file.split("/");
  if (second === undefined) return [];
  return third === undefined ? [`src/${first}`] : [`src/${first}`, `src/${first}/${second}`];
}
