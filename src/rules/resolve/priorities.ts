/** What gives way to what: lower numbers come first (design of the rule language, "Resolver"). */

export const priorities = {
  givenHardware: 10,
  givenSystem: 11,
  givenSoftware: 12,
  givenVersion: 13,
  conditionDefault: 15,
  /** Suggestions follow, up to 30, by their own priorities. */
  suggestion: 20,
  siteDefault: 40,
  suggestedDefault: 41,
  locked: 45,
} as const;

/** Of what the description says, hardware is given up last: it is what the machine costs. */
export function priorityOfPath(path: string): number {
  if (path.startsWith("/hardware")) return priorities.givenHardware;
  return path.startsWith("/software") ? priorities.givenSoftware : priorities.givenSystem;
}

const lowest = 9999;

/** From 20 to below 30, in the order of the suggestions' own priorities. */
export function priorityOfSuggestion(priority: number): number {
  return priorities.suggestion + Math.min(Math.max(priority, 0), lowest) / 1000;
}
