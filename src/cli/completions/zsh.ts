/** Completion for zsh. */

import { assertNever } from "../../base/assert-never.ts";
import { shellWord } from "../../text/shell-word.ts";
import type {
  ArgumentDescription,
  CommandDescription,
  OptionDescription,
  Values,
} from "../describe-commands.ts";
import { commandTree } from "./command-tree.ts";
import { shortDescription } from "./shell-text.ts";

const head = `#compdef vmcs panc
# Completion of vmcs and panc for zsh: put it into a directory of $fpath as _vmcs. Made by: vmcs completions zsh
`;

export function zshCompletions(
  commands: readonly CommandDescription[],
  reference: CommandDescription,
): string {
  const { entries, actions } = commandTree(commands);
  const summaries = entries.map(
    ({ name, summary }) => `        ${shellWord(`${name}:${summary}`)}`,
  );
  return [
    head,
    "_vmcs() {",
    "    local -a commands",
    "    local command",
    "    commands=(",
    ...summaries,
    "    )",
    "    if [[ $service == panc ]]; then",
    "        command=panc",
    "    elif (( CURRENT == 2 )); then",
    "        _describe command commands",
    "        return",
    "    else",
    "        command=$words[2]",
    "        shift words; (( CURRENT-- ))",
    "    fi",
    ...actions.flatMap(([name, words]) => [
      `    if [[ $command == ${name} ]]; then`,
      `        if (( CURRENT == 2 )); then compadd -- ${words.join(" ")}; return; fi`,
      '        command="$command $words[2]"',
      "        shift words; (( CURRENT-- ))",
      "    fi",
    ]),
    '    case "$command" in',
    ...[...commands, reference].flatMap(commandCase),
    "    esac",
    "}",
    "",
    // Loaded as a function it is called; sourced, it is registered.
    'if [[ $zsh_eval_context[-1] == loadautofunc ]]; then _vmcs "$@"; else compdef _vmcs vmcs panc; fi',
    "",
  ].join("\n");
}

function commandCase({ name, options, arguments: list }: CommandDescription): readonly string[] {
  const specs = [...options.map(optionSpec), ...list.map(argumentSpec)].map(shellWord);
  return [
    `    ${shellWord(name)})`,
    "        _arguments -S \\",
    ...specs.map((spec, i) => `            ${spec}${i === specs.length - 1 ? " ;;" : " \\"}`),
  ];
}

/** `--name=[description]:value:action`, where `=` accepts both ways of giving the value. */
function optionSpec({ short, long, value, description, values }: OptionDescription): string {
  const text = `[${escaped(shortDescription(description))}]`;
  const flags = short === undefined ? "" : `(${short} ${long})`;
  // An option that can be given several times is not taken out of the list.
  if (value === undefined) return `${flags}${long}${text}`;
  return `*${long}=${text}:${escaped(value)}:${action(values)}`;
}

function argumentSpec({ name, required, repeatable, values }: ArgumentDescription): string {
  const place = repeatable ? "*:" : required ? ":" : "::";
  return `${place}${escaped(name)}:${action(values)}`;
}

function action(values: Values): string {
  switch (values.kind) {
    case "words":
      return `(${values.words.join(" ")})`;
    case "files":
      return "_files";
    case "directories":
      return "_files -/";
    case "anything":
      return " ";
    default:
      return assertNever(values);
  }
}

function escaped(text: string): string {
  return text.replace(/[\\:[\]]/g, "\\$&");
}
