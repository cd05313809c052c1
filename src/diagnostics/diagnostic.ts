/**
 * Diagnostics: what the user did wrong, as data.
 *
 * A call site gives a code of the table, a span and arguments; wording, severity and documentation are the
 * table's. An argument that is missing or misspelt does not compile.
 */

import type { TextEdit } from "../text/edit.ts";
import type { Span } from "../text/span.ts";
import { categories, type DiagnosticCode, definitions } from "./codes.ts";
import type { Category, Definition, Severity } from "./definition.ts";

export interface Diagnostic {
  readonly code: DiagnosticCode;
  readonly severity: Severity;
  readonly category: Category;
  readonly message: string;
  readonly span: Span;
  /** Other places that explain the diagnostic, in the order in which a reader wants them. */
  readonly related: readonly RelatedPlace[];
  readonly help: string | undefined;
  readonly fixes: readonly Fix[];
  /**
   * What refuses, where the message does not tell: two validations of one value say the same of it, and are two.
   */
  readonly refusedBy?: Span | undefined;
}

export interface RelatedPlace {
  readonly span: Span;
  readonly message: string;
  /**
   * `trace`: a step of the way that led here, such as an include or a call. Steps are shown on one line each, and
   * long ways are shortened; other places are shown with their source.
   */
  readonly role?: "trace";
}

/** A change that would mend the diagnostic; applied only when the user says so. */
export interface Fix {
  readonly title: string;
  readonly file: string;
  readonly edits: readonly TextEdit[];
}

export interface DiagnosticExtras {
  readonly related?: readonly RelatedPlace[];
  /** Replaces the table's help, for instance with a "Did you mean …?". */
  readonly help?: string | undefined;
  readonly fixes?: readonly Fix[];
  /** The phase in which it arose, where that is not the code's own: a constant is refused before it is evaluated. */
  readonly category?: Category | undefined;
}

type Holes<Text extends string> = Text extends `${string}{${infer Hole}}${infer Rest}`
  ? Hole | Holes<Rest>
  : never;
type HelpOf<D> = D extends { readonly help: infer Help extends string } ? Help : "";

/** The arguments of a code: one string or number for each hole of its message and help. */
export type DiagnosticArguments<Code extends DiagnosticCode> = {
  readonly [Hole in
    | Holes<(typeof definitions)[Code]["message"]>
    | Holes<HelpOf<(typeof definitions)[Code]>>]: string | number | bigint;
};

export function diagnostic<Code extends DiagnosticCode>(
  code: Code,
  span: Span,
  args: DiagnosticArguments<Code>,
  extras: DiagnosticExtras = {},
): Diagnostic {
  const definition: Definition = definitions[code];
  const fill = (text: string): string =>
    text.replace(/\{(\w+)\}/g, (_, hole: string) =>
      String((args as Readonly<Record<string, unknown>>)[hole]),
    );
  return {
    code,
    severity: definition.severity,
    category: extras.category ?? categories[code],
    message: fill(definition.message),
    span,
    related: extras.related ?? [],
    help: extras.help ?? (definition.help === undefined ? undefined : fill(definition.help)),
    fixes: extras.fixes ?? [],
  };
}

/** What must not be passed over. */
export function errorsOf(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  return diagnostics.filter(({ severity }) => severity === "error");
}

/** Whether something is wrong that must not be passed over. */
export function hasErrors(diagnostics: readonly Diagnostic[]): boolean {
  return diagnostics.some(({ severity }) => severity === "error");
}
