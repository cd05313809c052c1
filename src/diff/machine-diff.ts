/** What a comparison finds, as data: machines, what changes of each, and why. */

import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { Span } from "../text/span.ts";
import type { Change } from "./change.ts";
import type { Effect } from "./effects/effect.ts";

/** What a rule has to do with a value. */
export interface RuleStep {
  readonly text: string;
  readonly span: Span | undefined;
}

/** The statement that wrote a value. */
export interface Writer {
  readonly kind: "assignment" | "default" | "rule";
  /** Undefined where it is in no file, such as a value of a list of packages. */
  readonly span: Span | undefined;
  /** For what a structure template wrote: the statement that put it where it is. */
  readonly via: Span | undefined;
  /** From what the description says to the value, for one that rules have chosen. */
  readonly because: readonly RuleStep[];
}

export interface ExplainedChange extends Change {
  /** The file that has it, below the directory; undefined for the configuration. */
  readonly document: string | undefined;
  /** Whether its values must not be shown. */
  readonly isSecret: boolean;
  /** Who wrote the value that is gone, and the one that is there. */
  readonly writtenBefore: Writer | undefined;
  readonly writtenAfter: Writer | undefined;
  /** What each platform does with it, by the name of the backend. */
  readonly effects: ReadonlyMap<string, Effect>;
}

/** A template or text that a machine is made from, and that differs. */
export interface ChangedSource {
  readonly how: "added" | "removed" | "changed";
  /** Labelled path. */
  readonly file: string;
}

export interface MachineDiff {
  readonly name: string;
  readonly state: "added" | "removed" | "changed";
  /** Labelled paths of the object template, or of the files of the machine. */
  readonly files: readonly string[];
  readonly changes: readonly ExplainedChange[];
  readonly sources: readonly ChangedSource[];
}

export interface FailedMachine {
  readonly name: string;
  /** The sides that do not compile. */
  readonly sides: "before" | "after" | "both";
}

export interface Comparison {
  /** Those that differ, ordered by name. */
  readonly machines: readonly MachineDiff[];
  readonly failed: readonly FailedMachine[];
  /** How many are the same. */
  readonly same: number;
  readonly diagnostics: readonly Diagnostic[];
  /** Profiles that were built of each side. */
  readonly built: { readonly before: number; readonly after: number };
}
