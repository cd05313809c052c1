/** What structure templates make, each by itself. */
import { expect, it } from "vitest";
import { memoryHost } from "../../../../src/host/memory/memory-host.ts";
import { evaluateStructures } from "../../../../src/pan/compiler/evaluate-structures.ts";
import type { TemplateCache } from "../../../../src/pan/compiler/template-store.ts";
import { defaultOptions } from "../../../support/compile.ts";

const files = {
  "/r/good.pan": "structure template good;\n'name' = 'zlib';\ninclude 'more';\n",
  "/r/more.pan": "structure template more;\n'version' = '1.2';\n",
  "/r/bad.pan": "structure template bad;\n'name' = 1 / 0;\n'size' = f(1);\n",
  "/r/law.pan": "declaration template law;\n",
};

function evaluated(cache?: TemplateCache) {
  const host = memoryHost({ files });
  const options = { ...defaultOptions, dialect: "vmcs" as const, includePath: ["/r"] };
  return evaluateStructures(host, ["/r/bad.pan", "/r/good.pan", "/r/law.pan"], options, cache);
}

it("has a dict for each that can be made, with the statement behind each field", () => {
  const { templates } = evaluated();
  expect(templates.map(({ template, made }) => [template.name, made?.keys()])).toEqual([
    ["good", ["name", "version"]],
    ["law", undefined],
  ]);
  expect(templates[0]?.spanOf("version")?.file).toBe("/r/more.pan");
  expect(templates[1]?.spanOf("name")).toBeUndefined();
});

it("shows no template that nobody has written", () => {
  const failing = { ...files, "/r/bad.pan": "structure template bad;\n'name' = error('no');\n" };
  const options = { ...defaultOptions, dialect: "vmcs" as const, includePath: ["/r"] };
  const { templates, diagnostics } = evaluateStructures(
    memoryHost({ files: failing }),
    ["/r/bad.pan"],
    options,
  );
  expect(templates.map(({ made }) => made)).toEqual([undefined]);
  expect(diagnostics.map(({ code }) => code)).toEqual(["user-error"]);
  const places = diagnostics.flatMap(({ span, related }) => [
    span.file,
    ...related.map((one) => one.span.file),
  ]);
  expect(new Set(places)).toEqual(new Set(["/r/bad.pan"]));
});

it("compiles a template that stays the same once, where somebody keeps it", () => {
  const cache: TemplateCache = new Map();
  const [first] = evaluated(cache).templates;
  const [again] = evaluated(cache).templates;
  expect(again?.template).toBe(first?.template);
  expect(again?.made).not.toBe(first?.made);
});
