/** What a test file asks for: its cases, what it expects to be wrong, its snapshots. All of it has places in the file. */

import type { Severity } from "../diagnostics/definition.ts";
import type { ValidStatement } from "../pan/syntax/ast.ts";
import type { Value } from "../pan/tree/value.ts";
import type { Span } from "../text/span.ts";

export interface TestPlan {
  /** Absolute path. */
  readonly file: string;
  /** Name of the object template. */
  readonly name: string;
  readonly nameSpan: Span;
  /** One without a name if the file has no table of cases. */
  readonly cases: readonly TestCase[];
  /** Directories that are looked into first; absolute. */
  readonly includePath: readonly string[];
  /** What must be wrong in every case. */
  readonly expected: readonly ExpectedDiagnostic[];
  /** The file's own `valid` statements: what must be so. */
  readonly checks: readonly ValidStatement[];
  /** Whether everything is made of the profile that a build makes of it; the backends besides the project's. */
  readonly build: BuildRequest | undefined;
  readonly snapshots: readonly SnapshotRequest[];
  /** Why it is left out. */
  readonly skip: string | undefined;
}

export interface TestCase {
  /** The empty text for the only case of a file. */
  readonly name: string;
  readonly span: Span;
  /** Set before the first statement. */
  readonly variables: readonly CaseVariable[];
  readonly expected: readonly ExpectedDiagnostic[];
}

export interface CaseVariable {
  readonly name: string;
  readonly value: Value;
}

export interface ExpectedDiagnostic {
  /** The direction itself. */
  readonly span: Span;
  readonly severity: Exclude<Severity, "info">;
  /** Undefined: any. */
  readonly code: string | undefined;
  /** A part of the message. */
  readonly message: MessagePattern | undefined;
  /** The statement that it is about; undefined: the whole test. */
  readonly statement: Span | undefined;
}

export interface MessagePattern {
  /** As written. */
  readonly text: string;
  readonly matches: (message: string) => boolean;
}

export interface BuildRequest {
  readonly span: Span;
  readonly backends: readonly string[];
}

export interface SnapshotRequest {
  readonly span: Span;
  /** A profile format, `skeletons`, a backend, `resolution`. */
  readonly what: string;
  /** The object template; undefined for the test's own. */
  readonly profile: string | undefined;
}
