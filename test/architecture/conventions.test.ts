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
    expect(filesWith(sources, /^export (default\b|\{[^}]*\bas default\b)/m)).toEqual([]);
  });

  it("re-exports only in index.ts, and by name", () => {
    const inner = sources.filter(({ file }) => file !== "index.ts");
    expect(filesWith(inner, /^export (type )?(\{[^}]*\}|\*.*) from /m)).toEqual([]);
    expect(filesWith(sources, /^export (type )?\*/m)).toEqual([]);
  });

  it("has no locale, clock or chance outside the host and the commands", () => {
    const forbidden =
      /\.(localeCompare|toLocale\w+)\(|\bIntl\.|\bDate\.now\(|\bnew Date\(\)|\bMath\.random\(/;
    expect(filesWith(core, forbidden)).toEqual([]);
  });

  it("throws only what an invariant throws", () => {
    expect(filesWith(core, /\bthrow new (Error|TypeError|RangeError)\(/)).toEqual([]);
  });

  it("is written in LF and ends each file with one", () => {
    const others = sources.filter(({ text }) => text.includes("\r") || !text.endsWith("\n"));
    expect(others.map(({ file }) => file)).toEqual([]);
  });
});

function filesWith(
  files: readonly { readonly file: string; readonly text: string }[],
  pattern: RegExp,
): readonly string[] {
  return files.filter(({ text }) => pattern.test(text)).map(({ file }) => file);
}
