/** What a build leaves behind: files with their digests, and profiles with all that they depend on. */

import type { ProfileReport, TemplateReport } from "../build-report.ts";
import type { SourceLookup } from "../source-lookup.ts";
import type { FileMark } from "../tracking-host.ts";
import type { OutputMark } from "./build-memory.ts";

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
}

interface StoredProfile {
  readonly report: Omit<ProfileReport, "files" | "lookups">;
  readonly files: readonly number[];
  readonly lookups: readonly number[];
  readonly outputs: readonly OutputMark[];
}

const format = "vmcs build state 1";

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
      files: files.flatMap((file) => numbers.get(file) ?? []),
      lookups: asked.map((lookup) => lookups.of(lookup)),
      outputs,
    };
  });
  const stored: StoredState = {
    key: state.key,
    marks,
    templates: [...state.templates.values()],
    lookups: lookups.all,
    profiles,
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
    marks: new Map(stored.marks.map((mark) => [mark.path, mark])),
    templates: new Map(stored.templates.map((template) => [template.file, template])),
    profiles: new Map(
      stored.profiles.map(({ report, files, lookups, outputs }) => [
        report.name,
        {
          report: {
            ...report,
            files: files.map((index) => paths[index] as string),
            lookups: lookups.map((index) => stored.lookups[index] as SourceLookup),
          },
          outputs,
        },
      ]),
    ),
  };
}

class Numbering<Item> {
  readonly all: Item[] = [];
  private readonly numbers = new Map<string, number>();
  private readonly identity: (item: Item) => string;

  constructor(identity: (item: Item) => string) {
    this.identity = identity;
  }

  of(item: Item): number {
    const key = this.identity(item);
    const known = this.numbers.get(key);
    if (known !== undefined) return known;
    this.numbers.set(key, this.all.length);
    return this.all.push(item) - 1;
  }
}
