/** Values that must not be shown, told by where they stand and by what they look like. */

import type { ShownLeaf, Step } from "./change.ts";

const secretName = /pass(?:w|phrase)|pwd|secret|credential|private.?key|api.?key|token/i;
const secretText =
  /(?:pass(?:w\w*|phrase)|secret|token)\s*[=:]\s*\S|-----BEGIN [A-Z ]*PRIVATE KEY/i;
/** What a description says instead of a secret: where it is. */
const reference = /^(?:file:\/|env:)/;

export function isSecret(steps: readonly Step[], leaf: ShownLeaf | undefined): boolean {
  if (leaf === undefined || typeof leaf.value !== "string" || leaf.kind !== "property")
    return false;
  if (reference.test(leaf.value)) return false;
  return steps.some((step) => secretName.test(nameOf(step))) || secretText.test(leaf.value);
}

function nameOf(step: Step): string {
  return typeof step === "object" ? (step.by ?? "") : String(step);
}
