/** The manual is what the commands tell of themselves. */

import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { renderManPages } from "../../scripts/man/render-man-pages.ts";
import { roff } from "../../scripts/man/roff.ts";
import { describeCommands } from "../../src/cli/describe-commands.ts";
import { commands } from "../../src/cli/registry.ts";
import { repositoryPath } from "../support/repository.ts";

const described = await describeCommands(commands);
const pages = renderManPages(described);

describe("the manual", () => {
  it("is up to date (npm run docs writes it)", () => {
    const written = readdirSync(repositoryPath("man")).sort();
    expect(written).toEqual(pages.map(({ name }) => name));
    const stale = pages.filter(
      ({ name, content }) => readFileSync(repositoryPath(`man/${name}`), "utf8") !== content,
    );
    expect(stale.map(({ name }) => name)).toEqual([]);
  });

  it("is installed by npm", () => {
    const { directories, files } = JSON.parse(
      readFileSync(repositoryPath("package.json"), "utf8"),
    ) as { directories: { man: string }; files: readonly string[] };
    expect(directories.man).toBe("man");
    expect(files).toContain("man");
  });

  it("has each option of each command", () => {
    for (const { name, options } of described) {
      const page = pages.find((one) => one.name === `vmcs-${name.replaceAll(" ", "-")}.1`);
      for (const { long } of options) expect(page?.content).toContain(`\\fB${roff(long)}\\fR`);
    }
  });

  it("has no text that roff would take for a command", () => {
    expect(roff("a\\b `x` -n 'y'")).toBe("a\\(rsb \\(gax\\(ga \\-n \\(aqy\\(aq");
    expect(roff(".TH")).toBe("\\&.TH");
    expect(roff("'so file")).toBe("\\(aqso file");
    const macros = new Set(["TH", "SH", "TP", "nh", '\\"']);
    const lines = pages.flatMap(({ content }) => content.split("\n"));
    const odd = lines.filter(
      (line) => /^[.']/.test(line) && !macros.has(line.slice(1).split(" ")[0] ?? ""),
    );
    expect(odd).toEqual([]);
  });
});
