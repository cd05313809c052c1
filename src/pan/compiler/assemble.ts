/**
 * The diagnostics of a compilation in one order, whoever found them first: for each file that was given what is
 * wrong in it and in its profile, then the same for all other files, ordered by path.
 */

import { compareCodeUnits } from "../../base/compare.ts";
import { dedupeDiagnostics } from "../../diagnostics/arrange.ts";
import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import { type Counters, newCounters } from "../evaluator/counters.ts";
import type { ProfileReport, TemplateReport } from "./build-report.ts";

export interface Assembled {
  readonly diagnostics: readonly Diagnostic[];
  readonly counters: Counters;
}

export function assemble(
  given: readonly string[],
  templates: ReadonlyMap<string, TemplateReport>,
  profiles: ReadonlyMap<string, ProfileReport>,
): Assembled {
  const counters = newCounters();
  const diagnostics: Diagnostic[] = [];
  const pending = new Map(profiles);
  const others = [...templates.keys()].sort(compareCodeUnits);
  for (const file of new Set([...given, ...others])) {
    const template = templates.get(file);
    if (template === undefined) continue;
    counters.templates++;
    counters.tokens += template.tokens;
    diagnostics.push(...template.diagnostics);
    const { object } = template;
    const profile = object === undefined ? undefined : pending.get(object);
    if (object === undefined || profile === undefined) continue;
    pending.delete(object);
    diagnostics.push(...profile.diagnostics);
    for (const name of ["statements", "includes", "calls", "iterations"] as const) {
      counters[name] += profile.counters[name];
    }
  }
  // A template with an error is reported once, not for each profile that includes it.
  return { diagnostics: dedupeDiagnostics(diagnostics), counters };
}
