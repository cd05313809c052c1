/** Values that must not be shown, told by where they stand and by what they look like. */

import type { Change, ShownLeaf, Step } from "./change.ts";

const secretName = /pass(?:w|phrase)|pwd|secret|credential|private.?key|api.?key|token/i;
const secretText =
  /(?:pass(?:w\w*|phrase)|secret|token)\s*[=:]\s*\S|-----BEGIN [A-Z ]*PRIVATE KEY/i;
/** What a description says instead of a secret: where it is. */
const reference = /^(?:file:\/|env:)/;

/** Whether the value that is gone is a secret, or the one that is there. */
export function isSecretChange({ steps, before, after }: Change): boolean {
  return isSecret(steps, before?.leaf) || isSecret(steps, after?.leaf);
}

function isSecret(steps: readonly Step[], leaf: ShownLeaf | undefined): boolean {
  if (leaf?.kind !== "property" || typeof leaf.value !== "string") return false;
  if (reference.test(leaf.value)) return false;
  return steps.some((step) => secretName.test(nameOf(step))) || secretText.test(leaf.value);
}

function nameOf(step: Step): string {
  return typeof step === "object" ? (step.by ?? "") : String(step);
}
