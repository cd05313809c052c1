/** A template that somebody looks at does what it does when nobody looks: the compiler's own fixtures, observed. */
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { lazily } from "../../../src/base/lazily.ts";
import type { CompileOptions } from "../../../src/pan/compiler/options.ts";
import type { TemplateObserver } from "../../../src/pan/evaluator/observer.ts";
import { Coverage } from "../../../src/testing/coverage/coverage.ts";
import { compileText } from "../../support/compile.ts";
import { fixturePath } from "../../support/fixtures.ts";
import { renderCounters, renderOrigins, renderOutcome } from "../../support/render-outcome.ts";
import { filesBelow } from "../../support/repository.ts";

/** Wraps everything that can be wrapped. */
const everything: TemplateObserver = {
  wantsLinks: true,
  statement: (_node, step) => (ctx) => step(ctx),
  expression: (_node, compiled) => ({ ...compiled, run: (ctx) => compiled.run(ctx) }),
};

const observers = [
  ["values", () => () => everything],
  [
    "coverage",
    () => {
      const coverage = new Coverage(() => true);
      return coverage.observe.bind(coverage);
    },
  ],
] as const;

describe.each(["evaluator", "validator"])("fixtures of %s", (folder) => {
  const files = filesBelow(`test/fixtures/${folder}`).filter((file) => file.endsWith(".pan"));

  const texts = new Map(
    files.map((file) => [file, readFileSync(fixturePath(`${folder}/${file}`), "utf8")]),
  );
  const unobserved = lazily(
    () => new Map([...texts].map(([file, text]) => [file, render(text, undefined)])),
  );

  it.each(observers)("are what they are while %s are observed", (_what, observe) => {
    expect(files.length).toBeGreaterThan(5);
    for (const [file, text] of texts) {
      expect(render(text, observe()), file).toBe(unobserved().get(file));
    }
  });
});

function render(text: string, observe: CompileOptions["observe"]): string {
  const outcome = compileText(text, { observe });
  return [renderOutcome(outcome), renderCounters(outcome), renderOrigins(outcome)].join("\n");
}
