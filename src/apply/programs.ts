/** Programs of the host: how they are run, and what they say when they fail. */

import { type Diagnostic, diagnostic } from "../diagnostics/diagnostic.ts";
import { shellWords } from "../text/shell-word.ts";
import { noSpan } from "../text/span.ts";
import type { ApplyContext } from "./apply-context.ts";

export interface ProgramOptions {
  readonly directory?: string;
  /** In milliseconds. */
  readonly timeout?: number;
}

/** A program that failed. */
export class ProgramFailure {
  /** The command as a person would type it. */
  readonly command: string;
  readonly program: string;
  /** Whether it could not even be started, or was ended. */
  readonly missing: boolean;
  /** What it said last. */
  readonly cause: string;

  constructor(words: readonly string[], missing: boolean, cause: string) {
    this.command = shellWords(words);
    this.program = words[0] ?? "";
    this.missing = missing;
    this.cause = cause;
  }
}

/** Runs a command that changes nothing, and gives what it wrote. */
export async function look(
  ctx: ApplyContext,
  words: readonly string[],
  options: ProgramOptions = {},
): Promise<string | ProgramFailure> {
  const [program = "", ...args] = words;
  const { status, stdout, stderr, problem } = await ctx.host.run(program, args, options);
  if (status === 0) return stdout;
  if (status === undefined) return new ProgramFailure(words, true, problem ?? "it was ended");
  const said = ctx.redact(lastLines(stderr) || lastLines(stdout));
  return new ProgramFailure(words, false, said || `Its exit status is ${status}.`);
}

/** Runs a command that changes something, and shows it; a dry run only shows it. */
export async function change(
  ctx: ApplyContext,
  words: readonly string[],
  options: ProgramOptions = {},
): Promise<ProgramFailure | undefined> {
  ctx.note(`  ${shellWords(words)}`);
  if (ctx.options.dryRun) return undefined;
  const result = await look(ctx, words, options);
  return typeof result === "string" ? undefined : result;
}

/** A failure with which nothing has happened to a machine; `aftermath` says what has been undone, or left. */
export function failureDiagnostic(
  name: string,
  failure: ProgramFailure,
  aftermath: string,
  help?: string,
): Diagnostic {
  const { command, program, cause, missing } = failure;
  return missing
    ? diagnostic("apply-program-missing", noSpan, { name, program, reason: cause, aftermath })
    : diagnostic("apply-command-failed", noSpan, { name, command, aftermath, cause }, { help });
}

const mostLines = 8;

function lastLines(text: string): string {
  return text.trimEnd().split("\n").slice(-mostLines).join("\n");
}
