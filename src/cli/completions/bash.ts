/** Completion for bash (3.2 and later; bash-completion is not needed). */

import { assertNever } from "../../base/assert-never.ts";
import { shellWord } from "../../text/shell-word.ts";
import type { CommandDescription, OptionDescription, Values } from "../describe-commands.ts";
import { commandTree } from "./command-tree.ts";

/** A name such as `--output=json` comes in three words, as bash breaks words at `=` and `:`. */
const head = `# Completion of vmcs and panc for bash: source it, or put it into /etc/bash_completion.d or
# ~/.local/share/bash-completion/completions/vmcs. Made by: vmcs completions bash

_vmcs_files() {
    # A name may have blanks in it.
    local IFS=$'\\n'
    if [ "$1" = directories ]; then COMPREPLY=($(compgen -d -- "$2"))
    else COMPREPLY=($(compgen -f -- "$2")); fi
    compopt -o filenames 2>/dev/null
}

_vmcs() {
    local cur prev command argument word i IFS=$' \\t\\n'
    COMPREPLY=()
    cur=\${COMP_WORDS[COMP_CWORD]}
    prev=\${COMP_WORDS[COMP_CWORD-1]}
    if [ "$cur" = = ]; then cur=
    elif [ "$prev" = = ]; then prev=\${COMP_WORDS[COMP_CWORD-2]}
    fi
`;

/** The command (`panc` is one by itself), the action of a command that has some, and how many arguments are in front of the cursor. */
const loop = (valued: string, withActions: string): string => `
    command= argument=1
    [ "\${COMP_WORDS[0]##*/}" = panc ] && command=panc
    for ((i = 1; i < COMP_CWORD; i++)); do
        word=\${COMP_WORDS[i]}
        case "$word" in
        -*) case "$command $word" in
            ${valued})
                i=$((i + 1))
                [ "\${COMP_WORDS[i]}" = = ] && i=$((i + 1)) ;;
            esac ;;
        *)
            if [ -z "$command" ]; then command=$word
            else case "$command" in
            ${withActions}) command="$command $word" ;;
            *) argument=$((argument + 1)) ;;
            esac; fi ;;
        esac
    done`;

export function bashCompletions(
  commands: readonly CommandDescription[],
  reference: CommandDescription,
): string {
  const { entries, actions } = commandTree(commands);
  const all = [...commands, reference];
  const withActions = actions.map(([name]) => name).join("|") || "''";
  const lines = [
    loop(valuedFlags(all), withActions),
    '    if [ -z "$command" ]; then',
    `        ${replyWords([...entries.map(({ name }) => name), "help", "--help", "--version"])}`,
    "        return",
    "    fi",
    '    case "$command" in',
    ...actions.map(([name, words]) => `        ${name}) ${replyWords(words)}; return ;;`),
    "    esac",
    '    case "$command $prev" in',
    ...all.flatMap(valueCases),
    "    esac",
    '    if [[ "$cur" == -* ]]; then',
    "        word=",
    '        case "$command" in',
    ...all.map(optionCase),
    "        esac",
    '        COMPREPLY=($(compgen -W "$word" -- "$cur"))',
    "        return",
    "    fi",
    '    case "$command $argument" in',
    ...all.flatMap(argumentCases),
    "    esac",
    "}",
    "",
    "complete -F _vmcs vmcs panc",
  ];
  return `${head}${lines.join("\n")}\n`;
}

/** Options behind which a word is their value. */
function valuedFlags(commands: readonly CommandDescription[]): string {
  const flags = commands.flatMap(({ name, options }) =>
    options
      .filter(({ value }) => value !== undefined)
      .flatMap(spellings)
      .map((flag) => quoted(`${name} ${flag}`)),
  );
  return flags.join("|") || "''";
}

function valueCases({ name, options }: CommandDescription): readonly string[] {
  return options
    .filter(({ value }) => value !== undefined)
    .map((option) => {
      const flags = spellings(option).map((flag) => quoted(`${name} ${flag}`));
      return `        ${flags.join("|")}) ${reply(option.values)}; return ;;`;
    });
}

function optionCase({ name, options }: CommandDescription): string {
  return `        ${quoted(name)}) word=${shellWord(options.flatMap(spellings).join(" "))} ;;`;
}

/** The first case that matches counts, so an argument that can be repeated comes last. */
function argumentCases({ name, arguments: list }: CommandDescription): readonly string[] {
  return list.map(({ values, repeatable }, i) => {
    const at = repeatable ? `${quoted(`${name} `)}*` : quoted(`${name} ${i + 1}`);
    return `        ${at}) ${reply(values)} ;;`;
  });
}

function spellings({ short, long }: OptionDescription): readonly string[] {
  return short === undefined ? [long] : [short, long];
}

function quoted(text: string): string {
  return `"${text}"`;
}

function reply(values: Values): string {
  switch (values.kind) {
    case "words":
      return replyWords(values.words);
    case "anything":
      return ":";
    case "files":
    case "directories":
      return `_vmcs_files ${values.kind} "$cur"`;
    default:
      return assertNever(values);
  }
}

function replyWords(words: readonly string[]): string {
  return `COMPREPLY=($(compgen -W ${shellWord(words.join(" "))} -- "$cur"))`;
}
