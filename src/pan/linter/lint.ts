/** Runs the rules over templates: text in, diagnostics out. No syntax tree outlives its file. */

import { type Diagnostic, diagnostic } from "../../diagnostics/diagnostic.ts";
import type { Span } from "../../text/span.ts";
import { spanIn } from "../../text/span.ts";
import type { Dialect } from "../syntax/dialect.ts";
import { factsOf } from "./facts.ts";
import { type FileFacts, fileSet, type TemplateFinder } from "./file-set.ts";
import { indexAt } from "./lines.ts";
import type {
  AnyArguments,
  FileRule,
  FindingExtras,
  LintRule,
  RuleId,
  RuleOptions,
} from "./rule.ts";
import { lintRules } from "./rules/registry.ts";
import { unusedSuppression } from "./rules/unused-suppression.ts";
import type { RuleSettings } from "./settings.ts";
import { type LintInput, readSource, type SourceFile } from "./source-file.ts";
import { type Suppression, suppressionsOf } from "./suppressions.ts";

export interface LintOptions extends RuleOptions {
  readonly dialect: Dialect;
  readonly settings: RuleSettings;
  /** Whether the files are all there are, so that what none of them uses is used by nobody. */
  readonly complete: boolean;
  readonly finder: TemplateFinder;
}

/** Findings, and what the parser refuses, of all files. */
export function lint(inputs: Iterable<LintInput>, options: LintOptions): readonly Diagnostic[] {
  const run = new LintRun(options);
  for (const input of inputs) run.add(input);
  return run.finish();
}

/** What is kept of a file until all have been read. */
interface Kept {
  readonly facts: FileFacts;
  readonly suppressions: readonly Suppression[];
}

/** State of one run; a class because files come one by one, and what others need of them is collected. */
class LintRun {
  private readonly options: LintOptions;
  private readonly files = new Map<string, Kept>();
  private readonly problems: Diagnostic[] = [];
  private readonly findings: Diagnostic[] = [];

  constructor(options: LintOptions) {
    this.options = options;
  }

  add(input: LintInput): void {
    const { dialect } = this.options;
    const file = readSource(input, dialect);
    this.problems.push(...file.problems);
    this.files.set(file.path, { facts: factsOf(file), suppressions: suppressionsOf(file) });
    for (const rule of lintRules) {
      if (rule.scope === "file" && this.isUsed(rule)) this.checkFile(rule, file);
    }
  }

  finish(): readonly Diagnostic[] {
    const { finder } = this.options;
    const facts = [...this.files.values()].map((kept) => kept.facts);
    const set = fileSet(facts, finder);
    for (const rule of lintRules) {
      if (rule.scope !== "set" || !this.isUsed(rule)) continue;
      rule.check(set, (span, args, extras) => this.found(rule, span, args, extras));
    }
    return [...this.problems, ...this.judged()];
  }

  private isUsed(rule: LintRule): boolean {
    if (this.severity(rule.id) === "off") return false;
    return rule.scope === "file" || rule.complete !== true || this.options.complete;
  }

  private severity(id: RuleId) {
    return this.options.settings.get(id) ?? "off";
  }

  private checkFile(rule: FileRule, file: SourceFile): void {
    if (rule.reads === "syntax" && !file.isWhole) return;
    const check: FileRule["check"] = rule.check;
    check(
      file,
      (at, args, extras) => {
        // Lines with annotations and heredocs have a layout of their own.
        const line = file.lines[indexAt(file.lines, at.start)];
        if (rule.reads === "layout" && line?.kind === "ignored") return;
        this.found(rule, spanIn(file.path, at), args, extras);
      },
      this.options,
    );
  }

  private found(
    { id }: LintRule,
    span: Span,
    args: AnyArguments,
    extras: FindingExtras = {},
  ): void {
    const severity = this.severity(id);
    if (severity === "off") return;
    const { fix, ...more } = extras;
    const fixes = fix === undefined ? [] : [{ ...fix, file: span.file }];
    this.findings.push({ ...untypedDiagnostic(id, span, args, { ...more, fixes }), severity });
  }

  /** Findings that no comment suppresses, and comments that suppress nothing. */
  private judged(): readonly Diagnostic[] {
    const used = new Map<Suppression, Set<string>>();
    const kept = this.findings.filter((finding) => {
      const suppression = this.suppressionOf(finding);
      if (suppression === undefined) return true;
      used.set(suppression, (used.get(suppression) ?? new Set()).add(finding.code));
      return false;
    });
    const spoken = this.findings.length;
    for (const [path, { suppressions }] of this.files) {
      for (const suppression of suppressions)
        this.checkUse(path, suppression, used.get(suppression));
    }
    const unused = this.findings.slice(spoken).filter((finding) => !this.suppressionOf(finding));
    return [...kept, ...unused];
  }

  private suppressionOf({ code, span }: Diagnostic): Suppression | undefined {
    return this.files
      .get(span.file)
      ?.suppressions.find(
        ({ start, end, ids }) => start <= span.start && span.start <= end && ids.includes(code),
      );
  }

  /** Ids of rules that were not used prove nothing, nor do those that only others know. */
  private checkUse(path: string, { comment, ids }: Suppression, used = new Set<string>()): void {
    const rule = unusedSuppression;
    const unused = ids.filter((id) => {
      const named = lintRules.find((candidate) => candidate.id === id);
      return named !== undefined && this.isUsed(named) && !used.has(id) && id !== rule.id;
    });
    if (unused.length > 0) this.found(rule, spanIn(path, comment), { ids: unused.join(", ") });
  }
}

/** The arguments were checked where the rule was defined. */
const untypedDiagnostic = diagnostic as (
  code: RuleId,
  span: Span,
  args: AnyArguments,
  extras: Parameters<typeof diagnostic>[3],
) => Diagnostic;
