/** Every value of every example has a history that ends at a statement, and the text of the templates confirms it. */
import { describe, expect, it } from "vitest";
import { nodeHost } from "../../src/host/node/node-host.ts";
import { leavesBelow } from "../../src/pan/history/expand-path.ts";
import { explainPath } from "../../src/pan/history/explain-path.ts";
import type { Explanation } from "../../src/pan/history/explanation.ts";
import { compileHistories } from "../../src/pan/history/profile-history.ts";
import { defaultOptions } from "../support/compile.ts";
import { confirmOrigin } from "../support/confirm-origin.ts";
import { filesIn, repositoryPath } from "../support/repository.ts";

const host = nodeHost();
const examples = filesIn(repositoryPath("examples"))
  .filter((name) => name.endsWith(".pan"))
  .map((name) => `examples/${name}`)
  .filter((file) => /^\s*object\s+template\s/m.test(host.readText(repositoryPath(file)) ?? ""));

describe("explain of the examples", () => {
  let values = 0;

  for (const file of examples) {
    it(`finds where each value of ${file} comes from`, () => {
      const { problems, all } = explained(file);
      expect(problems).toEqual([]);
      values += all.length;
    });
  }

  it("would notice if a value came from somewhere else", () => {
    const { all } = explained("examples/web-server/web-server.pan");
    const swapped = all.map((one, i) => ({
      ...one,
      writes: all[(i + 7) % all.length]?.writes ?? [],
    }));
    const unnoticed = swapped.filter((one) => confirmOrigin(one, textOf).problem === undefined);
    // Neighbours can come from the same statement.
    expect(unnoticed.length).toBeLessThan(all.length / 10);
  });

  it("has seen many values", () => {
    expect(values).toBeGreaterThan(500);
  });
});

function textOf(path: string): string | undefined {
  return host.readText(path);
}

/** What the text of the templates does not confirm. */
function explained(file: string): {
  readonly problems: readonly string[];
  readonly all: readonly Explanation[];
} {
  const problems: string[] = [];
  const all: Explanation[] = [];
  const folders = file.split("/").slice(0, -1);
  const directories = folders.map((_, i) => folders.slice(0, folders.length - i).join("/"));
  const rules = ["rules", "templates"].flatMap((name) =>
    directories.map((directory) => `${directory}/${name}`),
  );
  const includePath = [...directories, ...rules, "rules", "templates"]
    .map(repositoryPath)
    .filter((directory) => host.kind(directory) === "directory");
  compileHistories({
    host,
    files: [repositoryPath(file)],
    options: { ...defaultOptions, dialect: "vmcs", includePath },
    print: () => undefined,
    onProfile(history) {
      for (const terms of leavesBelow(history.profile.root, [], Number.POSITIVE_INFINITY)) {
        if (terms.length === 0) continue;
        const explanation = explainPath(history, terms);
        all.push(explanation);
        const { kind, problem } = confirmOrigin(explanation, textOf);
        if (problem !== undefined) problems.push(`${explanation.path}: ${kind}: ${problem}`);
      }
    },
  });
  return { problems, all };
}
