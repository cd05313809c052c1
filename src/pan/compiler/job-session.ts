/** A session that writes what it builds: the work of one thread, the first one or another. */

import { invariant } from "../../base/invariant.ts";
import type { Host } from "../../host/host.ts";
import type { Services } from "../evaluator/services.ts";
import { isUnknownFormat, selectFormats } from "../profile/select-formats.ts";
import type { TemplateReport } from "./build-report.ts";
import { CompileSession } from "./compile-session.ts";
import type { BuildResult, Job } from "./job.ts";
import { type OutputPlan, writeProfileFiles } from "./profile-output.ts";
import type { FinishedProfile, ProfileWork } from "./profile-work.ts";
import { optionsOf } from "./settings.ts";
import { SyntaxCache } from "./syntax-cache/syntax-cache.ts";
import type { TemplateCache } from "./template-store.ts";
import {
  type FileMark,
  type TrackedHost,
  type Tracking,
  trackReads,
  untracked,
} from "./tracking-host.ts";

export type JobHost = TrackedHost & Pick<Host, "writeFiles" | "gzip" | "trim">;

export interface Speech {
  /** Takes what `debug` and `traceback` say. */
  readonly print: (text: string) => void;
  readonly log: Services["log"];
}

const silent: Speech = { print: () => undefined, log: undefined };

export class JobSession {
  private readonly work: ProfileWork;
  private readonly tracking: Tracking;
  private readonly session: CompileSession;
  private readonly trees: SyntaxCache | undefined;

  constructor(
    host: JobHost,
    job: Job,
    work: ProfileWork = writing(host, job.output),
    speech: Speech = silent,
    cache?: TemplateCache,
  ) {
    this.work = work;
    this.tracking = job.output.withDigests ? trackReads(host) : untracked(host);
    const options = optionsOf(job.settings);
    this.trees = job.trees === undefined ? undefined : new SyntaxCache(host, job.trees);
    const { trees } = this;
    this.session = new CompileSession({
      host: this.tracking.host,
      options,
      cache,
      trees,
      ...speech,
    });
    for (const [object, file] of job.offers) this.offer(object, file);
  }

  read(file: string): { readonly template: TemplateReport; readonly marks: readonly FileMark[] } {
    const template = this.session.read(file);
    return { template, marks: this.tracking.newMarks() };
  }

  offer(object: string, file: string): void {
    this.session.offer(object, file);
  }

  /** With `inOrder` the profiles come in the order of the files, and nothing is left for later. */
  build(name: string, inOrder: boolean): BuildResult {
    const { session, tracking, work } = this;
    let finished: FinishedProfile | undefined;
    const built = session.build(name, inOrder, (profile) => {
      finished = work.finish(profile);
    });
    const diagnostics = [...built.diagnostics, ...(finished?.diagnostics ?? [])];
    const report = { ...built, diagnostics };
    this.trees?.saveIfGrown();
    return { report, finished, templates: session.newTemplates(), marks: tracking.newMarks() };
  }

  /** Leaves what later runs can use. */
  end(): void {
    this.trees?.save();
  }

  text(file: string): string | undefined {
    return this.session.text(file);
  }
}

/** Each profile is written in its formats as soon as it is built. */
function writing(host: JobHost, output: OutputPlan): ProfileWork {
  const formats = selectFormats(output.formats.join(",") || "none");
  invariant(!isUnknownFormat(formats), "formats are known before anything is built");
  return {
    finish: (profile) => ({
      written: writeProfileFiles(host, profile, formats, output),
      made: [],
      diagnostics: [],
      isFleeting: false,
      reads: [],
    }),
  };
}
