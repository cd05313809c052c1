/** `vmcs explain FILE:LINE`: which statements are behind a line of an emitted file. */

import { type Diagnostic, diagnostic, hasErrors } from "../diagnostics/diagnostic.ts";
import { directoryOf, displayPath } from "../host/path.ts";
import { emittedFiles } from "../origins/emitted-files.ts";
import type { LineOrigin, OriginSource } from "../origins/line-origins.ts";
import { decodeState } from "../pan/compiler/incremental/build-state.ts";
import { peekAt } from "../pan/evaluator/write-log.ts";
import { explainPath } from "../pan/history/explain-path.ts";
import { compileHistories, type ProfileHistory } from "../pan/history/profile-history.ts";
import { shownValue } from "../pan/history/shown-value.ts";
import { profileFormats } from "../pan/profile/registry.ts";
import { formatTerms } from "../pan/tree/path.ts";
import { isResource } from "../pan/tree/value.ts";
import type { Project } from "../pipeline/project/find-project.ts";
import { additionsOf } from "../pipeline/rules/additions.ts";
import { repositoriesFor } from "../pipeline/rules/repositories-for.ts";
import {
  hasRules,
  type ResolvedProfile,
  resolveProfile,
} from "../pipeline/rules/resolve-profile.ts";
import { loadRuleSet, type RuleSet } from "../pipeline/rules/rule-set.ts";
import { rulesOfPath } from "../pipeline/rules/rules-of-path.ts";
import { backends } from "../spawn/registry.ts";
import { closestName } from "../text/did-you-mean.ts";
import { noSpan } from "../text/span.ts";
import type { Environment } from "./command.ts";
import { stateFile } from "./driver-options.ts";
import { fileAt, findLine, releaseIn, secretStandIns, textOfFile } from "./emitted-line.ts";
import type { RawExplainOptions } from "./explain-path.ts";
import type { Outcome } from "./finish.ts";
import type { LineArgument } from "./line-argument.ts";
import { type InputWords, inputWords } from "./project.ts";
import { filesOf } from "./resolve-files.ts";
import { ruleSourcesIfWanted, wantsLaws } from "./rule-options.ts";
import { prepareCompile, withIncludePath } from "./run-compile.ts";
import type { AnsweredPath } from "./show/explained.ts";
import type { ExplainedLine, ExplainedSource } from "./show/explained-line.ts";
import { lineJson } from "./show/line-json.ts";
import { lineText } from "./show/line-text.ts";
import { placesIn } from "./show/places.ts";
import { jsonText } from "./show/resolution-json.ts";
import { sourceLines } from "./show/source-lines.ts";
import { sourceDigest } from "./source-digest.ts";

export interface RawLineOptions extends RawExplainOptions {
  readonly xenRelease: string;
  readonly stateDir?: string;
}

export interface LineRequest {
  readonly asked: LineArgument;
  /** Descriptions; the project's if there are none, else those of the last build. */
  readonly words: readonly string[];
  readonly project: Project | undefined;
  readonly raw: RawLineOptions;
}

export async function explainLineOf(
  { asked, words, project, raw }: LineRequest,
  environment: Environment,
): Promise<Outcome> {
  const { host, terminal } = environment;
  const input = descriptions({ asked, words, project, raw }, environment);
  const prepared = await prepareCompile(input, raw, environment, true);
  const sources = ruleSourcesIfWanted(raw, wantsLaws(project), environment);
  const set = sources && (await loadRuleSet(host, sources, prepared.options));
  const search = new Search(asked, raw, set, environment);
  const output = compileHistories({
    host,
    files: prepared.files,
    options: withIncludePath(prepared.options, set?.includePath ?? []),
    print: (text) => terminal.stderr(`${text}\n`),
    onProfile: (history) => search.look(history),
  });
  const text = (file: string): string | undefined => output.text(file) ?? set?.text(file);
  const shown = { places: placesIn(text, host.currentDirectory), line: sourceLines(text) };
  const { line } = search;
  if (line !== undefined) {
    const isFull = raw.full === true;
    terminal.stdout(
      raw.output === "json"
        ? jsonText(lineJson(line, shown.places))
        : lineText(line, isFull, shown),
    );
  }
  const found = [...prepared.diagnostics, ...(set?.diagnostics ?? []), ...output.diagnostics];
  const failed = hasErrors(found);
  const missing = line === undefined && !failed && search.diagnostics.length === 0;
  const absent = missing ? [search.absent()] : [];
  return { diagnostics: [...found, ...search.diagnostics, ...absent], to: raw.diagnostics, text };
}

/** The words of the command line, else those of the project, else the files of the last build. */
function descriptions(
  { asked, words, project, raw }: LineRequest,
  environment: Environment,
): InputWords {
  const named = inputWords(words, project);
  if (named.words.length > 0) return named;
  const built = lastBuilt(asked, raw, environment);
  return built.length > 0 ? { words: built } : filesOf(words, project);
}

/** Object templates of the last build into the directory of the file, or one above it. */
function lastBuilt(
  { file }: LineArgument,
  raw: RawLineOptions,
  environment: Environment,
): readonly string[] {
  const { host } = environment;
  const path = host.resolve(file);
  for (let directory = directoryOf(path); ; directory = directoryOf(directory)) {
    const stored = stateFile({ ...raw, incremental: true }, directory, environment);
    const text = stored === undefined ? undefined : host.readText(stored);
    const state = decodeState(text ?? "", (content) => host.digest(content));
    const records = [...(state?.profiles.values() ?? [])];
    if (records.length > 0) {
      const own = records.filter(({ outputs }) => outputs.some((output) => output.path === path));
      return (own.length > 0 ? own : records).flatMap(({ report }) => objectOf(report));
    }
    if (directory === directoryOf(directory)) return [];
  }
}

function objectOf({
  name,
  lookups,
}: {
  readonly name: string;
  readonly lookups: readonly {
    readonly kind: string;
    readonly name: string;
    readonly found: string | undefined;
  }[];
}): readonly string[] {
  const own = lookups.find((lookup) => lookup.kind === "object" && lookup.name === name);
  return own?.found === undefined ? [] : [own.found];
}

type Answer = (source: OriginSource) => AnsweredPath | undefined;

/** The histories of paths. */
function answers(history: ProfileHistory, completed: ResolvedProfile | undefined): Answer {
  const { root } = history.profile;
  return (source) => {
    if (source.kind !== "path") return undefined;
    const { terms } = source;
    const value = completed && peekAt(completed.profile.root, terms);
    const isOfRules = value !== undefined && !isResource(value) && value !== peekAt(root, terms);
    return {
      explanation: explainPath(history, terms),
      rules: completed?.result && rulesOfPath(completed.result, formatTerms(terms)),
      completed: isOfRules ? shownValue(value) : undefined,
      leaves: undefined,
    };
  };
}

/** Looks for the file among those of each profile, and explains its line as long as the profile is there. */
class Search {
  line: ExplainedLine | undefined;
  diagnostics: readonly Diagnostic[] = [];
  private best = 0;
  private readonly names: string[] = [];
  private readonly path: string;
  private readonly stored: string | undefined;
  private readonly asked: LineArgument;
  private readonly raw: RawLineOptions;
  private readonly set: RuleSet | undefined;
  private readonly environment: Environment;

  constructor(
    asked: LineArgument,
    raw: RawLineOptions,
    set: RuleSet | undefined,
    environment: Environment,
  ) {
    this.asked = asked;
    this.raw = raw;
    this.set = set;
    this.environment = environment;
    this.path = environment.host.resolve(asked.file);
    this.stored = textOfFile(this.path, environment);
  }

  look(history: ProfileHistory): void {
    if (history.state !== "sound") return;
    const { environment, raw, stored } = this;
    const completed = this.completed(history);
    const profile = completed?.profile ?? history.profile;
    const additions = completed?.result === undefined ? [] : additionsOf(completed.result.resolved);
    const secrets = secretStandIns(environment);
    const files = emittedFiles({
      profile,
      digest: sourceDigest(profile, additions, environment),
      formats: profileFormats,
      backends,
      options: {
        xenRelease: releaseIn(stored) ?? raw.xenRelease,
        readSecret: secrets.read,
      },
    });
    this.names.push(...files.map(({ name }) => name));
    const file = fileAt(this.path, files);
    if (file === undefined || file.name.length <= this.best) return;
    const origins = file.origins();
    if (origins === undefined) return;
    this.best = file.name.length;
    const found = findLine(
      this.asked,
      stored,
      origins,
      { ...secrets, isSecret: file.isSecret },
      environment,
    );
    if ("code" in found) {
      this.diagnostics = [found];
      return;
    }
    this.diagnostics = found.diagnostics;
    const text = secrets.redact(origins.lines[found.line - 1] ?? "");
    const shown = origins.of(found.line);
    const answer = answers(history, completed);
    this.line = {
      file: displayPath(environment.host.currentDirectory, this.path),
      line: this.asked.line,
      current: { line: found.line, text },
      stored: file.isSecret ? undefined : found.stored,
      profile: { name: profile.name, file: this.display(profile.file) },
      writer: file.writer,
      machine: file.machine,
      range: shown.range,
      relation: shown.relation,
      origins: shown.origins.map((origin) => this.explained(origin, text, answer)),
    };
  }

  /** That no description makes the file. */
  absent(): Diagnostic {
    const name = this.path.slice(this.path.lastIndexOf("/") + 1);
    const guess = closestName(name, this.names);
    const help = guess === undefined ? undefined : `Did you mean ${guess}?`;
    return diagnostic("file-not-emitted", noSpan, { path: this.asked.file }, { help });
  }

  private display(path: string): string {
    return displayPath(this.environment.host.currentDirectory, path);
  }

  /** With what rules complete, as a build has it; undefined where no rule speaks of the profile. */
  private completed({ profile }: ProfileHistory): ResolvedProfile | undefined {
    const { set } = this;
    if (set?.isSound !== true) return undefined;
    const repositories = repositoriesFor(profile, set);
    return hasRules(profile, repositories) ? resolveProfile(profile, repositories) : undefined;
  }

  private explained(
    { source, role, columns, from }: LineOrigin,
    text: string,
    answer: Answer,
  ): ExplainedLine["origins"][number] {
    const part = columns === undefined ? undefined : text.slice(columns.start, columns.end);
    const of = (one: OriginSource): ExplainedSource => ({ source: one, answer: answer(one) });
    return { ...of(source), role, columns, part, from: from.map(of) };
  }
}
