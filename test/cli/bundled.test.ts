/**
 * What is bundled does what the sources do: of each command the shortest case of fixtures/cli runs as a process, and gives
 * the golden that it gives inside the test.
 */
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { commands } from "../../src/cli/registry.ts";
import { callCommand } from "../support/call-command.ts";
import { runCommand } from "../support/command.ts";
import { expectGolden, fixturePath } from "../support/fixtures.ts";
import { filesBelow } from "../support/repository.ts";
import { runs, thoroughly } from "../support/runs.ts";
import { commandLines, showCase } from "./show-case.ts";

const cases = filesBelow("test/fixtures/cli")
  .filter((name) => name.endsWith(".txtar"))
  .map((name) => {
    const text = readFileSync(fixturePath(`cli/${name}`), "utf8");
    return { name, text, lines: commandLines(text) };
  });

/** Longer ones take a process for each line. */
const mostLines = runs(2, Number.POSITIVE_INFINITY);

/** `vmcs fmt`, `panc`. */
const named = ["panc", ...commands.map(({ name }) => `vmcs ${name}`)];

const shortest = new Map(
  named.map((command) => {
    const those = cases.filter(
      ({ lines }) =>
        lines.length <= mostLines && lines.some((line) => line.startsWith(`${command} `)),
    );
    return [command, those.toSorted((a, b) => a.lines.length - b.lines.length)[0]];
  }),
);

describe("a bundled command does what its sources do", () => {
  for (const found of new Set([...shortest.values()].filter((each) => each !== undefined))) {
    it(found.name, async () => {
      const golden = `cli/${found.name.replace(/txtar$/, "out")}`;
      await expectGolden(golden, await showCase(found.text, runCommand));
    });
  }

  it("vmcs completions, which loads all commands", async () => {
    const args = ["completions", "bash"];
    expect(runCommand("vmcs", args)).toEqual(await callCommand("vmcs", args));
  });

  // Those with longer cases only, and those that talk or wait, of which other tests start the process.
  thoroughly(() => {
    for (const [command] of [...shortest].filter(([, found]) => found === undefined)) {
      it(`${command} --help`, async () => {
        const args = [...command.split(" ").slice(1), "--help"];
        expect(runCommand("vmcs", args)).toEqual(await callCommand("vmcs", args));
      });
    }
  });
});
