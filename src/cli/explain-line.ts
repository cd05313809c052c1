/** `vmcs explain FILE:LINE`: which statements are behind a line of an emitted file. */

import { type Diagnostic, diagnostic, hasErrors } from "../diagnostics/diagnostic.ts";
import { jsonText } from "../diagnostics/reports/json-text.ts";
import { directoryOf, displayPath } from "../host/path.ts";
import { emittedFiles } from "../origins/emitted-files.ts";
import type { LineOrigin, OriginSource } from "../origins/line-origins.ts";
import type { ProfileReport } from "../pan/compiler/build-report.ts";
import { decodeState } from "../pan/compiler/incremental/build-state.ts";
import { compileHistories, type ProfileHistory } from "../pan/history/profile-history.ts";
import { profileFormats } from "../pan/profile/registry.ts";
import type { Project } from "../pipeline/project/find-project.ts";
import { additionsOf } from "../pipeline/rules/additions.ts";
import { resolveBySet } from "../pipeline/rules/resolve-by-set.ts";
import { loadRuleSet, type RuleSet } from "../pipeline/rules/rule-set.ts";
import { sourceDigest } from "../pipeline/source-digest.ts";
import { answeredPath } from "../show/answered-path.ts";
import type { AnsweredPath } from "../show/explained.ts";
import type { ExplainedLine, ExplainedSource } from "../show/explained-line.ts";
import { lineJson } from "../show/line-json.ts";
import { lineText } from "../show/line-text.ts";
import { placesIn } from "../show/places.ts";
import { sourceLines } from "../show/source-lines.ts";
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
import { sha256 } from "./sha256.ts";

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
  const set =
    sources && (await loadRuleSet(host, sources, prepared.options, environment.templates));
  const search = new Search(asked, raw, set, environment);
  const output = compileHistories({
    host,
    files: prepared.files,
    options: withIncludePath(prepared.options, set?.includePath ?? []),
    print: (text) => terminal.stderr(`${text}\n`),
    cache: prepared.templates,
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

function objectOf({ name, lookups }: Pick<ProfileReport, "name" | "lookups">): readonly string[] {
  const own = lookups.find((lookup) => lookup.kind === "object" && lookup.name === name);
  return own?.found === undefined ? [] : [own.found];
}

/** The history of a path; undefined of what is none. */
type Answer = (source: OriginSource) => AnsweredPath | undefined;

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
    const completed = this.set && resolveBySet(history.profile, this.set);
    const profile = completed?.profile ?? history.profile;
    const additions = completed?.result === undefined ? [] : additionsOf(completed.result.resolved);
    const secrets = secretStandIns(environment);
    const files = emittedFiles({
      profile,
      digest: sourceDigest(profile, additions, environment.host, sha256),
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
    const answer: Answer = (source) =>
      source.kind === "path" ? answeredPath(history, completed, source.terms) : undefined;
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
    const help = guess === undefined ? undefined : `Did you mean '${guess}'?`;
    return diagnostic("file-not-emitted", noSpan, { path: this.asked.file }, { help });
  }

  private display(path: string): string {
    return displayPath(this.environment.host.currentDirectory, path);
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
