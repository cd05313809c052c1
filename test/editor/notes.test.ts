/** The configurations in docs/editors.md that are data can be read, and name the command and the language. */

import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { repositoryPath } from "../support/repository.ts";

const notes = readFileSync(repositoryPath("docs/editors.md"), "utf8");

function blocks(language: string): readonly string[] {
  return [...notes.matchAll(new RegExp(`\`\`\`${language}\\n([\\s\\S]*?)\`\`\``, "g"))].map(
    ([, text]) => text ?? "",
  );
}

describe("docs/editors.md", () => {
  it("has settings of Sublime Text that are JSON", () => {
    const [settings] = blocks("json")
      .map((text) => JSON.parse(text))
      .filter(({ clients }) => clients !== undefined);
    expect(settings.clients.vmcs).toMatchObject({
      command: ["vmcs", "lsp"],
      selector: "source.pan",
    });
  });

  it("has a syntax of Sublime Text whose patterns compile", () => {
    const [text = "", ...others] = blocks("yaml");
    expect(others).toEqual([]);
    const syntax = parse(text.replace("%YAML 1.2\n---\n", "")) as {
      readonly file_extensions: readonly string[];
      readonly contexts: Readonly<Record<string, readonly { readonly match?: string }[]>>;
    };
    expect(syntax.file_extensions).toEqual(["pan", "tpl"]);
    const patterns = Object.values(syntax.contexts).flatMap((rules) =>
      rules.flatMap(({ match }) => match ?? []),
    );
    expect(patterns.length).toBeGreaterThan(10);
    for (const pattern of patterns) expect(() => new RegExp(pattern)).not.toThrow();
  });

  it("names the command in every configuration", () => {
    const configured = ["lua", "toml", "elisp", "vim"].flatMap(blocks);
    expect(configured).toHaveLength(5);
    for (const text of configured) expect(text).toMatch(/vmcs['"],? ['"]lsp|command = "vmcs"/);
  });
});
