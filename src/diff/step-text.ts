/** Paths of changes as people read them: `/network/routes[to=default]/via`. */

import { propertyText } from "../pan/profile/property-text.ts";
import type { Step } from "./change.ts";

export function stepsText(steps: readonly Step[]): string {
  if (steps.length === 0) return "/";
  return steps.map(stepText).join("");
}

function stepText(step: Step): string {
  if (typeof step !== "object") return `/${step}`;
  const value = propertyText(step.value);
  return step.by === undefined ? `[${value}]` : `[${step.by}=${value}]`;
}
