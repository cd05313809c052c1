/** The manual: a page for `vmcs`, and one for each command, from what the commands tell of themselves. */

import type { CommandDescription, OptionDescription } from "../../src/cli/describe-commands.ts";
import { exitStatus } from "../../src/cli/exit-status.ts";
import { optionChoices } from "../reference/option-choices.ts";
import { pancDescription, pancNotes } from "./panc-sections.ts";
import { bold, italic, item, quoted, roff, section } from "./roff.ts";

export interface ManPage {
  /** `vmcs-fmt.1` */
  readonly name: string;
  readonly content: string;
}

/** `reference` is `panc`. */
export function renderManPages(
  commands: readonly CommandDescription[],
  reference: CommandDescription,
): readonly ManPage[] {
  const pages = commands.map((command) =>
    commandPage(command, { program: `vmcs ${command.name}`, others: ["vmcs"] }),
  );
  const panc = commandPage(reference, {
    program: reference.name,
    description: pancDescription,
    notes: pancNotes(),
    others: ["vmcs-compile", "vmcs"],
  });
  return [overviewPage(commands), panc, ...pages].toSorted((a, b) => (a.name < b.name ? -1 : 1));
}

function overviewPage(commands: readonly CommandDescription[]): ManPage {
  const list = commands.flatMap((command) =>
    item(`${bold(pageName(command))}(1)`, sentence(command.summary)),
  );
  return page("vmcs", "compile descriptions of virtual machines", [
    ...section("SYNOPSIS", [
      `${bold("vmcs")} ${italic("COMMAND")} [${italic("options")}] [${italic("files")}]`,
    ]),
    ...section("DESCRIPTION", [
      roff(
        "Describes virtual machines in Pan, and makes of a description everything that is needed to create the machine: the profile, four skeletons in XML, and the files of Xen, libvirt and cloud-init. What is wrong is reported with its place, its reason and what to do.",
      ),
    ]),
    ...section("COMMANDS", list),
    ...section("OPTIONS", [
      ...item(`${bold("--help")}, ${bold("-h")}`, "List the commands."),
      ...item(`${bold("--version")}, ${bold("-V")}`, "Print the version."),
    ]),
    ...exitSection(),
    ...section("ENVIRONMENT", [
      ...item(bold("NO_COLOR"), "Set: no colours."),
      ...item(bold("FORCE_COLOR"), "Set, and not 0: colours where there is no terminal too."),
      ...item(bold("XDG_CACHE_HOME"), "Where it is kept what was built; else ~/.cache."),
    ]),
    ...section("FILES", [
      ...item(
        bold("vmcs.json"),
        "The project: what it says holds where the command line says nothing.",
      ),
    ]),
    ...section("SEE ALSO", [`${bold("panc")}(1)`]),
  ]);
}

interface PageParts {
  /** What is typed. */
  readonly program: string;
  readonly description?: readonly string[];
  readonly notes?: readonly string[];
  /** The pages to see. */
  readonly others: readonly string[];
}

function commandPage(
  { name, summary, arguments: list, options }: CommandDescription,
  { program, description = [], notes = [], others }: PageParts,
): ManPage {
  const places = list.map(({ name: called, required, repeatable }) => {
    const word = `${italic(called)}${repeatable ? " ..." : ""}`;
    return required ? word : `[${word}]`;
  });
  const synopsis = [bold(program), `[${italic("options")}]`, ...places].join(" ");
  return page(program.replaceAll(" ", "-"), summary, [
    ...section("SYNOPSIS", [synopsis]),
    ...description,
    ...section(
      "ARGUMENTS",
      list.flatMap((argument) => item(italic(argument.name), sentence(argument.description))),
    ),
    ...section("OPTIONS", options.flatMap(optionItem)),
    ...notes,
    ...exitSection(name),
    ...section("SEE ALSO", [others.map((name) => `${bold(name)}(1)`).join(", ")]),
  ]);
}

function optionItem(option: OptionDescription): readonly string[] {
  const { short, long, value, description, default: preset } = option;
  const flags = [long, ...(short === undefined ? [] : [short])].map(bold).join(", ");
  const term = value === undefined ? flags : `${flags} ${italic(value)}`;
  const { words, untold } = optionChoices(option);
  const choices = untold.length === 0 ? "" : ` One of: ${untold.join(", ")}.`;
  const without = preset === undefined ? "" : ` Without it: ${preset === "." ? "'.'" : preset}.`;
  return item(term, `${sentence(description, words)}${choices}${without}`);
}

/** Of all commands, or of one. */
function exitSection(command?: string): readonly string[] {
  const sides = command === undefined ? "; of diff, the sides differ" : "";
  const differing = command === "diff" ? "; the sides differ" : sides;
  const layout = command === undefined ? "Of fmt: a layout differs." : "A layout differs.";
  return section("EXIT STATUS", [
    ...item(String(exitStatus.clean), "Nothing is wrong."),
    ...item(String(exitStatus.errors), "There are errors in the input."),
    ...item(String(exitStatus.usage), `Wrong usage or a wrong project file${differing}.`),
    ...item(String(exitStatus.internal), "A failure of vmcs itself."),
    ...(command === undefined || command === "fmt"
      ? item(String(exitStatus.unformatted), layout)
      : []),
  ]);
}

/** Without a date, which would change the page with nothing else changed. */
function page(name: string, summary: string, lines: readonly string[]): ManPage {
  const head = [
    '.\\" Made by: npm run docs',
    `.TH ${quoted(name.toUpperCase())} 1 "" "vmcs" "User Commands"`,
    ".nh",
    ".SH NAME",
    `${roff(name)} \\- ${roff(summary)}`,
  ];
  return { name: `${name}.1`, content: `${[...head, ...lines].join("\n")}\n` };
}

function pageName({ name }: CommandDescription): string {
  return `vmcs-${name.replaceAll(" ", "-")}`;
}

/** A list of words to write begins as these are written. */
function sentence(text: string, words: readonly string[] = []): string {
  const whole = /[.?!]$/.test(text) ? text : `${text}.`;
  if (words.some((word) => text.startsWith(word))) return whole;
  return `${whole.charAt(0).toUpperCase()}${whole.slice(1)}`;
}
