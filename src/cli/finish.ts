/** The end of a command: its diagnostics are reported, and give the exit status. */

import { type Diagnostic, hasErrors } from "../diagnostics/diagnostic.ts";
import type { SourceLookup } from "../diagnostics/source-text.ts";
import type { Environment } from "./command.ts";
import { type ExitStatus, exitStatus } from "./exit-status.ts";
import { destinations, type Findings, report } from "./report.ts";
import { UsageError } from "./usage-error.ts";

export interface Outcome {
  readonly diagnostics: readonly Diagnostic[];
  /** Values of `--diagnostics`. */
  readonly to: readonly string[];
  readonly text: SourceLookup;
  /** Files that were found to be sound. */
  readonly passed?: readonly string[] | undefined;
}

/** Runs a command; being called wrongly is reported like everything else, on stderr. */
export async function finish(
  environment: Environment,
  command: () => Promise<Outcome | ExitStatus>,
): Promise<ExitStatus> {
  try {
    const outcome = await command();
    if (typeof outcome === "number") return outcome;
    const sources = sourcesOf(outcome, environment);
    const { diagnostics, to, passed } = outcome;
    await report({ diagnostics, sources, passed }, destinations(to), environment);
    return hasErrors(diagnostics) ? exitStatus.errors : exitStatus.clean;
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    const sources = sourcesOf({ text: () => undefined }, environment);
    await reportRefusal({ diagnostics: error.diagnostics, sources }, environment);
    return exitStatus.usage;
  }
}

/** In the formats that the command line asks for, unless it is those that are wrong: then people are told. */
async function reportRefusal(findings: Findings, environment: Environment): Promise<void> {
  try {
    await report(findings, destinations(environment.reports ?? []), environment);
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    await report(findings, destinations([]), environment);
  }
}

/** Files that the compilation did not read are read to be shown. */
function sourcesOf({ text }: Pick<Outcome, "text">, { host }: Environment): SourceLookup {
  return (file) => text(file) ?? (host.kind(file) === "file" ? host.readText(file) : undefined);
}
