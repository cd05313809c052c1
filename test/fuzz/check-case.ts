/** The oracle: what is wrong with the way a case is treated, if anything. */

import { parseTemplate } from "../../src/pan/syntax/parse-template.ts";
import { compileCase } from "./compile-case.ts";
import type { FuzzCase } from "./fuzz-case.ts";
import { root } from "./memory-source.ts";
import { diagnosticProperties } from "./properties/diagnostic-properties.ts";
import { profileProperties } from "./properties/profile-properties.ts";
import type { Outcome, ParsedFile, Property } from "./properties/property.ts";
import { syntaxProperties } from "./properties/syntax-properties.ts";

export interface Failure {
  /** Name of the property that does not hold, or the step that threw. */
  readonly property: string;
  readonly detail: string;
  /** Failures of one kind have one signature: they are reported once. */
  readonly signature: string;
}

export interface CheckOptions {
  /** Decides which of the properties that are costly are checked. */
  readonly index: number;
  readonly now: () => number;
  /** Longest time for one step, in milliseconds. */
  readonly timeLimit: number;
}

export interface Checked {
  readonly failure: Failure | undefined;
  /** For the statistics: how far the case got. */
  readonly verdict: "syntax" | "evaluation" | "validation" | "sound" | "nothing";
}

export const properties: readonly Property[] = [
  ...syntaxProperties,
  ...diagnosticProperties,
  ...profileProperties,
];

export function checkCase(fuzzCase: FuzzCase, options: CheckOptions): Checked {
  let step = "parsing";
  let outcome: Outcome | undefined;
  const measure = <Result>(name: string, run: () => Result): Result => {
    step = name;
    const start = options.now();
    const result = run();
    const time = options.now() - start;
    if (time > options.timeLimit) throw new TooSlow(name, time);
    return result;
  };
  try {
    const parsed = measure("parsing", () => parseAll(fuzzCase));
    const compiled = measure("compiling", () => compileCase(fuzzCase));
    outcome = { fuzzCase, parsed, ...compiled };
    for (const { name, every, violation } of properties) {
      step = name;
      if (options.index % every !== 0) continue;
      const detail = violation(outcome);
      if (detail !== undefined) return { failure: violated(name, detail), verdict: "nothing" };
    }
    return { failure: undefined, verdict: verdictOf(outcome) };
  } catch (error) {
    return { failure: thrown(step, error), verdict: "nothing" };
  }
}

function parseAll({ dialect, files }: FuzzCase): readonly ParsedFile[] {
  return [...files]
    .filter(([name]) => name.endsWith(".pan"))
    .map(([name, text]) => {
      const file = `${root}/${name}`;
      return {
        name,
        text,
        compile: parseTemplate(text, { file, dialect, mode: "compile" }),
        editor: parseTemplate(text, { file, dialect, mode: "editor" }),
      };
    });
}

class TooSlow extends Error {
  constructor(step: string, time: number) {
    super(`${step} took ${time.toFixed(0)} ms`);
  }
}

function violated(property: string, detail: string): Failure {
  return { property, detail, signature: `${property}: ${withoutNumbers(detail)}` };
}

function thrown(step: string, error: unknown): Failure {
  if (error instanceof TooSlow) {
    return { property: "time", detail: error.message, signature: `time of ${step}` };
  }
  const detail = error instanceof Error ? (error.stack ?? error.message) : String(error);
  const [message = "", ...frames] = detail.split("\n");
  const place = frames.find((frame) => frame.includes("/src/")) ?? frames[0] ?? "";
  return {
    property: step,
    detail,
    signature: `${step} throws: ${withoutNumbers(message)} ${place.trim()}`,
  };
}

/** Offsets and other details differ from input to input. */
function withoutNumbers(text: string): string {
  return text.replaceAll(/\d+/g, "N").slice(0, 120);
}

function verdictOf({ output, profiles }: Outcome): Checked["verdict"] {
  const errors = output.diagnostics.filter(({ severity }) => severity === "error");
  const categories = new Set(errors.map(({ category }) => category));
  for (const category of ["syntax", "evaluation", "validation"] as const) {
    if (categories.has(category)) return category;
  }
  return profiles.length > 0 ? "sound" : "nothing";
}
