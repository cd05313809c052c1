/** What npm installs: with the pages and pictures that README.md leads to. */

import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { repositoryPath } from "../support/repository.ts";

const read = (path: string): string => readFileSync(repositoryPath(path), "utf8");

it("has what README.md links to", () => {
  const { files } = JSON.parse(read("package.json")) as { readonly files: readonly string[] };
  // npm takes these along, whatever is listed.
  const installed = [...files, "LICENSE"];
  const links = [...read("README.md").matchAll(/\]\(([^)#\s]+)[^)\s]*\)/g)].map(([, link]) => link);
  const missing = links.filter(
    (link = "") =>
      !/^https?:/.test(link) &&
      !installed.some((path) => link === path || link.startsWith(`${path}/`)),
  );
  expect(missing, "List it under files in package.json").toEqual([]);
});
