/** Every golden still has the input that it was made from. */
import { existsSync } from "node:fs";
import { expect, it } from "vitest";
import { filesBelow, repositoryPath } from "../support/repository.ts";

const goldenEndings = /\.(out|ansi|ast\.txt|tokens\.txt|formatted\.pan)$/;
const caseGoldens = /^(expected\..*|stdout|stderr)$/;
const inputEndings = [".pan", ".tpl", ".json", ".txtar", ".txt", ".cfg", ".xml"];

const files = existsSync(repositoryPath("test/fixtures")) ? filesBelow("test/fixtures") : [];

it("has an input beside each golden of a flat suite", () => {
  const goldens = files.filter((file) => goldenEndings.test(file));
  const orphans = goldens.filter((golden) => !hasInput(golden));
  expect(orphans, "Delete the golden, or give its input the same name").toEqual([]);
});

it("has an input in each case with goldens", () => {
  const cases = new Set(files.filter((file) => caseGoldens.test(nameOf(file))).map(folderOf));
  const inputs = files.filter((file) => !caseGoldens.test(nameOf(file)));
  const empty = [...cases].filter(
    (folder) => !inputs.some((file) => file.startsWith(`${folder}/`)),
  );
  expect(empty, "Delete the folder, or add its input").toEqual([]);
});

function hasInput(golden: string): boolean {
  const stem = golden.replace(goldenEndings, "");
  return inputEndings.some((ending) => files.includes(`${stem}${ending}`));
}

function nameOf(file: string): string {
  return file.slice(file.lastIndexOf("/") + 1);
}

function folderOf(file: string): string {
  return file.slice(0, Math.max(0, file.lastIndexOf("/")));
}
