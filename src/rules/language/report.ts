/** Collects diagnostics about rules. */

import type { DiagnosticCode } from "../../diagnostics/codes.ts";
import {
  type Diagnostic,
  type DiagnosticArguments,
  type DiagnosticExtras,
  diagnostic,
} from "../../diagnostics/diagnostic.ts";
import type { Span } from "../../text/span.ts";

export type RuleReport = <Code extends DiagnosticCode>(
  code: Code,
  span: Span,
  args: DiagnosticArguments<Code>,
  extras?: DiagnosticExtras,
) => void;

export interface RuleReporter {
  readonly report: RuleReport;
  readonly diagnostics: readonly Diagnostic[];
}

export function createRuleReporter(): RuleReporter {
  const diagnostics: Diagnostic[] = [];
  return {
    diagnostics,
    report: (code, span, args, extras) => diagnostics.push(diagnostic(code, span, args, extras)),
  };
}
