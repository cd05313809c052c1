/** Options that many commands have, whatever they do, and how values of options are read. */

import { Option } from "commander";
import { diagnostic } from "../diagnostics/diagnostic.ts";
import { reportFormats } from "../diagnostics/reports/registry.ts";
import type { Dialect } from "../pan/syntax/dialect.ts";
import { noSpan } from "../text/span.ts";
import { UsageError } from "./usage-error.ts";

/** An option that may be repeated; `without` says what holds where it is not given. */
export function repeatable(flags: string, description: string, without: string): Option {
  return new Option(flags, description).argParser(collect).default([], without);
}

const collect = (value: string, previous: readonly string[]): readonly string[] => [
  ...previous,
  value,
];

/** Where diagnostics go; every command has it. */
export function diagnosticsOption(): Option {
  const formats = reportFormats.map(({ name }) => name).join(", ");
  return repeatable("--diagnostics <format[=file]>", `${formats}; repeatable`, "text on stderr");
}

export function dialectOption(usual: Dialect): Option {
  const dialects: readonly Dialect[] = ["pan", "vmcs"];
  return new Option("--dialect <name>", "language to accept").choices(dialects).default(usual);
}

/** The form of what a command prints; the first is the usual one. */
export function outputOption(
  forms: readonly [string, ...string[]],
  description = "form of the result",
): Option {
  return new Option("--output <form>", description).choices(forms).default(forms[0]);
}

/** What is offered: some formats have another one behind them, with .gz. */
export const offeredFormats = ["pan", "xml", "json", "text", "dot", "dep", "null", "none"] as const;

/** Of commands that write profiles and nothing else. */
export function formatsOption(): Option {
  const list = offeredFormats.join(", ");
  return new Option("--formats <list>", `${list}; some with .gz`).default("pan,dep");
}

export function wholeNumber(option: string, text: string): number {
  if (/^\d{1,9}$/.test(text)) return Number(text);
  throw new UsageError(diagnostic("not-a-whole-number", noSpan, { option, given: text }));
}
