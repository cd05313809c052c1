/** What commander refuses on a command line, as a diagnostic: what is wrong, and what was probably meant. */

import type { Argument, Command, CommanderError } from "commander";
import { type Diagnostic, diagnostic } from "../diagnostics/diagnostic.ts";
import { closestName, didYouMean } from "../text/did-you-mean.ts";
import { noSpan } from "../text/span.ts";

export function usageProblem({ code, message }: CommanderError, command: Command): Diagnostic {
  const problem = sentence(message.replace(/^error: /, "").replace(/\(Did you mean .*\)$/s, ""));
  const help = helpFor(code, message, command);
  const args = { problem, command: command.name() };
  return diagnostic("wrong-usage", noSpan, args, { help });
}

/** Commander's message on one line, without its full stop. */
function sentence(message: string): string {
  const line = message.replace(/\s+/g, " ").trim().replace(/\.$/, "");
  return line.charAt(0).toUpperCase() + line.slice(1);
}

function helpFor(code: string, message: string, command: Command): string | undefined {
  const more = `'${command.name()} --help' lists the options.`;
  if (code === "commander.unknownOption") {
    const guess = optionMeant(/'(.*)'/s.exec(message)?.[1] ?? "", command);
    return guess && `Did you mean ${guess}? ${more}`;
  }
  if (code === "commander.missingArgument") {
    const name = /'(.*)'/s.exec(message)?.[1];
    const missing = command.registeredArguments.find((argument) => argument.name() === name);
    return missing && `Usage: ${command.name()} ${command.usage()}\n${described(missing)}`;
  }
  const [, given = "", choices = ""] =
    /argument '(.*)' is invalid. Allowed choices are (.*)\.$/s.exec(message) ?? [];
  return didYouMean(given, choices.split(", "));
}

function described(argument: Argument): string {
  return `${argument.name()}: ${argument.description}`;
}

/** By its spelling, by its beginning (`--output` for `--output-dir`), or by what other programs call it. */
function optionMeant(given: string, command: Command): string | undefined {
  const known = command.createHelp().visibleOptions(command);
  const names = known.flatMap(({ long }) => (long == null ? [] : [long]));
  const begun = names.filter((name) => name.startsWith(`${given}-`));
  const other = otherNames.get(given);
  return (
    (begun.length === 1 ? begun[0] : undefined) ??
    (other !== undefined && names.includes(other) ? other : undefined) ??
    closestName(given, names)
  );
}

/** What the option is called elsewhere: by compilers, make, xl and terraform. */
const otherNames: ReadonlyMap<string, string> = new Map(
  Object.entries({
    "-o": "--output-dir",
    "--out": "--output-dir",
    "--out-dir": "--output-dir",
    "--outdir": "--output-dir",
    "--directory": "--output-dir",
    "-I": "--include-path",
    "--include": "--include-path",
    "-j": "--nthread",
    "--jobs": "--nthread",
    "--threads": "--nthread",
    "-f": "--formats",
    "-n": "--dry-run",
    "--platform": "--backend",
    "--target": "--backend",
    "--hypervisor": "--backend",
  }),
);
