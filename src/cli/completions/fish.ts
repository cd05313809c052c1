/** Completion for fish. */

import { assertNever } from "../../base/assert-never.ts";
import type { CommandDescription, OptionDescription, Values } from "../describe-commands.ts";
import { commandTree } from "./command-tree.ts";
import { fishWord, shortDescription } from "./shell-text.ts";

const head = `# Completion of vmcs and panc for fish: put it into ~/.config/fish/completions/vmcs.fish, and a link to it beside it as
# panc.fish. Made by: vmcs completions fish

function __vmcs_at
    # Whether the words in front of the cursor begin with these.
    set -l words (commandline -opc)[2..-1]
    test (count $words) -ge (count $argv); or return 1
    for i in (seq (count $argv))
        test "$words[$i]" = "$argv[$i]"; or return 1
    end
end

function __vmcs_just_at
    __vmcs_at $argv; and test (count (commandline -opc)) -eq (math (count $argv) + 1)
end

complete -c vmcs -f
complete -c panc -f
`;

export function fishCompletions(
  commands: readonly CommandDescription[],
  reference: CommandDescription,
): string {
  const { entries, actions } = commandTree(commands);
  const first = entries.map(
    ({ name, summary }) =>
      `complete -c vmcs -n __fish_use_subcommand -a ${name} -d ${fishWord(summary)}`,
  );
  const second = actions.map(
    ([name, words]) =>
      `complete -c vmcs -n ${fishWord(`__vmcs_just_at ${name}`)} -a ${fishWord(words.join(" "))}`,
  );
  const lines = commands.flatMap((command) => [
    "",
    ...placeLines(
      command,
      `complete -c vmcs -n ${fishWord(`__vmcs_at ${command.name}`)}`,
      `complete -c vmcs -n ${fishWord(`__vmcs_just_at ${command.name}`)}`,
    ),
  ]);
  const program = `complete -c ${reference.name}`;
  return [
    head,
    ...first,
    ...second,
    ...lines,
    "",
    ...placeLines(reference, program, program),
    "",
  ].join("\n");
}

/** What can stand behind a command, given how a line begins that holds there, and directly behind it. */
function placeLines(
  { options, arguments: list }: CommandDescription,
  at: string,
  onlyFirst: string,
): readonly string[] {
  const [first] = list;
  const words =
    first?.values.kind === "words"
      ? [`${onlyFirst} -a ${fishWord(first.values.words.join(" "))}`]
      : [];
  const files = list.some(({ values }) => values.kind === "files") ? [`${at} -F`] : [];
  return [...options.map((option) => `${at} ${optionWords(option)}`), ...words, ...files];
}

function optionWords({ short, long, value, description, values }: OptionDescription): string {
  const parts = [
    short === undefined ? "" : `-s ${short.slice(1)}`,
    `-l ${long.slice(2)}`,
    value === undefined ? "" : valueWords(values),
    `-d ${fishWord(shortDescription(description))}`,
  ];
  return parts.filter((part) => part !== "").join(" ");
}

function valueWords(values: Values): string {
  switch (values.kind) {
    case "words":
      return `-x -a ${fishWord(values.words.join(" "))}`;
    case "files":
      return "-r -F";
    case "directories":
      return "-x -a '(__fish_complete_directories)'";
    case "anything":
      return "-x";
    default:
      return assertNever(values);
  }
}
