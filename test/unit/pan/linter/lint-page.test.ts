import { existsSync, readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { isMendable, renderLintPage } from "../../../../scripts/lint/render-lint-page.ts";
import { lintRules } from "../../../../src/pan/linter/rules/registry.ts";
import { fixturePath } from "../../../support/fixtures.ts";
import { repositoryPath } from "../../../support/repository.ts";

it("docs/lint.md is up to date (npm run docs writes it)", () => {
  const page = readFileSync(repositoryPath("docs/lint.md"), "utf8");
  expect(page === renderLintPage(), "Run `npm run docs`").toBe(true);
});

it("the page marks the rules that mend their examples", () => {
  const mending = lintRules.filter(({ id }) => existsSync(fixturePath(`linter/${id}.txt`)));
  expect(lintRules.filter(isMendable)).toEqual(mending);
});
