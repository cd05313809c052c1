/** What shells make of the scripts of `vmcs completions`: each asks as its user's keys would. */

import { spawnSync } from "node:child_process";

/** Words that bash offers for the last one of a line; bash itself breaks words at `=`. */
export function bashOffers(script: string, words: readonly string[], cwd: string): string[] {
  const program = `source "$1"; shift
COMP_WORDS=("$@"); COMP_CWORD=$((\${#COMP_WORDS[@]} - 1)); COMPREPLY=()
_vmcs; printf '%s\\n' "\${COMPREPLY[@]}"`;
  const { status, stdout, stderr } = spawnSync(
    "bash",
    ["--norc", "-c", program, "bash", script, ...words],
    { cwd, encoding: "utf8" },
  );
  if (status !== 0 || stderr !== "") throw new Error(`bash ended with ${status}: ${stderr}`);
  return stdout.split("\n").filter((line) => line !== "");
}

/** Words that fish offers for the end of a line. */
export function fishOffers(script: string, line: string, cwd: string): string[] {
  const program = `source $argv[1]; complete -C $argv[2]`;
  const { status, stdout, stderr } = spawnSync(
    "fish",
    ["--no-config", "-c", program, script, line],
    { cwd, encoding: "utf8" },
  );
  if (status !== 0 || stderr !== "") throw new Error(`fish ended with ${status}: ${stderr}`);
  return stdout
    .split("\n")
    .map((offer) => offer.split("\t", 1)[0] ?? "")
    .filter((offer) => offer !== "");
}

/** What an interactive zsh makes of a line when Tab is pressed. */
export function zshCompletes(script: string, line: string, cwd: string): string {
  const program = `zmodload zsh/zpty
zpty z zsh -f -i
zpty -w z "PS1=; autoload -U compinit; compinit -u -D; source $1; setopt no_beep; print READY"
zpty -r -m z x '*READY*READY*'
zpty -w -n z "$2"$'\\t'
sleep 1
out=; while zpty -r -t z chunk; do out+=$chunk; done
print -r -- $out
zpty -d z`;
  const { status, stdout, stderr } = spawnSync("zsh", ["-f", "-c", program, "zsh", script, line], {
    cwd,
    encoding: "utf8",
  });
  if (status !== 0) throw new Error(`zsh ended with ${status}: ${stderr}`);
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what a terminal is told.
  return stdout.replace(/\u001b\[[\d;?]*[A-Za-z]|\r/g, "").trimEnd();
}
