/** The shape of one entry of the table of diagnostics. */

export type Severity = "error" | "warning" | "info";

/** The phase of the work in which a diagnostic arises; it is also what CI filters on. */
export type Category =
  | "syntax"
  | "evaluation"
  | "validation"
  | "rule"
  | "skeleton"
  | "spawn"
  | "import"
  | "lint"
  | "test"
  | "usage"
  | "system";

export interface Definition {
  readonly severity: Severity;
  /** What is wrong, as a sentence; `{name}` is a hole that the call site fills. */
  readonly message: string;
  /** What to do about it, as a sentence; may use the same holes. */
  readonly help?: string;
  /**
   * The page of `vmcs explain CODE`, in Markdown: when this arises, why it is refused, a wrong and a right
   * example. Paragraphs are separated by empty lines.
   */
  readonly explanation: string;
}

/** A table of definitions; the codes are its keys, in kebab-case. */
export type Definitions = Readonly<Record<string, Definition>>;
