/**
 * How the help of a command orders its options: first what is the command's own, then what it shares with others.
 *
 * Commands add shared options before their own ones, as their values depend on it; readers want the others first.
 */

import type { Command, Help, Option } from "commander";

/** Headings of what many commands share, in their order; options without a heading come before them. */
export const optionGroups = {
  rules: "Rules:",
  compiler: "Compiler:",
  debugging: "Debugging:",
  effort: "Speed and memory:",
} as const;

const ownHeading = "Options:";
const headings: readonly string[] = [ownHeading, ...Object.values(optionGroups)];
/** Every command has them, so they are the last of its own ones. */
const common: ReadonlySet<string> = new Set(["diagnostics", "verbose", "help"]);

/** Puts what `add` adds to a command under a heading. */
export function inGroup(
  command: Command,
  group: keyof typeof optionGroups,
  add: (command: Command) => unknown,
): Command {
  const before = command.options.length;
  add(command);
  for (const option of command.options.slice(before)) option.helpGroup(optionGroups[group]);
  return command;
}

/** Lets the help of a command list its options by groups; manual pages and completions follow it. */
export function orderOptions(command: Command): void {
  const { visibleOptions } = command.createHelp();
  command.configureHelp({
    visibleOptions(this: Help, one) {
      return visibleOptions.call(this, one).toSorted((a, b) => rank(a) - rank(b));
    },
    // In the order of what is shown, not of what was added.
    groupItems: (_added, shown, groupOf) =>
      new Map(
        [...new Set(shown.map(groupOf))].map((group) => [
          group,
          shown.filter((item) => groupOf(item) === group),
        ]),
      ),
  });
}

function rank(option: Option): number {
  const group = headings.indexOf(option.helpGroupHeading ?? ownHeading);
  return group === 0 && common.has(option.attributeName()) ? 0.5 : group;
}
