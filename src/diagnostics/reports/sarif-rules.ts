/** The codes of a report, as SARIF describes them. */

import { compareCodeUnits } from "../../base/compare.ts";
import { categories, type DiagnosticCode, definitions } from "../codes.ts";
import type { Definition, Severity } from "../definition.ts";
import type { Diagnostic } from "../diagnostic.ts";
import { documentationOf, type ReportTool } from "./report.ts";

export interface SarifRules {
  readonly descriptors: readonly object[];
  readonly indexOf: (code: DiagnosticCode) => number;
}

/** The codes that occur, each once, in the order of their names. */
export function sarifRules(diagnostics: readonly Diagnostic[], tool: ReportTool): SarifRules {
  const codes = [...new Set(diagnostics.map(({ code }) => code))].sort(compareCodeUnits);
  const index = new Map(codes.map((code, i) => [code, i]));
  return {
    descriptors: codes.map((code) => descriptor(code, tool)),
    indexOf: (code) => index.get(code) ?? -1,
  };
}

/** SARIF's words for a severity. */
export const levels = {
  error: "error",
  warning: "warning",
  info: "note",
} as const satisfies Record<Severity, string>;

/** GitHub's words for how grave a rule is. */
const problemSeverities = {
  error: "error",
  warning: "warning",
  info: "recommendation",
} as const satisfies Record<Severity, string>;

function descriptor(code: DiagnosticCode, tool: ReportTool): object {
  const { severity, message, help, explanation }: Definition = definitions[code];
  const helpUri = documentationOf(code, tool);
  const [first = ""] = explanation.split("\n\n");
  const advice = help === undefined ? [] : [withoutHoles(help)];
  return {
    id: code,
    name: pascalCase(code),
    shortDescription: { text: withoutHoles(message) },
    fullDescription: { text: first.replaceAll("`", "") },
    ...(helpUri === undefined ? {} : { helpUri }),
    help: {
      text: [...advice, explanation.replaceAll("`", "")].join("\n\n"),
      markdown: [...advice, explanation].join("\n\n"),
    },
    defaultConfiguration: { level: levels[severity] },
    properties: {
      tags: [categories[code]],
      precision: "very-high",
      "problem.severity": problemSeverities[severity],
    },
  };
}

/** What a call site fills in is not known of all diagnostics at once. */
function withoutHoles(template: string): string {
  return template.replace(/\{\w+\}/g, "…");
}

function pascalCase(code: string): string {
  return code.replace(/(?:^|-)(\w)/g, (_, letter: string) => letter.toUpperCase());
}
