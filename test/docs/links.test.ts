/** Links between pages, and to files, lead somewhere; and each page of docs can be found from its index. */

import { existsSync, readFileSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { anchor } from "../../scripts/reference/markdown.ts";
import { filesBelow, repositoryPath } from "../support/repository.ts";

const inDocs = filesBelow("docs").filter((name) => name.endsWith(".md"));
const pages = [
  "README.md",
  "templates/README.md",
  "rules/README.md",
  "test/README.md",
  ...inDocs.map((name) => `docs/${name}`),
];

const read = (path: string): string => readFileSync(repositoryPath(path), "utf8");

describe.each(pages)("%s", (page) => {
  it("has links that lead somewhere", () => {
    const dead = [...linksOf(page)].filter((link) => !leadsSomewhere(page, link));
    expect(dead).toEqual([]);
  });
});

it("docs/README.md names each page of docs", () => {
  const named = new Set([...linksOf("docs/README.md")].map((link) => link.replace(/#.*/, "")));
  expect(inDocs.filter((name) => name !== "README.md" && !named.has(name))).toEqual([]);
});

/** Outside of code. */
function linksOf(page: string): ReadonlySet<string> {
  const text = read(page)
    .replace(/^```[\s\S]*?^```$/gm, "")
    .replace(/`[^`\n]*`/g, "");
  const links = [...text.matchAll(/\]\(([^)\s]+)\)/g)].map(([, link = ""]) => link);
  return new Set(links.filter((link) => !/^https?:/.test(link)));
}

function leadsSomewhere(page: string, link: string): boolean {
  const [file = "", place] = link.split("#");
  const path = file === "" ? page : join(dirname(page), file);
  if (!existsSync(repositoryPath(path))) return false;
  if (place === undefined || statSync(repositoryPath(path)).isDirectory()) return true;
  const headings = [...read(path).matchAll(/^#+ (.*)$/gm)].map(([, heading = ""]) =>
    anchor(heading),
  );
  return headings.includes(place);
}
