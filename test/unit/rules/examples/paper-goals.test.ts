/** Each sentence of the paper's goals 2 and 3 is an example, and what comes out of it is golden. */
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { filesBelow, repositoryPath } from "../../../support/repository.ts";
import { rulesRoad } from "./rules-road.ts";

const files: Record<string, string> = {};
for (const folder of ["rules", "templates", "examples/rules"]) {
  for (const file of filesBelow(folder)) {
    files[`${folder}/${file}`] = readFileSync(repositoryPath(`${folder}/${file}`), "utf8");
  }
}
const examples = Object.keys(files)
  .filter((path) => path.endsWith("/repositories.txt"))
  .map((path) => path.replace(/\/repositories\.txt$/, ""));

describe("the examples of the paper's goals", () => {
  it("are all in the table of the README, and the table has no other", () => {
    const table = [...(files["examples/rules/README.md"] ?? "").matchAll(/^\| `([\w-]+)` \|/gm)];
    expect(table.map(([, name]) => `examples/rules/${name}`).toSorted()).toEqual(examples);
  });

  for (const example of examples) {
    it(example, async () => {
      const golden = repositoryPath(`${example}/expected.txt`);
      await expect(resultsOf(example)).toMatchFileSnapshot(golden);
    });
  }
});

/** Every description with every line of repositories, strict and rectified. */
function resultsOf(example: string): string {
  const lines = (files[`${example}/repositories.txt`] ?? "").trimEnd().split("\n");
  const machines = Object.entries(files)
    .filter(([path, text]) => path.startsWith(`${example}/`) && /^object template/m.test(text))
    .map(([path]) => path);
  return lines
    .flatMap((line) => machines.map((machine) => resultOf(example, line, machine)))
    .join("\n");
}

function resultOf(example: string, line: string, machine: string): string {
  const folders = line.split(" ").map((folder) => folder.replace(/^\.\//, `${example}/`));
  const road = rulesRoad(files, folders, [example, "templates"]);
  const name = machine.slice(example.length + 1);
  const results = (["strict", "rectify"] as const).map((mode) => {
    const { diagnostics, report } = road.resolve(machine, mode);
    const shown = road.render(diagnostics) + report;
    return `-- ${mode === "strict" ? "resolve" : "rectify"} ${name}\n${shown}`;
  });
  const loading = road.render(road.loading());
  const text = `== ${line}\n${loading}${results.join("")}`;
  return text.replaceAll(`${example}/`, "");
}
