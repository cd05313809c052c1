/**
 * The code blocks of docs/rules.md: templates are templates, statements are statements of a rule repository, and what
 * commands show is what they show. `vitest run … -u` writes their output into the page.
 */
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { repositoryPath } from "../../../support/repository.ts";
import { rulesRoad } from "./rules-road.ts";

const page = "docs/rules.md";
const text = readFileSync(repositoryPath(page), "utf8");
const block = /^```(\w+)\n([\s\S]*?)^```$/gm;

interface Site {
  readonly files: Record<string, string>;
  /** Statements by themselves, each in a repository of its own. */
  readonly snippets: readonly string[];
}

function siteOf(): Site {
  const files: Record<string, string> = {};
  const snippets: string[] = [];
  for (const [, language = "", code = ""] of text.matchAll(block)) {
    const [, kind, name] = /^(\w+) template ([\w/-]+);/m.exec(code) ?? [];
    if (language === "json") files["rules/repository.json"] = code;
    else if (language !== "pan") continue;
    else if (kind === "object") files[`${name}.pan`] = code;
    else if (name !== undefined) files[`rules/${name}.pan`] = code;
    else snippets.push(code);
  }
  return { files, snippets };
}

describe(page, () => {
  const { files, snippets } = siteOf();

  it("has blocks of known kinds only", () => {
    const kinds = [...text.matchAll(block)].map(([, language]) => language);
    expect(new Set(kinds)).toEqual(new Set(["pan", "text", "json"]));
    expect(text.match(/^```/gm)?.length).toBe(2 * kinds.length);
    expect(snippets.length).toBeGreaterThan(3);
  });

  it.each(snippets)("has statements that are sensible: %s", (snippet) => {
    const rules = { "rules/snippet.pan": `declaration template snippet;\n${snippet}` };
    const road = rulesRoad(rules, ["rules"], [""]);
    expect(road.render(road.loading)).toBe("");
    expect(road.repositories[0]?.rules.length).toBe(snippet.match(/^\w/gm)?.length);
  });

  it("shows what commands show", async () => {
    const road = rulesRoad(files, ["rules"], [""]);
    expect(road.render(road.loading)).toBe("");
    const shown = text.replace(block, (whole, language: string, code: string) => {
      const [line = "", command, file = ""] = /^\$ vmcs (\w+) (\S+)/.exec(code) ?? [];
      if (language !== "text") return whole;
      const { diagnostics, report } = road.resolve(
        file,
        command === "rectify" ? "rectify" : "strict",
      );
      return `\`\`\`text\n${line}\n${road.render(diagnostics)}${report}\`\`\``;
    });
    await expect(shown).toMatchFileSnapshot(repositoryPath(page));
  });
});
