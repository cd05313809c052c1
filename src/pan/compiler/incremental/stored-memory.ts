/**
 * Decides what of an earlier build still holds.
 *
 * A profile holds if every file that it was made from has the content that it had, every question after a file has
 * the answer that it had, and its own files are as they were written. Files are compared by what the file system
 * says of them, and where that is not sure by content. Whatever cannot be judged is built again.
 */

import type { Host } from "../../../host/host.ts";
import { displayPath } from "../../../host/path.ts";
import type { ProfileReport, TemplateReport } from "../build-report.ts";
import type { SourceLookup } from "../source-lookup.ts";
import { TemplateRepository } from "../template-repository.ts";
import { type FileMark, renewMark, type TrackedHost } from "../tracking-host.ts";
import type { BuildMemory, KnownProfile, OutputMark, StaleProfile } from "./build-memory.ts";
import type { BuildState, ProfileRecord, StateKey } from "./build-state.ts";

export interface StoredMemoryInput {
  readonly host: TrackedHost & Pick<Host, "currentDirectory">;
  readonly includePath: readonly string[];
  readonly key: StateKey;
  /** Undefined if there is none. */
  readonly state: BuildState | undefined;
  /** Why nothing of it holds, if that is known. */
  readonly stale?: string | undefined;
  readonly save: (state: BuildState) => void;
}

/** What cannot be relied on: suggestions look at directories, and a stack may be deeper next time. */
const notKept: ReadonlySet<string> = new Set(["template-not-found", "stack-exhausted"]);

export class StoredMemory implements BuildMemory {
  private readonly input: StoredMemoryInput;
  private readonly repository: TemplateRepository;
  /** Why nothing of the state holds. */
  private readonly reason: string | undefined;
  private readonly state: BuildState | undefined;
  /** Of files as they are now; undefined for those that have changed. */
  private readonly marks = new Map<string, FileMark | undefined>();
  private readonly answers = new Map<SourceLookup, string | undefined>();
  private readonly templates = new Map<string, TemplateReport>();
  private readonly profiles = new Map<string, ProfileRecord>();
  private readonly forgotten = new Map<string, string>();
  /** Files of which two threads have seen different contents. */
  private readonly unsteady = new Set<string>();
  private readonly asked = new Set<string>();
  private isChanged = false;

  constructor(input: StoredMemoryInput) {
    this.input = input;
    this.repository = new TemplateRepository(input.host, input.includePath);
    this.reason = whyNothingHolds(input);
    this.state = this.reason === undefined ? input.state : undefined;
  }

  template(file: string): TemplateReport | undefined {
    const known = this.state?.templates.get(file);
    if (known === undefined || this.mark(file) === undefined) return undefined;
    this.templates.set(file, known);
    return known;
  }

  profile(name: string, offers: ReadonlyMap<string, string>): KnownProfile | StaleProfile {
    this.asked.add(name);
    const record = this.state?.profiles.get(name);
    if (record === undefined) {
      const reason = this.reason ?? this.state?.forgotten?.get(name);
      return { reason: reason ?? "it was not built before" };
    }
    const { report, outputs } = record;
    const reason = this.changedAnswer(report, offers) ?? this.changedFile(report);
    if (reason !== undefined) return { reason };
    const renewed = this.renewOutputs(outputs);
    if (typeof renewed === "string") {
      return { reason: `${this.show(renewed)} was changed or removed` };
    }
    const templates = report.files.flatMap((file) => this.template(file) ?? []);
    this.profiles.set(name, { report, outputs: renewed });
    return { report, templates, outputs: renewed };
  }

  noteFiles(templates: readonly TemplateReport[], marks: readonly FileMark[]): void {
    this.isChanged = true;
    for (const template of templates) this.templates.set(template.file, template);
    for (const mark of marks) {
      const known = this.marks.get(mark.path);
      if (known !== undefined && known.digest !== mark.digest) this.unsteady.add(mark.path);
      this.marks.set(mark.path, mark);
    }
  }

  noteProfile(report: ProfileReport, outputs: readonly OutputMark[]): void {
    this.isChanged = true;
    if (report.dependsOnOrder || report.diagnostics.some(({ code }) => notKept.has(code))) return;
    this.profiles.set(report.name, { report, outputs });
  }

  forget(name: string, reason: string): void {
    this.asked.add(name);
    this.forgotten.set(name, reason);
    if (this.profiles.delete(name)) this.isChanged = true;
  }

  save(): void {
    const { state, input, profiles, unsteady } = this;
    if (state !== undefined && !this.isChanged) return;
    const known = [...this.marks].filter(
      (entry): entry is [string, FileMark] => entry[1] !== undefined,
    );
    const marks = new Map([...(state?.marks ?? []), ...known]);
    const kept = [...this.othersThatHold(marks), ...profiles].filter(
      ([, { report }]) => !report.files.some((file) => unsteady.has(file)),
    );
    input.save({
      key: input.key,
      marks,
      templates: new Map([...(state?.templates ?? []), ...this.templates]),
      profiles: new Map(kept),
      forgotten: this.forgotten,
    });
  }

  /** Profiles that nobody asked for this time, unless it has shown that they have changed. */
  private othersThatHold(
    marks: ReadonlyMap<string, FileMark>,
  ): readonly (readonly [string, ProfileRecord])[] {
    const { state } = this;
    if (state === undefined) return [];
    return [...state.profiles].filter(([name, { report }]) => {
      if (this.asked.has(name) || this.isGone(report)) return false;
      return report.files.every(
        (file) => marks.get(file)?.digest === state.marks.get(file)?.digest,
      );
    });
  }

  private isGone({ lookups }: ProfileReport): boolean {
    const object = lookups.find(({ kind }) => kind === "object");
    return object?.found === undefined || this.input.host.kind(object.found) === "missing";
  }

  private mark(file: string): FileMark | undefined {
    if (this.marks.has(file)) return this.marks.get(file);
    const known = this.state?.marks.get(file);
    const now = known === undefined ? undefined : renewMark(this.input.host, known);
    if (now !== known) this.isChanged = true;
    this.marks.set(file, now);
    return now;
  }

  private changedFile({ files }: ProfileReport): string | undefined {
    const changed = files.find((file) => this.isDifferent(file));
    return changed === undefined ? undefined : `${this.show(changed)} has changed`;
  }

  /** Compared with the state, as a thread may have read the file since. */
  private isDifferent(file: string): boolean {
    const now = this.mark(file);
    return now === undefined || now.digest !== this.state?.marks.get(file)?.digest;
  }

  private changedAnswer(
    { lookups }: ProfileReport,
    offers: ReadonlyMap<string, string>,
  ): string | undefined {
    for (const lookup of lookups) {
      const { kind, name, found } = lookup;
      const place = this.answer(lookup) ?? (kind === "object" ? offers.get(name) : undefined);
      if (place === found) continue;
      const what = kind === "text" || kind === "directory" ? "the file" : "the template";
      return place === undefined
        ? `${what} '${name}' is no longer found`
        : `${what} '${name}' is found at ${this.show(place)} now`;
    }
    return undefined;
  }

  /** Where the file is now; for a text that has become a directory, or the reverse, a place that it never had. */
  private answer(lookup: SourceLookup): string | undefined {
    if (this.answers.has(lookup)) return this.answers.get(lookup);
    const { kind, name } = lookup;
    const loadPath = lookup.loadPath.split(":");
    const isText = kind === "text" || kind === "directory";
    const place = isText
      ? this.repository.findText(name, loadPath)?.path
      : this.repository.findTemplate(name, loadPath)?.path;
    const isOther =
      isText &&
      place !== undefined &&
      (this.input.host.kind(place) === "directory") !== (kind === "directory");
    const answer = isOther ? `${place}/` : place;
    this.answers.set(lookup, answer);
    return answer;
  }

  /** The marks of its files as they are; the path of one that holds something else, or is gone. */
  private renewOutputs(outputs: readonly OutputMark[]): readonly OutputMark[] | string {
    const { host } = this.input;
    const renewed: OutputMark[] = [];
    for (const output of outputs) {
      const mark = host.stamp(output.path)?.mark;
      if (mark === undefined) return output.path;
      if (mark === output.mark) renewed.push(output);
      else {
        // Written again by somebody else, perhaps with the same content.
        const bytes = host.readBytes(output.path);
        if (bytes === undefined || host.digest(bytes) !== output.digest) return output.path;
        this.isChanged = true;
        renewed.push({ ...output, mark });
      }
    }
    return renewed;
  }

  private show(path: string): string {
    return displayPath(this.input.host.currentDirectory, path);
  }
}

export function whyNothingHolds({
  state,
  key,
  stale,
}: Pick<StoredMemoryInput, "state" | "key" | "stale">): string | undefined {
  if (state === undefined) return "there is no earlier build to compare with";
  if (stale !== undefined) return stale;
  if (state.key.compiler !== key.compiler) return "the compiler has changed";
  return state.key.options === key.options ? undefined : "the options have changed";
}
