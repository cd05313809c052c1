/** docs/commands.md: what each command can be told, from the options that it parses. */

import type { CommandDescription, OptionDescription } from "../../src/cli/describe-commands.ts";
import { exitStatus } from "../../src/cli/exit-status.ts";
import { anchor, cell, code, plain, table } from "./markdown.ts";
import { optionChoices } from "./option-choices.ts";

export function renderCommandsPage(
  commands: readonly CommandDescription[],
  reference: CommandDescription,
): string {
  const list = commands.map(({ name, summary }) => [
    `[\`vmcs ${name}\`](#${anchor(`vmcs ${name}`)})`,
    cell(plain(summary)),
  ]);
  return `# Commands

<!-- Written by scripts/generate-reference.ts from the options that the commands parse: \`npm run docs\`. -->

\`vmcs COMMAND --help\` prints the same, and \`man vmcs-COMMAND\` is a page of the manual. \`source <(vmcs completions bash)\` lets
the shell complete commands, options and values, of \`panc\` too; zsh and fish are known as well. What [the project file](project-file.md) says
holds where the command line says nothing.

${table(["command", "does"], list)}
[\`panc\`](#panc) is the compiler by itself, with the options, defaults and dialect of the Pan reference compiler.

## Exit status

${table(["status", "says"], statuses)}
${[...commands.map((command) => commandSection(command, "vmcs ")), commandSection(reference, "")].join("\n")}`;
}

const statuses = [
  [String(exitStatus.clean), "nothing is wrong"],
  [String(exitStatus.errors), "there are errors in the input"],
  [String(exitStatus.usage), "wrong usage, or a wrong project file; of `diff`, the sides differ"],
  [String(exitStatus.internal), "a failure of vmcs itself"],
  [String(exitStatus.unformatted), "of `fmt --check` and `fmt --diff`, a layout differs"],
];

function commandSection(
  { name, summary, arguments: list, options }: CommandDescription,
  program: string,
): string {
  const places = list.map((argument) => {
    const word = `${argument.name.toUpperCase()}${argument.repeatable ? " …" : ""}`;
    return argument.required ? word : `[${word}]`;
  });
  const usage = [`${program}${name}`, "[options]", ...places].join(" ");
  const told = list
    .filter(({ description }) => description !== "")
    .map((argument) => `- ${code(argument.name.toUpperCase())}: ${plain(argument.description)}\n`);
  return `## ${program}${name}

${sentence(summary)} Usage: ${code(usage)}

${told.length === 0 ? "" : `${told.join("")}\n`}${table(["option", "says", "without it"], options.filter(({ long }) => long !== "--help").map(optionRow))}`;
}

function optionRow(option: OptionDescription): readonly string[] {
  const { short, long, value, description, default: preset } = option;
  const flags = [...(short === undefined ? [] : [short]), long].join(", ");
  const { untold } = optionChoices(option);
  const choices = untold.length === 0 ? "" : ` (${untold.join(", ")})`;
  return [
    cell(code(value === undefined ? flags : `${flags} ${value.toUpperCase()}`)),
    cell(plain(`${description}${choices}`)),
    cell(plain(preset ?? "")),
  ];
}

function sentence(text: string): string {
  return plain(`${text.charAt(0).toUpperCase()}${text.slice(1)}.`);
}
