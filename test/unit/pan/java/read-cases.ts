/** Cases that state what Java does: `test/fixtures/functions/java/NAME.jsonl`, one JSON object a line. */
import { readFileSync } from "node:fs";
import { repositoryPath } from "../../../support/repository.ts";

export function readCases<Case>(name: string): readonly Case[] {
  const text = readFileSync(repositoryPath(`test/fixtures/functions/java/${name}.jsonl`), "utf8");
  return text
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line) as Case);
}
