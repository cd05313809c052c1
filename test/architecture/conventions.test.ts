/** Conventions of the style of this repository that no linter rule covers, read off the text of src. */
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { filesBelow, repositoryPath } from "../support/repository.ts";

const outside = /^(host\/node|cli)\//;
const sources = filesBelow("src")
  .filter((file) => file.endsWith(".ts"))
  .map((file) => ({ file, text: readFileSync(repositoryPath(`src/${file}`), "utf8") }));
const core = sources.filter(({ file }) => !outside.test(file));

describe("src", () => {
  it("has no default export", () => {
    const found = filesWith(sources, /^export (default\b|\{[^}]*\bas default\b)/m);
    expect(found, "Export it by its name").toEqual([]);
  });

  it("re-exports only in index.ts, and by name", () => {
    const inner = sources.filter(({ file }) => file !== "index.ts");
    const passedOn = filesWith(inner, /^export (type )?(\{[^}]*\}|\*.*) from /m);
    expect(passedOn, "Import it from the file that defines it").toEqual([]);
    expect(filesWith(sources, /^export (type )?\*/m), "List the names").toEqual([]);
  });

  it("has no locale, clock or chance outside the host and the commands", () => {
    const forbidden =
      /\.(localeCompare|toLocale\w+)\(|\bIntl\.|\bDate\.now\(|\bnew Date\(\)|\bMath\.random\(/;
    const advice = "Compare with src/base/compare.ts, and ask the Host for time";
    expect(filesWith(core, forbidden), advice).toEqual([]);
  });

  it("throws only what an invariant throws", () => {
    const found = filesWith(core, /\bthrow new (Error|TypeError|RangeError)\(/);
    const advice = "Report a Diagnostic if the user is wrong, call invariant() if we are";
    expect(found, advice).toEqual([]);
  });

  it("is written in LF and ends each file with one", () => {
    const others = sources.filter(({ text }) => text.includes("\r") || !text.endsWith("\n"));
    const names = others.map(({ file }) => file);
    expect(names, "Run `npm run format`").toEqual([]);
  });
});

function filesWith(
  files: readonly { readonly file: string; readonly text: string }[],
  pattern: RegExp,
): readonly string[] {
  return files.filter(({ text }) => pattern.test(text)).map(({ file }) => file);
}
