/** What a build leaves behind: files with their digests, and profiles with all that they depend on. */

import type { Diagnostic } from "../../../diagnostics/diagnostic.ts";
import type { ProfileReport, TemplateReport } from "../build-report.ts";
import type { SourceLookup } from "../source-lookup.ts";
import type { FileMark } from "../tracking-host.ts";
import type { OutputMark } from "./build-memory.ts";
import type { SharedRead } from "./shared-reads.ts";

/** A profile with the marks of the files that were written of it. */
export interface ProfileRecord {
  readonly report: ProfileReport;
  readonly outputs: readonly OutputMark[];
}

export interface BuildState {
  /** Of all that decides the result besides files: options, compiler. */
  readonly key: StateKey;
  readonly marks: ReadonlyMap<string, FileMark>;
  readonly templates: ReadonlyMap<string, TemplateReport>;
  readonly profiles: ReadonlyMap<string, ProfileRecord>;
  /** Profiles of which nothing is kept, and why. */
  readonly forgotten?: ReadonlyMap<string, string> | undefined;
  /** What all profiles depend on; undefined if there is nothing of that kind. */
  readonly shared?: SharedState | undefined;
}

export interface SharedState {
  readonly reads: readonly SharedRead[];
  /** Directories of rule repositories. */
  readonly includePath: readonly string[];
  /** What is wrong with the rules themselves. */
  readonly diagnostics: readonly Diagnostic[];
}

export interface StateKey {
  readonly compiler: string;
  readonly options: string;
}

/** Lookups and files are stored once, and named by their number: hundreds of profiles share most of them. */
interface StoredState {
  readonly key: StateKey;
  readonly marks: readonly FileMark[];
  readonly templates: readonly TemplateReport[];
  readonly lookups: readonly SourceLookup[];
  readonly profiles: readonly StoredProfile[];
  readonly forgotten: readonly (readonly [name: string, reason: string])[];
  readonly shared?: SharedState | undefined;
}

interface StoredProfile {
  readonly report: Omit<ProfileReport, "files" | "lookups">;
  readonly files: Runs;
  readonly lookups: Runs;
  readonly outputs: readonly OutputMark[];
}

/** Numbers as runs, each by its first number and its length: most profiles share long ones. */
type Runs = readonly number[];

const format = "vmcs build state 2";

type Digest = (text: string) => string;

/** The text of a state; its first line tells whether the rest is whole. */
export function encodeState(state: BuildState, digest: Digest): string {
  const lookups = new Numbering<SourceLookup>(
    ({ kind, name, loadPath, found }) => `${kind}\n${name}\n${loadPath}\n${found}`,
  );
  const marks = [...state.marks.values()];
  const numbers = new Map(marks.map(({ path }, index) => [path, index]));
  const profiles = [...state.profiles.values()].map(({ report, outputs }): StoredProfile => {
    const { files, lookups: asked, ...rest } = report;
    return {
      report: rest,
      files: runsOf(files.flatMap((file) => numbers.get(file) ?? [])),
      lookups: runsOf(asked.map((lookup) => lookups.of(lookup))),
      outputs,
    };
  });
  const stored: StoredState = {
    key: state.key,
    marks,
    templates: [...state.templates.values()],
    lookups: lookups.all,
    profiles,
    forgotten: [...(state.forgotten ?? [])],
    shared: state.shared,
  };
  const body = JSON.stringify(stored);
  return `${format} ${digest(body)}\n${body}\n`;
}

/** Undefined if the text is damaged, or of another version. */
export function decodeState(text: string, digest: Digest): BuildState | undefined {
  const end = text.indexOf("\n");
  const body = text.slice(end + 1, -1);
  if (end < 0 || text.slice(0, end) !== `${format} ${digest(body)}`) return undefined;
  const stored = JSON.parse(body) as StoredState;
  const paths = stored.marks.map(({ path }) => path);
  return {
    key: stored.key,
    forgotten: new Map(stored.forgotten),
    shared: stored.shared,
    marks: new Map(stored.marks.map((mark) => [mark.path, mark])),
    templates: new Map(stored.templates.map((template) => [template.file, template])),
    profiles: new Map(
      stored.profiles.map(({ report, files, lookups, outputs }) => [
        report.name,
        {
          report: {
            ...report,
            files: fromRuns(files, paths),
            lookups: fromRuns(lookups, stored.lookups),
          },
          outputs,
        },
      ]),
    ),
  };
}

function runsOf(numbers: readonly number[]): Runs {
  const runs: number[] = [];
  for (const number of numbers) {
    const last = runs.length - 1;
    const length = runs[last];
    if (length !== undefined && number === (runs[last - 1] as number) + length)
      runs[last] = length + 1;
    else runs.push(number, 1);
  }
  return runs;
}

function fromRuns<Item>(runs: Runs, items: readonly Item[]): readonly Item[] {
  const found: Item[] = [];
  for (let i = 0; i < runs.length; i += 2) {
    const first = runs[i] as number;
    const end = first + (runs[i + 1] as number);
    for (let number = first; number < end; number++) found.push(items[number] as Item);
  }
  return found;
}

class Numbering<Item extends object> {
  readonly all: Item[] = [];
  /** Most items were read from a state, and are the same objects in all profiles. */
  private readonly known = new Map<Item, number>();
  private readonly numbers = new Map<string, number>();
  private readonly identity: (item: Item) => string;

  constructor(identity: (item: Item) => string) {
    this.identity = identity;
  }

  of(item: Item): number {
    let number = this.known.get(item);
    if (number === undefined) {
      const key = this.identity(item);
      number = this.numbers.get(key) ?? this.all.push(item) - 1;
      this.numbers.set(key, number);
      this.known.set(item, number);
    }
    return number;
  }
}
