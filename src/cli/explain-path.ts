/** `vmcs explain PATH`: what has written a value in each profile, and what checks it. */

import { type Diagnostic, diagnostic, errorsOf } from "../diagnostics/diagnostic.ts";
import { jsonText } from "../diagnostics/reports/json-text.ts";
import { displayPath } from "../host/path.ts";
import { peekAt } from "../pan/evaluator/write-log.ts";
import { anyTerm, leavesBelow, matchingPaths } from "../pan/history/expand-path.ts";
import { explainPath } from "../pan/history/explain-path.ts";
import { compileHistories, type ProfileHistory } from "../pan/history/profile-history.ts";
import type { Term } from "../pan/tree/term.ts";
import { isResource } from "../pan/tree/value.ts";
import type { Project } from "../pipeline/project/find-project.ts";
import { resolveBySet } from "../pipeline/rules/resolve-by-set.ts";
import { loadRuleSet, type RuleSet } from "../pipeline/rules/rule-set.ts";
import { answeredPath } from "../show/answered-path.ts";
import type { AnsweredPath, ExplainedProfile } from "../show/explained.ts";
import { explanationJson } from "../show/explanation-json.ts";
import { explanationText, tableText } from "../show/explanation-text.ts";
import { type Places, placesIn } from "../show/places.ts";
import { sourceLines } from "../show/source-lines.ts";
import type { Sources } from "../show/write-text.ts";
import { noSpan } from "../text/span.ts";
import type { Environment } from "./command.ts";
import { wholeNumber } from "./common-options.ts";
import type { RawCompileOptions } from "./compile-options.ts";
import type { Outcome } from "./finish.ts";
import { type PathArgument, pathArgument } from "./path-arguments.ts";
import { filesOf } from "./resolve-files.ts";
import { type RawRuleOptions, ruleSourcesIfWanted, wantsLaws } from "./rule-options.ts";
import { prepareCompile, withIncludePath } from "./run-compile.ts";

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
  const set =
    sources && (await loadRuleSet(host, sources, prepared.options, environment.templates));
  const options = withIncludePath(prepared.options, set?.includePath ?? []);
  const found: Diagnostic[] = [...prepared.diagnostics, ...(set?.diagnostics ?? [])];
  const profiles: ExplainedProfile[] = [];
  const missing: Diagnostic[] = [];
  const output = compileHistories({
    host,
    files: prepared.files,
    options,
    print: (text) => terminal.stderr(`${text}\n`),
    cache: prepared.templates,
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
  const errors = errorsOf([...found, ...output.diagnostics]);
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
  // Rules are asked only of what could be resolved.
  const resolved = state === "sound" && set !== undefined ? resolveBySet(profile, set) : undefined;
  const answer = (one: readonly Term[]): AnsweredPath => ({
    ...answeredPath(history, resolved, one),
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

function rowsOf({ explanation, leaves }: AnsweredPath): readonly AnsweredPath["explanation"][] {
  return leaves === undefined || leaves.length === 0 ? [explanation] : leaves;
}

function hasPattern({ terms }: PathArgument): boolean {
  return terms.includes(anyTerm);
}

/** What to do where a package is not found: templates write few of those that a machine gets. */
function ofRules([root, kind, name]: readonly Term[]): string | undefined {
  if (root !== "software" || kind !== "packages" || name === undefined) return undefined;
  return `If rules should add it, name their repositories with --rules; 'vmcs why /software/packages/${name}' tells why they do.`;
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

function absent(profile: ExplainedProfile, { path, terms }: PathArgument): Diagnostic {
  const guess = profile.paths[0]?.explanation.guess;
  const help = guess === undefined ? ofRules(terms) : `Did you mean ${guess}?`;
  const span = { ...noSpan, file: profile.file };
  return diagnostic("path-not-written", span, { path, profile: profile.name }, { help });
}
