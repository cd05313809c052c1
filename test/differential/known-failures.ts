/** The cases that are known to fail, with the reason of each, from the table in docs/conformance.md. */
import { readFileSync } from "node:fs";
import { repositoryPath } from "../support/repository.ts";

const row = /^\| `([^`]+)` \| (.+) \|$/gm;

export function readKnownFailures(): ReadonlyMap<string, string> {
  const text = readFileSync(repositoryPath("docs/conformance.md"), "utf8");
  return new Map([...text.matchAll(row)].map(([, name = "", reason = ""]) => [name, reason]));
}
