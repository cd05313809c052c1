/** Directories of the include path, as whoever gave them spelled them. */
import { expect, it } from "vitest";
import { memoryHost } from "../../../../src/host/memory/memory-host.ts";
import { TemplateRepository } from "../../../../src/pan/compiler/template-repository.ts";

it.each([
  ["/site/templates", "/site/./templates"],
  ["/site/templates/hosts", "/site/./templates/hosts"],
  ["/site/templates/library/types", "/site/x/../templates/library/types"],
  ["/site/templates2/hosts", "/site/templates2/hosts"],
  ["/elsewhere", "/elsewhere"],
])("%s is shown as %s", (directory, shown) => {
  const includePath = ["/site/./templates", "/site/x/../templates/library"];
  const repository = new TemplateRepository(memoryHost({ files: {} }), includePath);
  expect(repository.asGiven(directory)).toBe(shown);
});
