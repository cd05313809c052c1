/** Words of the language, and pieces to fill in, by where they can stand. */

import type { Suggestion } from "./suggestion.ts";

interface Piece {
  readonly label: string;
  /** `‹name›` is a place to fill in, `$0` where the cursor stands at the end. */
  readonly text: string;
  readonly about: string;
}

const piece = (label: string, text: string, about: string): Piece => ({ label, text, about });

const header: readonly Piece[] = [
  piece(
    "object template",
    "object template ‹NAME›;\n\n$0",
    "A profile: what is compiled to a machine.",
  ),
  piece(
    "template",
    "template ‹NAME›;\n\n$0",
    "An ordinary template: run each time it is included.",
  ),
  piece(
    "unique template",
    "unique template ‹NAME›;\n\n$0",
    "Run the first time it is included, and not again.",
  ),
  piece(
    "declaration template",
    "declaration template ‹NAME›;\n\n$0",
    "Variables, functions and types; it sets no paths.",
  ),
  piece("structure template", "structure template ‹NAME›;\n\n$0", "What create() makes a dict of."),
];

const include = piece("include", "include '‹›';", "Runs another template here.");

const statements: readonly Piece[] = [
  piece("prefix", "prefix '/‹›';", "Where the relative paths that follow are taken from."),
  piece("variable", "variable ‹NAME› = ‹›;", "Sets a global variable."),
  piece("variable ?=", "variable ‹NAME› ?= ‹›;", "Sets a global variable that is not set yet."),
  piece(
    "function",
    "function ‹name› = {\n    $0\n};",
    "Declares a function; ARGV has its arguments.",
  ),
  piece("type", "type ‹name› = {\n    '‹key›' : ‹string›\n};", "Declares a type."),
  piece("bind", "bind '/‹›' = ‹›;", "Gives a path a type."),
  piece("valid", "valid '/‹›' = {\n    $0\n};", "Checks the value at a path."),
  piece("final", "final ", "What follows cannot be changed any more."),
];

const rules: readonly Piece[] = [
  piece("valid rule", "valid '/‹›' ‹>=› ‹›;", "A condition that must hold."),
  piece("conflict", "conflict '/‹›' when '/‹›';", "A condition that must not hold."),
  piece("suggest", "suggest '/‹›' = ‹›;", "What is best where nobody says otherwise."),
];

const dml: readonly Piece[] = [
  piece("if", "if (‹condition›) {\n    $0\n};", "Does something if a condition holds."),
  piece(
    "if else",
    "if (‹condition›) {\n    ‹›\n} else {\n    $0\n};",
    "Does one thing or another.",
  ),
  piece(
    "foreach",
    "foreach (‹key›; ‹value›; ‹SELF›) {\n    $0\n};",
    "Goes through a list or a dict.",
  ),
  piece("for", "for (‹i› = 0; ‹i› < ‹10›; ‹i› = ‹i› + 1) {\n    $0\n};", "Counts."),
  piece("while", "while (‹condition›) {\n    $0\n};", "Repeats as long as a condition holds."),
  piece("else", "else {\n    $0\n};", "What is done if the condition does not hold."),
];

const constants: readonly Piece[] = [
  piece("true", "true", ""),
  piece("false", "false", ""),
  piece("undef", "undef", "A value that somebody else must give."),
  piece("null", "null", "No value: what is there is removed."),
];

const ofTypes: readonly Piece[] = [
  piece("choice", "choice('‹›')", "One of some texts."),
  piece("extensible", "extensible {\n    $0\n}", "A record that may have other keys too."),
  piece("include", "include ‹type›", "The fields of another record."),
  piece("with", "with ", "A check; SELF is the value."),
];

const ofRules: readonly Piece[] = [
  piece("when", "when '/‹›'", "The rule holds only if this does."),
  piece("message", "message '‹›'", "What is said where the rule is broken."),
  piece("priority", "priority ‹10›", "Which suggestion wins."),
];

const comparisons: readonly Piece[] = [
  piece("==", "== ", "The value is this one."),
  piece("!=", "!= ", "The value is another one."),
  piece(">=", ">= ", "The value or version is at least this one."),
  piece("<=", "<= ", "The value or version is at most this one."),
  piece(">", "> ", "The value or version is above this one."),
  piece("<", "< ", "The value or version is below this one."),
  piece("in", "in list('‹›')", "The value is one of some."),
  piece("~", "~ '‹›'", "The text matches a regular expression."),
];

const check = piece("=", "= {\n    $0\n}", "What gives true if the value at SELF is right.");

/** What a file is for decides what is written in it first. */
export type FilePurpose = "description" | "rules";

export function headerSuggestions(
  name: string | undefined,
  purpose: FilePurpose,
): readonly Suggestion[] {
  const named = header.map((one) => ({
    ...one,
    text: one.text.replace("‹NAME›", `‹${name ?? "name"}›`),
  }));
  return inOrder(purpose === "rules" ? named.toReversed() : named);
}

/** `isBelow` says that there is a prefix, or a structure: paths are relative there. */
export function statementSuggestions(
  hasRules: boolean,
  purpose: FilePurpose,
  isBelow: boolean,
): readonly Suggestion[] {
  const path = isBelow ? "'‹›' = ‹›;" : "'/‹›' = ‹›;";
  const assignment = piece("path", path, "Gives a path a value.");
  const own = [include, assignment, ...statements];
  if (!hasRules) return inOrder(own);
  return inOrder(purpose === "rules" ? [...rules, ...own] : [...own, ...rules]);
}

/** As they are listed, not by the alphabet. */
function inOrder(pieces: readonly Piece[]): readonly Suggestion[] {
  return suggestions(pieces, 0).map((one, rank) => ({ ...one, rank }));
}

export function dmlSuggestions(isStatement: boolean): readonly Suggestion[] {
  return suggestions(isStatement ? [...dml, ...constants] : constants, 8);
}

export function typeWordSuggestions(): readonly Suggestion[] {
  return suggestions(ofTypes, 3);
}

/** What follows a condition, or the path of one. */
export function ruleWordSuggestions(isBehindPath: boolean): readonly Suggestion[] {
  return inOrder(isBehindPath ? [...comparisons, ...ofRules] : ofRules);
}

/** Behind `valid '/path'`, where everything is still open. */
export function conditionSuggestions(hasRules: boolean): readonly Suggestion[] {
  return inOrder(hasRules ? [check, ...comparisons, ...ofRules] : [check]);
}

function suggestions(pieces: readonly Piece[], rank: number): readonly Suggestion[] {
  return pieces.map(({ label, text, about }) => {
    const isSnippet = /‹|\$0/.test(text);
    const subject = about === "" ? {} : { subject: { kind: "text", name: about } as const };
    const kind = isSnippet ? ("snippet" as const) : ("keyword" as const);
    const written = isSnippet ? { text: snippetText(text), isSnippet } : { text };
    return { label, kind, detail: "", rank, ...subject, ...written };
  });
}

/** Places are numbered in their order; one that stands twice is filled in once. */
function snippetText(text: string): string {
  const names: string[] = [];
  return text.replace(/‹([^›]*)›/g, (_, name: string) => {
    const known = name === "" ? -1 : names.indexOf(name);
    if (known >= 0) return `$${known + 1}`;
    names.push(name);
    return name === "" ? `$${names.length}` : `$\{${names.length}:${name}}`;
  });
}

/** What a word of the language says where it stands; undefined for other words. */
export function meaningOfWord(word: string): string | undefined {
  if (word === "valid") return checked;
  const pieces = [...header, include, ...statements, ...rules, ...dml, ...constants, ...ofRules];
  const about = (one: string): string | undefined =>
    pieces.find(({ label }) => label.split(" ")[0] === one)?.about;
  return about(word) || [...comparisons, ...ofTypes].find(({ label }) => label === word)?.about;
}

const checked =
  "What must hold of the value at a path: DML behind `=` that gives true, or a condition.";

/** Names of annotations, and keys of those that document, with what they say. */
export const annotationNames: ReadonlyMap<string, string> = new Map([
  ["documentation", "What it is, in text or in pairs of a key and a value"],
  ["deprecated", "That it is not to be used any more, and what to use instead"],
  ["example", "How it is used"],
  ["author", "Who has written it"],
  ["maintainer", "Who looks after it"],
]);

export const annotationKeys: ReadonlyMap<string, string> = new Map([
  ["desc", "What it is"],
  ["arg", "An argument of the function, in the order of ARGV"],
  ["return", "What the function gives"],
  ["example", "How it is used"],
  ["unit", "The unit of the value"],
  ["deprecated", "What to use instead"],
]);
