/** Every rule proves itself by its examples; what its fixes make of them is in test/fixtures/linter. */
import { describe, expect, it } from "vitest";
import { lintCodes } from "../../../../src/diagnostics/codes/lint.ts";
import { definitions } from "../../../../src/diagnostics/codes.ts";
import { builtins } from "../../../../src/pan/evaluator/builtins/registry.ts";
import { specialForms } from "../../../../src/pan/evaluator/special-forms/registry.ts";
import { fixTemplate } from "../../../../src/pan/linter/fix.ts";
import type { Example, LintRule } from "../../../../src/pan/linter/rule.ts";
import { lintRules } from "../../../../src/pan/linter/rules/registry.ts";
import { defaultSettings, onlyRules } from "../../../../src/pan/linter/settings.ts";
import { builtinsThatAct, builtinsWithoutEffect } from "../../../../src/pan/linter/support/pure.ts";
import { applyEdits } from "../../../../src/text/edit.ts";
import { expectGolden } from "../../../support/fixtures.ts";
import { filesBelow } from "../../../support/repository.ts";
import { filesOf, lintExample, optionsFor } from "./run-lint.ts";

describe("the registry", () => {
  it("has a rule for each id of the table, in order", () => {
    const ids = lintRules.map(({ id }) => id);
    expect(ids).toEqual(
      Object.keys(lintCodes).toSorted(
        (a, b) => Number(a.startsWith("VP")) - Number(b.startsWith("VP")) || (a < b ? -1 : 1),
      ),
    );
  });

  it("has names in kebab-case, each once, and files of these names", () => {
    const names = lintRules.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    expect(names.filter((name) => !/^[a-z]+(-[a-z]+)*$/.test(name))).toEqual([]);
    const files = filesBelow("src/pan/linter/rules").filter((file) => file !== "registry.ts");
    expect(files.toSorted()).toEqual(names.map((name) => `${name}.ts`).toSorted());
  });

  it("has summaries that are sentences", () => {
    expect(lintRules.filter(({ summary }) => !/^[A-Z`].*\.$/.test(summary))).toEqual([]);
  });
});

for (const rule of lintRules) {
  describe(`${rule.id} (${rule.name})`, () => {
    it.each(rule.bad.map((example) => [example]))("refuses %j", (example) => {
      expect(codesIn(example, rule)).toContain(rule.id);
    });

    it.each(rule.good.map((example) => [example]))("accepts %j", (example) => {
      expect(codesIn(example, rule)).toEqual([]);
    });

    it("refuses what its page calls wrong, and accepts what it calls right", () => {
      const { wrong, right } = pageExamples(definitions[rule.id].explanation);
      expect(codesIn(wrong, rule)).toContain(rule.id);
      expect(codesIn(right, rule)).not.toContain(rule.id);
    });

    it("mends what it can", async () => {
      const texts = rule.bad.filter((example) => typeof example === "string");
      for (const text of texts) expectSound(text, rule);
      const shown = texts.map((text) => mended(text, rule)).filter((text) => text !== undefined);
      if (shown.length > 0) await expectGolden(`linter/${rule.id}.txt`, shown.join("\n"));
    });
  });
}

describe("the functions that the rules know", () => {
  it("are those of the evaluator", () => {
    const known = [...builtins.keys(), ...specialForms.keys()].toSorted();
    const told = [...builtinsThatAct, ...builtinsWithoutEffect].toSorted();
    expect(told, "Add it to one of the two lists in src/pan/linter/support/pure.ts").toEqual(known);
  });
});

/** With VP017 all rules are used, as it needs to know what they find. */
function codesIn(example: Example, { id }: LintRule): readonly string[] {
  const ids = id === "VP017" ? [] : [id];
  return lintExample(example, ids)
    .map(({ code }) => code)
    .filter((code) => code === id || !(code in defaultIds));
}

const defaultIds: Readonly<Record<string, true>> = Object.fromEntries(
  [...defaultSettings.keys()].map((id) => [id, true]),
);

/** The examples of an explanation; comments say in which files they are. */
function pageExamples(explanation: string): { readonly wrong: Example; readonly right: Example } {
  const [, wrong = "", right = ""] =
    /\nWrong:\n\n([\s\S]*)\nRight:\n\n([\s\S]*)$/.exec(explanation) ?? [];
  return { wrong: exampleOf(wrong), right: exampleOf(right) };
}

function exampleOf(text: string): Example {
  const code = text.replace(/^ {4}/gm, "").replace(/\n+$/, "");
  if (code.includes("in the first directory")) {
    const content = "template site/defaults;";
    const isTwice = code.includes("again in the second");
    return {
      "first/site/defaults.pan": content,
      ...(isTwice ? { "second/site/defaults.pan": content } : {}),
    };
  }
  const [, path = "example.pan", body = code] = /^# in (\S+)\n([\s\S]*)$/.exec(code) ?? [];
  const isWhole = /\btemplate\b/.test(body.split("\n", 2).join(" "));
  const name = path.replace(/\.pan$/, "");
  const files = { [path]: isWhole ? body : `object template ${name};\n${body}` };
  for (const [other, kind] of included) {
    if (body.includes(`'${other}'`)) files[`${other}.pan`] = `${kind} template ${other};`;
  }
  return files;
}

/** Templates that the examples of pages take for granted. */
const included = [
  ["site/types", "declaration"],
  ["site/remembered", "unique"],
] as const;

/** What has fixes is mended by them: `fixTemplate` leaves alone what a fix would break, and says nothing of it. */
function expectSound(text: string, rule: LintRule): void {
  for (const { code, fixes } of lintExample(text, [rule.id])) {
    const [fix] = fixes;
    if (code !== rule.id || fix === undefined) continue;
    const after = applyEdits(text, fix.edits);
    const broken = lintExample(after, [rule.id]).filter(({ category }) => category === "syntax");
    expect(broken, `"${fix.title}" makes of it what is no template:\n${after}`).toEqual([]);
  }
}

/** An example before and after its rule's fixes; undefined if it has none. */
function mended(text: string, rule: LintRule): string | undefined {
  const settings = onlyRules([rule.id], defaultSettings);
  const options = optionsFor(filesOf(text), { settings });
  const result = fixTemplate({ path: "example.pan", text }, options);
  return result.fixed === 0 ? undefined : `--- ${result.fixed}\n${text}\n+++\n${result.text}\n`;
}
