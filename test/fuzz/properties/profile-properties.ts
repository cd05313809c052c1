/** Properties of what is handed out: sound profiles only, well-formed files, the same ones every time. */

import { compileCase } from "../compile-case.ts";
import type { Outcome, Property } from "./property.ts";

export const profileProperties: readonly Property[] = [
  {
    name: "no profile of a template with an error",
    every: 1,
    violation: ({ profiles, output }) => {
      const broken = new Set(
        output.diagnostics
          .filter(({ severity }) => severity === "error")
          .map(({ span }) => span.file),
      );
      const found = profiles.find(({ file }) => broken.has(file));
      return found === undefined ? undefined : `${found.name} was handed out`;
    },
  },
  {
    name: "each object template gives a profile or an error",
    every: 1,
    violation: ({ profiles, output }) => {
      const hasError = output.diagnostics.some(({ severity }) => severity === "error");
      return hasError || profiles.length === output.profiles
        ? undefined
        : `${output.profiles} were built, ${profiles.length} handed out, and nothing was said`;
    },
  },
  {
    name: "profiles once each",
    every: 1,
    violation: ({ profiles }) =>
      new Set(profiles.map(({ name }) => name)).size === profiles.length
        ? undefined
        : `${profiles.map(({ name }) => name)}`,
  },
  {
    name: "JSON that can be read",
    every: 2,
    violation: ({ profiles }) => {
      for (const { written } of profiles) {
        const text = written.get("json");
        if (text !== undefined && text !== "") JSON.parse(withoutSpecialDoubles(text));
      }
      return undefined;
    },
  },
  {
    name: "the same templates give the same result",
    every: 16,
    violation: (outcome) => {
      const again = compileCase(outcome.fuzzCase);
      return summary(outcome) === summary(again) ? undefined : "another result the second time";
    },
  },
];

/** Infinity and NaN are written as the reference compiler does, although JSON has no such numbers. */
function withoutSpecialDoubles(text: string): string {
  return text.replaceAll(
    /("(?:[^"\\]|\\.)*")|-?Infinity|NaN/g,
    (_, string: string) => string ?? "0",
  );
}

function summary({ output, profiles }: Pick<Outcome, "output" | "profiles">): string {
  return JSON.stringify([
    output.diagnostics,
    profiles.map(({ name, written }) => [name, [...written]]),
    output.counters,
  ]);
}
