/** Figures of README.md and docs/comparison.md are those of their sources. */

import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { filesBelow, repositoryPath } from "../support/repository.ts";

const read = (path: string): string => readFileSync(repositoryPath(path), "utf8");
const shown = ["README.md", "docs/comparison.md"].map(read);

it.each([
  ["docs/performance.md", "ten real profiles, formats pan, json, text, dot, dep | 0.78 s | 2.61 s"],
  ["docs/performance.md", "with nothing kept between runs | 0.81 s | 2.61 s"],
  [
    "docs/performance.md",
    "300 worker nodes, formats pan, json, dep; two threads | 4.47 s | 9.51 s",
  ],
  ["docs/performance.md", "memory | 244 MB | 1,855 MiB"],
  ["docs/performance.md", "nothing changed | 0.17 s"],
  ["docs/performance.md", "one template edited | 0.47 s"],
  ["docs/xl-coverage.md", "169 of the 172 keys are written"],
  ["docs/conformance.md", "519 of 519"],
])("%s still says: %s", (page, text) => {
  expect(read(page)).toContain(text);
});

it("counts the mistakes that xl lets through", () => {
  const fixtures = filesBelow("test/fixtures/laxness").filter((name) => name.endsWith(".txtar"));
  for (const page of shown) expect(page).toContain(String(fixtures.length));
});
