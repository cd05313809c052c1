/** `vmcs explain PATH`: what has written a value in each profile, and what checks it. */

import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { diagnostic } from "../diagnostics/diagnostic.ts";
import { displayPath } from "../host/path.ts";
import { peekAt } from "../pan/evaluator/write-log.ts";
import { anyTerm, leavesBelow, matchingPaths } from "../pan/history/expand-path.ts";
import { explainPath } from "../pan/history/explain-path.ts";
import type { ShownValue } from "../pan/history/explanation.ts";
import { compileHistories, type ProfileHistory } from "../pan/history/profile-history.ts";
import { shownValue } from "../pan/history/shown-value.ts";
import { formatTerms } from "../pan/tree/path.ts";
import type { Term } from "../pan/tree/term.ts";
import { isResource, type Value } from "../pan/tree/value.ts";
import type { Project } from "../pipeline/project/find-project.ts";
import { repositoriesFor } from "../pipeline/rules/repositories-for.ts";
import {
  hasRules,
  type ResolvedProfile,
  resolveProfile,
} from "../pipeline/rules/resolve-profile.ts";
import { loadRuleSet, type RuleSet } from "../pipeline/rules/rule-set.ts";
import { rulesOfPath } from "../pipeline/rules/rules-of-path.ts";
import { noSpan } from "../text/span.ts";
import type { Environment } from "./command.ts";
import { type RawCompileOptions, wholeNumber } from "./compile-options.ts";
import type { Outcome } from "./finish.ts";
import { type PathArgument, pathArgument } from "./path-arguments.ts";
import { filesOf } from "./resolve-files.ts";
import { type RawRuleOptions, ruleSourcesIfWanted, wantsLaws } from "./rule-options.ts";
import { prepareCompile, withIncludePath } from "./run-compile.ts";
import type { AnsweredPath, ExplainedProfile } from "./show/explained.ts";
import { explanationJson } from "./show/explanation-json.ts";
import { explanationText, tableText } from "./show/explanation-text.ts";
import { type Places, placesIn } from "./show/places.ts";
import { jsonText } from "./show/resolution-json.ts";
import { sourceLines } from "./show/source-lines.ts";
import type { Sources } from "./show/write-text.ts";

export interface RawExplainOptions extends RawCompileOptions, RawRuleOptions {
  readonly output: "text" | "json";
  readonly depth: string;
  readonly full?: boolean;
}

export interface ExplainRequest {
  /** The path as it was given. */
  readonly path: string;
  /** Descriptions; the project's if there are none. */
  readonly words: readonly string[];
  readonly project: Project | undefined;
  readonly raw: RawExplainOptions;
}

/** How much is told. */
interface Extent {
  readonly depth: number;
  /** The histories of all values below the path, not only where each comes from. */
  readonly full: boolean;
}

export async function explainPathOf(
  { path, words, project, raw }: ExplainRequest,
  environment: Environment,
): Promise<Outcome> {
  const { host, terminal } = environment;
  const asked = pathArgument(path);
  const depth = raw.depth === "all" ? Number.POSITIVE_INFINITY : wholeNumber("--depth", raw.depth);
  const prepared = await prepareCompile(filesOf(words, project), raw, environment, true);
  const sources = ruleSourcesIfWanted(raw, wantsLaws(project), environment);
  const set = sources && (await loadRuleSet(host, sources, prepared.options));
  const options = withIncludePath(prepared.options, set?.includePath ?? []);
  const found: Diagnostic[] = [...prepared.diagnostics, ...(set?.diagnostics ?? [])];
  const profiles: ExplainedProfile[] = [];
  const missing: Diagnostic[] = [];
  const output = compileHistories({
    host,
    files: prepared.files,
    options,
    print: (text) => terminal.stderr(`${text}\n`),
    onProfile: (history) => {
      const answer = answerOf(history, asked, { depth, full: raw.full === true }, set);
      profiles.push(answer);
      if (isEmpty(answer)) missing.push(absent(answer, asked));
    },
  });
  const text = (file: string): string | undefined => output.text(file) ?? set?.text(file);
  // Where some profile has the path, that another one lacks it is no mistake.
  const isFound = missing.length < profiles.length;
  const answers = isFound ? profiles : profiles.filter((profile) => !isEmpty(profile));
  const places = placesIn(text, host.currentDirectory);
  terminal.stdout(
    raw.output === "json"
      ? jsonText({ profiles: profiles.map((profile) => documentOf(profile, places, environment)) })
      : textOf(answers, asked, raw.full === true, { places, line: sourceLines(text) }),
  );
  // Warnings are not about the path.
  const errors = [...found, ...output.diagnostics].filter(isError);
  return { diagnostics: [...errors, ...(isFound ? [] : missing)], to: raw.diagnostics, text };
}

function documentOf(profile: ExplainedProfile, places: Places, { host }: Environment): object {
  const file = displayPath(host.currentDirectory, profile.file);
  return explanationJson({ ...profile, file }, places);
}

/** One block a profile; what a pattern means is a table, unless whole histories are wanted. */
function textOf(
  profiles: readonly ExplainedProfile[],
  asked: PathArgument,
  isFull: boolean,
  sources: Sources,
): string {
  const isTable = hasPattern(asked) && !isFull;
  const texts = profiles.map((profile) => {
    const { name, paths } = profile;
    if (isEmpty(profile)) return `${name}: there is no ${asked.path}.\n`;
    return isTable
      ? `${name}:\n${tableText(paths.flatMap(rowsOf), sources)}`
      : paths.map((one) => explanationText(one, sources)).join("\n");
  });
  return texts.join("\n");
}

function answerOf(
  history: ProfileHistory,
  { terms }: PathArgument,
  { depth, full }: Extent,
  set: RuleSet | undefined,
): ExplainedProfile {
  const { profile, state } = history;
  const paths = terms.includes(anyTerm) ? matchingPaths(profile.root, terms) : [terms];
  const judged = set === undefined ? undefined : resolved(history, set);
  const answer = (one: readonly Term[]): AnsweredPath => ({
    explanation: explainPath(history, one),
    rules: judged?.result && rulesOfPath(judged.result, formatTerms(one)),
    completed: judged && completedValue(profile.root, judged.profile.root, one),
    leaves: leavesOf(history, one, depth),
  });
  const all = full ? paths.flatMap((one) => leafTerms(history, one, depth)) : paths;
  return { name: profile.name, file: profile.file, state, paths: all.map(answer) };
}

function leavesOf(
  history: ProfileHistory,
  terms: readonly Term[],
  depth: number,
): AnsweredPath["leaves"] {
  const value = peekAt(history.profile.root, terms);
  if (value === undefined || !isResource(value)) return undefined;
  return leafTerms(history, terms, depth)
    .filter((leaf) => leaf.length > terms.length)
    .map((leaf) => explainPath(history, leaf));
}

function leafTerms(
  { profile }: ProfileHistory,
  terms: readonly Term[],
  depth: number,
): readonly (readonly Term[])[] {
  const value = peekAt(profile.root, terms);
  return value === undefined ? [terms] : leavesBelow(value, terms, depth);
}

/** Rules are asked only of what could be resolved. */
function resolved({ profile, state }: ProfileHistory, set: RuleSet): ResolvedProfile | undefined {
  if (state !== "sound" || !set.isSound) return undefined;
  const repositories = repositoriesFor(profile, set);
  if (!hasRules(profile, repositories)) return undefined;
  return resolveProfile(profile, repositories);
}

/** What rules put there, where the templates have put something else or nothing. */
function completedValue(
  given: Value,
  completed: Value,
  terms: readonly Term[],
): ShownValue | undefined {
  const value = peekAt(completed, terms);
  if (value === undefined || isResource(value) || value === peekAt(given, terms)) return undefined;
  return shownValue(value);
}

function rowsOf({ explanation, leaves }: AnsweredPath): readonly AnsweredPath["explanation"][] {
  return leaves === undefined || leaves.length === 0 ? [explanation] : leaves;
}

function isError({ severity }: Diagnostic): boolean {
  return severity === "error";
}

function hasPattern({ terms }: PathArgument): boolean {
  return terms.includes(anyTerm);
}

/** Whether there is nothing to tell of the path. */
function isEmpty({ paths, state }: ExplainedProfile): boolean {
  // Of a profile that has failed, that nothing had been written yet says something as well.
  if (state === "failed" && paths.length > 0) return false;
  return paths.every(
    ({ explanation, rules, completed }) =>
      explanation.value === undefined &&
      explanation.writes.length === 0 &&
      completed === undefined &&
      (rules?.because.length ?? 0) === 0,
  );
}

function absent(profile: ExplainedProfile, { path }: PathArgument): Diagnostic {
  const guess = profile.paths[0]?.explanation.guess;
  const help = guess === undefined ? undefined : `Did you mean ${guess}?`;
  const span = { ...noSpan, file: profile.file };
  return diagnostic("path-not-written", span, { path, profile: profile.name }, { help });
}
