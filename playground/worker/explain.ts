/** Who wrote a value, and what is behind a line of a file: the answers of `vmcs explain`, of what was built last. */

import { type EmittedFile, emittedFiles } from "../../src/origins/emitted-files.ts";
import type { FileOrigins, OriginSource } from "../../src/origins/line-origins.ts";
import { peekAt } from "../../src/pan/evaluator/write-log.ts";
import { leavesBelow } from "../../src/pan/history/expand-path.ts";
import { explainPath } from "../../src/pan/history/explain-path.ts";
import { parsePath } from "../../src/pan/tree/path.ts";
import type { Term } from "../../src/pan/tree/term.ts";
import { isResource } from "../../src/pan/tree/value.ts";
import { answeredPath } from "../../src/show/answered-path.ts";
import type { AnsweredPath } from "../../src/show/explained.ts";
import type { ExplainedLine, ExplainedSource } from "../../src/show/explained-line.ts";
import { explanationText } from "../../src/show/explanation-text.ts";
import { lineText } from "../../src/show/line-text.ts";
import { sourceLines } from "../../src/show/source-lines.ts";
import type { Sources } from "../../src/show/write-text.ts";
import { backends } from "../../src/spawn/registry.ts";
import type { Explained } from "../messages.ts";
import { shown } from "../paths.ts";
import { type Build, completedProfile, digestOf, type KeptProfile, readSecret } from "./build.ts";

/** Of a large dict the table is cut. */
const mostLeaves = 200;

export function explainValue(build: Build, name: string, path: string): Explained {
  const kept = build.profiles.get(name);
  const parsed = parsePath(path);
  if (kept === undefined || !("terms" in parsed)) {
    return { title: path, text: `Nothing is known of ${path}: the description has changed.` };
  }
  const { terms } = parsed;
  const { history } = kept;
  const value = peekAt(history.profile.root, terms);
  const leaves =
    value === undefined || !isResource(value)
      ? undefined
      : leavesBelow(value, terms, Number.POSITIVE_INFINITY)
          .slice(0, mostLeaves)
          .map((leaf) => explainPath(history, leaf));
  const answer = { ...answerOf(kept, terms), leaves };
  return { title: path, text: explanationText(answer, sourcesOf(build)) };
}

export function explainLine(build: Build, name: string, file: string, line: number): Explained {
  const title = `${file}:${line}`;
  const kept = build.profiles.get(name);
  const emitted = kept && filesOf(kept, build).find((one) => one.name === file);
  const origins = emitted && originsOf(emitted);
  if (kept === undefined || emitted === undefined || origins === undefined) {
    return { title, text: `Nothing is known of ${title}: the description has changed.` };
  }
  const { range, relation, origins: found } = origins.of(line);
  const text = origins.lines[line - 1] ?? "";
  const of = (source: OriginSource): ExplainedSource => ({
    source,
    answer: source.kind === "path" ? answerOf(kept, source.terms) : undefined,
  });
  const { profile } = kept.history;
  const explained: ExplainedLine = {
    file,
    line,
    current: { line, text },
    stored: undefined,
    profile: { name: profile.name, file: shown(profile.file) },
    writer: emitted.writer,
    machine: emitted.machine,
    range,
    relation,
    origins: found.map(({ source, role, columns, from }) => ({
      ...of(source),
      role,
      columns,
      part: columns && text.slice(columns.start, columns.end),
      from: from.map(of),
    })),
  };
  return { title, text: lineText(explained, false, sourcesOf(build)) };
}

function answerOf({ history, resolved }: KeptProfile, terms: readonly Term[]): AnsweredPath {
  return answeredPath(history, resolved, terms);
}

function sourcesOf({ places, text }: Build): Sources {
  return { places, line: sourceLines(text) };
}

/** Trying out what changes a line takes a while; what was found of a file serves all its lines. */
const files = new WeakMap<KeptProfile, readonly EmittedFile[]>();
const lines = new WeakMap<EmittedFile, FileOrigins>();

function filesOf(kept: KeptProfile, { host, description }: Build): readonly EmittedFile[] {
  const known = files.get(kept);
  if (known !== undefined) return known;
  const made = emittedFiles({
    profile: completedProfile(kept).profile,
    digest: digestOf(kept, host),
    formats: [],
    backends,
    options: { xenRelease: description.xenRelease, readSecret },
  });
  files.set(kept, made);
  return made;
}

function originsOf(file: EmittedFile): FileOrigins | undefined {
  const known = lines.get(file);
  if (known !== undefined) return known;
  const found = file.origins();
  if (found !== undefined) lines.set(file, found);
  return found;
}
