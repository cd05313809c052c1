/** What is said of a built-in function beyond its signature and the sentence that it has itself. */

export interface FunctionExample {
  /** A Pan expression. */
  readonly call: string;
  /** A Pan expression for what it gives. */
  readonly gives: string;
}

export interface FunctionDetails {
  /** In the markup of annotations; empty if the sentence says all. */
  readonly more: string;
  /** When it ends the evaluation, beyond arguments of a wrong kind. */
  readonly errors: readonly string[];
  readonly examples: readonly FunctionExample[];
}

export type DetailsTable = Readonly<Record<string, FunctionDetails>>;

export function details(
  more: string,
  examples: readonly (readonly [call: string, gives: string])[],
  errors: readonly string[] = [],
): FunctionDetails {
  return { more, errors, examples: examples.map(([call, gives]) => ({ call, gives })) };
}
