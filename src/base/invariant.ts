/** What must hold if this program is right. A failure is our mistake, never the user's. */

export class InvariantError extends Error {
  override readonly name = "InvariantError";
}

/** Throws when `condition` does not hold; the message says what was expected. */
export function invariant(condition: unknown, message: string): asserts condition {
  if (!condition) throw new InvariantError(message);
}
