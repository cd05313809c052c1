/**
 * Patterns of paths, such as `/network/interfaces/eth?`: a star is any text within a step, two alone are any number of
 * steps, and what stands below a path that matches matches as well.
 */

import type { Step } from "./change.ts";

export interface PathPattern {
  readonly text: string;
  readonly steps: readonly (RegExp | "**")[];
}

export function compilePattern(text: string): PathPattern {
  const names = text.split("/").filter((name) => name !== "");
  return { text, steps: names.map((name) => (name === "**" ? name : stepPattern(name))) };
}

export function matchesPattern({ steps }: PathPattern, path: readonly Step[]): boolean {
  return matchesFrom(steps, 0, path.map(nameOf), 0);
}

function matchesFrom(
  pattern: PathPattern["steps"],
  i: number,
  path: readonly string[],
  j: number,
): boolean {
  const step = pattern[i];
  if (step === undefined) return true;
  if (step === "**") {
    for (let k = j; k <= path.length; k++) {
      if (matchesFrom(pattern, i + 1, path, k)) return true;
    }
    return false;
  }
  const name = path[j];
  return name !== undefined && step.test(name) && matchesFrom(pattern, i + 1, path, j + 1);
}

function stepPattern(name: string): RegExp {
  return new RegExp(`^${name.replace(/[\s\S]/gu, translated)}$`, "u");
}

function translated(letter: string): string {
  if (letter === "*") return "[\\s\\S]*";
  if (letter === "?") return "[\\s\\S]";
  return letter.replace(/[\\^$.+()[\]{}|/]/u, "\\$&");
}

function nameOf(step: Step): string {
  return String(typeof step === "object" ? step.value : step);
}
