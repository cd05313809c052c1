/** The `default` of a closed switch: it does not compile while a case is missing. */
import { InvariantError } from "./invariant.ts";

export function assertNever(value: never): never {
  throw new InvariantError(`A case is missing for ${describe(value)}.`);
}

function describe(value: unknown): string {
  if (typeof value !== "object" || value === null) return String(value);
  return "kind" in value ? `the kind ${String(value.kind)}` : "an object";
}
