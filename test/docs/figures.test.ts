/** Figures of README.md and docs/comparison.md are those of their sources. */

import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { filesBelow, repositoryPath } from "../support/repository.ts";

const read = (path: string): string => readFileSync(repositoryPath(path), "utf8");
const shown = ["README.md", "docs/comparison.md"].map(read);

/** Rows of a page's tables: their cells by the first one. */
function rowsOf(page: string): ReadonlyMap<string, readonly string[]> {
  const rows = [...read(page).matchAll(/^\| (.*) \|$/gm)].map(([, row = ""]) => row.split(" | "));
  return new Map(rows.map(([name = "", ...cells]) => [name, cells]));
}

/** Row of docs/comparison.md → row of docs/performance.md. */
const sameFigures = {
  "… built, with nothing kept between runs": "… with nothing kept between runs",
  "300 worker nodes, two threads": "300 worker nodes, formats pan, json, dep; two threads",
  "… memory": "… memory",
  "… nothing changed": "… nothing changed",
  "… one template edited": "… one template edited",
};

it.each(Object.entries(sameFigures))("compares what was measured: %s", (shownAs, measuredAs) => {
  const [own = "", other = ""] = rowsOf("docs/comparison.md").get(shownAs) ?? [];
  const [ownMeasured, otherMeasured = ""] = rowsOf("docs/performance.md").get(measuredAs) ?? [];
  expect(own).toBe(ownMeasured);
  if (/\d/.test(otherMeasured)) expect(other).toBe(otherMeasured);
});

it.each([
  ["docs/xl-coverage.md", "169 of the 172 keys are written"],
  ["docs/conformance.md", "519 of 519"],
])("%s still says: %s", (page, text) => {
  expect(read(page)).toContain(text);
});

it("counts the mistakes that xl lets through", () => {
  const fixtures = filesBelow("test/fixtures/laxness").filter((name) => name.endsWith(".txtar"));
  for (const page of shown) expect(page).toContain(String(fixtures.length));
});
