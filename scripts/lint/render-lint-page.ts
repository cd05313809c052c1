/** The page of all lint rules, from the rules and the table of diagnostics. */

import { definitions } from "../../src/diagnostics/codes.ts";
import type { Definition } from "../../src/diagnostics/definition.ts";
import type { LintRule } from "../../src/pan/linter/rule.ts";
import { lintRules } from "../../src/pan/linter/rules/registry.ts";

export function renderLintPage(): string {
  const panlint = lintRules.filter(({ id }) => !id.startsWith("VP"));
  const ours = lintRules.filter(({ id }) => id.startsWith("VP"));
  return [
    introduction,
    table(lintRules),
    "## Rules of panlint",
    panlintText,
    ...panlint.map(section),
    "## Rules of vmcs",
    ...ours.map(section),
    "",
  ]
    .join("\n\n")
    .replace(/\n+$/, "\n");
}

const introduction = `# Lint rules

<!-- Written by scripts/generate-lint-docs.ts: change the rules in src/pan/linter/rules and
src/diagnostics/codes/lint. -->

\`vmcs lint [FILES|DIRECTORIES]\` reports what templates should not be written like. It reads them with the
compiler's parser: texts, comments and heredocs are never taken for code.

- Only errors make the command fail; with \`--strict\` warnings do too.
- \`--severity ID=off|info|warning|error\` changes a rule, \`--disable ID\` turns it off, \`--rule ID\` uses only the
  rules that are named.
- \`--fix\` mends what can be mended without changing the meaning. The rules that can are marked in the table.
- \`--complete\` says that the files are all there are. Rules that are marked "complete" need it: what no file uses is
  then used by nobody.
- \`--stat\` prints a line for each rule with the number of its findings, instead of the findings.
- \`--baseline FILE --write-baseline\` writes the findings of today to a file, and \`--baseline FILE\` reports only
  others. Findings are known by their rule and the text of their line, so lines may move.
- A comment on a line of its own suppresses rules for the next line of code:

      # panlint disable=LP011,CU001
      # Everybody knows it by this name.
      variable RAM = 512;`;

const panlintText = `These have the ids of panlint, and find what it finds, with these differences. Code is told from texts
by the parser, so quotes inside of quotes, comments with apostrophes, texts over several lines and code behind a text
are read as they are. Signs (\`-X\`), links (\`string*\`) and paths in lists are not taken for operators and paths of
statements. White space at the end of a line is LP003 alone. FL001 lets a comment stand behind the declaration, and
does not take a line of white space for it. LP005 finds braces that end on another line. CU001 leaves the sources of a
component alone, as panlint means to. LC001 reports a short index once.`;

function table(rules: readonly LintRule[]): string {
  const rows = rules.map((rule) => {
    const marks = [isMendable(rule) ? "fix" : "", needsAll(rule) ? "complete" : ""];
    return `| [${rule.id}](#${rule.id.toLowerCase()}-${rule.name}) | ${rule.summary} | ${severityOf(rule)} | ${marks.filter((mark) => mark !== "").join(", ")} |`;
  });
  return ["| rule | what it wants | severity | |", "|---|---|---|---|", ...rows].join("\n");
}

function section(rule: LintRule): string {
  const { message, explanation }: Definition = definitions[rule.id];
  return `### ${rule.id} ${rule.name}\n\n*${severityOf(rule)}:* ${message}\n\n${explanation}`;
}

function severityOf({ id, off }: LintRule): string {
  return off === true ? "off" : definitions[id].severity;
}

function needsAll(rule: LintRule): boolean {
  return rule.scope === "set" && rule.complete === true;
}

/** Rules whose findings come with a fix, at least some of them. */
const mendable: ReadonlySet<string> = new Set(
  "LP002 LP003 LP004 LP005 LP007 LP008 LP009 LP012 LC001 PP001 VP023".split(" "),
);

export function isMendable({ id }: Pick<LintRule, "id">): boolean {
  return mendable.has(id);
}
