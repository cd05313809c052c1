/** What the page of `panc` has besides its options: for those who know the compiler whose place it takes. */

import { bold, item, roff, section } from "./roff.ts";

export const pancDescription: readonly string[] = section("DESCRIPTION", [
  roff(
    "Takes the place of the Pan reference compiler: it has its options and defaults, accepts what it accepts, and writes the same bytes. The profile of each object template that is named goes to the output directory, in each of the formats. Nothing is written of a profile that has an error.",
  ),
  ".PP",
  roff(
    "vmcs compile is the same compiler for those who need not keep to that: it reads the project file vmcs.json, makes the output directory, and builds only what has changed.",
  ),
]);

export function pancNotes(): readonly string[] {
  return [
    ...section(
      "DIFFERENCES FROM THE REFERENCE COMPILER",
      differences.flatMap(([term, text]) => item(bold(term), text)),
    ),
    ...section(
      "EXAMPLES",
      examples.flatMap(([command, text]) => item(bold(command), text)),
    ),
  ];
}

const differences = [
  [
    "Messages",
    "They go to stderr, with the place, the reason and what to do; the reference compiler prints errors on stdout. The same warning about several profiles is told once. --diagnostics has messages in other formats.",
  ],
  ["Exit status", "It is 2 for a wrong command line, where the reference compiler ends with 1."],
  [
    "Options of its manual",
    "--no-debug, --no-verbose, --no-help and --no-disable-escaping are accepted, and say what holds anyway. --java-opts is accepted and has no effect. --debug-ns-include and --debug-ns-exclude count once, the last one.",
  ],
  [
    "Logs",
    "--logging knows all, none, include and call; task and memory are accepted, with a warning, and log nothing.",
  ],
  [
    "Formats",
    "text is called txt too. Files of compressed formats are in UTF-8 whatever the locale.",
  ],
  ["Files", "A word may be a pattern in quotes, such as 'profiles/*.pan'."],
] as const;

const examples = [
  [
    "panc --include-path site:library --formats json,dep --output-dir build profiles/*.pan",
    "Profiles of a site, as JSON and with their dependencies.",
  ],
  [
    "panc --formats none --diagnostics text --diagnostics junit=panc.xml profiles/*.pan",
    "Looks for errors alone, for people and for a CI server.",
  ],
] as const;
