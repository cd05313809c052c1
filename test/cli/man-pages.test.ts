/** The manual is what the commands tell of themselves. */

import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { renderManPages } from "../../scripts/man/render-man-pages.ts";
import { roff } from "../../scripts/man/roff.ts";
import { describeCommands, describeReference } from "../../src/cli/describe-commands.ts";
import { commands } from "../../src/cli/registry.ts";
import { repositoryPath } from "../support/repository.ts";

const described = await describeCommands(commands);
const reference = await describeReference();
const pages = renderManPages(described, reference);

describe("the manual", () => {
  it("is up to date (npm run docs writes it)", () => {
    const written = readdirSync(repositoryPath("man")).sort();
    const names = pages.map(({ name }) => name);
    expect(written, "Run `npm run docs`").toEqual(names);
    const stale = pages.filter(
      ({ name, content }) => readFileSync(repositoryPath(`man/${name}`), "utf8") !== content,
    );
    const staleNames = stale.map(({ name }) => name);
    expect(staleNames, "Run `npm run docs`").toEqual([]);
  });

  it("is installed by npm", () => {
    // `directories.man` is not enough: npm links only what is listed.
    const { man, files } = JSON.parse(readFileSync(repositoryPath("package.json"), "utf8")) as {
      man: readonly string[];
      files: readonly string[];
    };
    const listed = pages.map(({ name }) => `man/${name}`);
    expect(man, "List it under `man` in package.json").toEqual(listed);
    expect(files).toContain("man");
  });

  it("has each option of each command", () => {
    for (const { name, options } of described) {
      const page = pages.find((one) => one.name === `vmcs-${name.replaceAll(" ", "-")}.1`);
      for (const { long } of options) expect(page?.content).toContain(`\\fB${roff(long)}\\fR`);
    }
  });

  it("has a page of panc, with its options and what it does otherwise than the reference compiler", () => {
    const page = pages.find(({ name }) => name === "panc.1")?.content ?? "";
    for (const { long } of reference.options) expect(page).toContain(`\\fB${roff(long)}\\fR`);
    expect(page).toContain("DIFFERENCES FROM THE REFERENCE COMPILER");
    expect(page).not.toContain("\\fB\\-\\-no\\-debug\\fR");
  });

  it("writes names of formats as they are typed, and the current directory legibly", () => {
    const page = pages.find(({ name }) => name === "vmcs-compile.1")?.content ?? "";
    expect(page).toContain("\npan, xml, json");
    expect(page).toContain("Without it: \\(aq.\\(aq.");
  });

  it("has no text that roff would take for a command", () => {
    expect(roff("a\\b `x` -n 'y'")).toBe("a\\(rsb \\(gax\\(ga \\-n \\(aqy\\(aq");
    expect(roff(".TH")).toBe("\\&.TH");
    expect(roff("'so file")).toBe("\\(aqso file");
    const macros = new Set(["TH", "SH", "TP", "PP", "nh", '\\"']);
    const lines = pages.flatMap(({ content }) => content.split("\n"));
    const odd = lines.filter(
      (line) => /^[.']/.test(line) && !macros.has(line.slice(1).split(" ")[0] ?? ""),
    );
    expect(odd).toEqual([]);
  });
});
