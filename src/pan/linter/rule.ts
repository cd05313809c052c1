/**
 * The shape of a lint rule: one file each in `rules/`, one line each in `rules/registry.ts`.
 *
 * Its severity, message and explanation are the table's of diagnostics (`diagnostics/codes/lint`), under the
 * same id. Every fix that a rule gives keeps the meaning of the template.
 */

import type { lintCodes } from "../../diagnostics/codes/lint.ts";
import type {
  DiagnosticArguments,
  DiagnosticExtras,
  RelatedPlace,
} from "../../diagnostics/diagnostic.ts";
import type { TextEdit } from "../../text/edit.ts";
import type { Located, Span } from "../../text/span.ts";
import type { FileSet } from "./file-set.ts";
import type { SourceFile } from "./source-file.ts";

export type RuleId = keyof typeof lintCodes;

/** A template named `example`, or files by their path. */
export type Example = string | Readonly<Record<string, string>>;

interface RuleBase<Id extends RuleId> {
  readonly id: Id;
  /** What the rule is called in lists, in kebab-case. */
  readonly name: string;
  /** One sentence: what is wanted. */
  readonly summary: string;
  /** Set if the rule is used only where it is asked for. */
  readonly off?: true;
  /** Each gives at least one finding of this rule. */
  readonly bad: readonly Example[];
  /** None gives a finding of this rule. */
  readonly good: readonly Example[];
}

interface FileRuleOf<Id extends RuleId, Arguments> extends RuleBase<Id> {
  /**
   * `layout` looks at lines and tokens, also of a template with errors in its syntax, and leaves lines with
   * annotations and heredocs alone; `syntax` looks at the tree of a template without errors.
   */
  readonly reads: "layout" | "syntax";
  readonly check: (
    file: SourceFile,
    report: Report<Located, Arguments>,
    options: RuleOptions,
  ) => void;
}

interface SetRuleOf<Id extends RuleId, Arguments> extends RuleBase<Id> {
  /** Set if the rule needs the files to be all there are. */
  readonly complete?: true;
  readonly check: (set: FileSet, report: Report<Span, Arguments>) => void;
}

/** Of any rule: where a rule is defined, the compiler checks those of its message. */
export type AnyArguments = Readonly<Record<string, string | number | bigint>>;

/** Looks at one file. */
export interface FileRule extends FileRuleOf<RuleId, AnyArguments> {
  readonly scope: "file";
}

/** Looks at what is known of all files. */
export interface SetRule extends SetRuleOf<RuleId, AnyArguments> {
  readonly scope: "set";
}

export type LintRule = FileRule | SetRule;

/** What rules can be told. */
export interface RuleOptions {
  /** Components that CU001 takes as included. */
  readonly ignoredComponents: ReadonlySet<string>;
  /** Whether FL001 accepts `${…}` in the place of the declaration. */
  readonly placeholders: boolean;
}

export interface FindingExtras {
  readonly related?: readonly RelatedPlace[];
  readonly help?: DiagnosticExtras["help"];
  /** A change that keeps the meaning. */
  readonly fix?: { readonly title: string; readonly edits: readonly TextEdit[] } | undefined;
}

export type Report<Place, Arguments> = (at: Place, args: Arguments, extras?: FindingExtras) => void;

/** What a rule of a file reports through. */
export type FileReport<Id extends RuleId> = Report<Located, DiagnosticArguments<Id>>;

export function fileRule<const Id extends RuleId>(
  rule: FileRuleOf<Id, DiagnosticArguments<Id>>,
): FileRule {
  return { ...rule, scope: "file" };
}

export function setRule<const Id extends RuleId>(
  rule: SetRuleOf<Id, DiagnosticArguments<Id>>,
): SetRule {
  return { ...rule, scope: "set" };
}
