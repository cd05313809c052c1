/**
 * Files of templates to files of profiles: only what has to be built, on as many threads as pay.
 *
 * The compiler proper is loaded when there is something to compile. Bytes and diagnostics do not depend on the
 * number of threads: what a thread says is put into one order at the end (`assemble`), and a profile whose outcome
 * depends on the order of work, such as one in a circle of profiles, is built again in the order of the files.
 */

import { compareCodeUnits } from "../../base/compare.ts";
import { type Diagnostic, diagnostic } from "../../diagnostics/diagnostic.ts";
import type { Host, OutputFile } from "../../host/host.ts";
import type { Threads } from "../../host/threads.ts";
import { noSpan } from "../../text/span.ts";
import type { Counters } from "../evaluator/counters.ts";
import { assemble } from "./assemble.ts";
import type { ProfileReport, TemplateReport } from "./build-report.ts";
import type { BuildMemory, OutputMark } from "./incremental/build-memory.ts";
import type { SharedRead } from "./incremental/shared-reads.ts";
import type { BuildResult, Job } from "./job.ts";
import type { JobHost, JobSession, Speech } from "./job-session.ts";
import type { OutputPlan, WrittenProfile } from "./profile-output.ts";
import type { ProfileWork } from "./profile-work.ts";
import type { CompileSettings } from "./settings.ts";
import type { TreePlace } from "./syntax-cache/syntax-cache.ts";
import type { TemplateCache } from "./template-store.ts";
import { ThreadCount } from "./thread-count.ts";
import { ThreadPool } from "./thread-pool.ts";
import { WorkQueue } from "./work-queue.ts";

export interface BuildInput {
  readonly host: JobHost & Pick<Host, "now">;
  /** Absolute paths of template files; those that are no object templates are only read. */
  readonly files: readonly string[];
  readonly settings: CompileSettings;
  readonly output: OutputPlan;
  readonly threading: Threading | undefined;
  readonly speech: Speech;
  /** What earlier builds have left; undefined if everything is to be built. */
  readonly memory: BuildMemory | undefined;
  /** What more is made of each profile than its files; undefined if nothing is. */
  readonly work?: BuildWork | undefined;
  /** Templates that stay in memory between builds with the same settings. */
  readonly cache?: TemplateCache | undefined;
  /** Where syntax trees are kept between builds; undefined if none are. */
  readonly trees?: TreePlace | undefined;
  /** Takes the number of finished profiles and of those known so far. */
  readonly onProgress?: (done: number, known: number) => void;
}

export interface BuildWork {
  /** What threads make it of; plain data. */
  readonly plan: unknown;
  /** The first thread's own. */
  readonly own: () => Promise<ProfileWork>;
  /**
   * Takes what was made of each profile in the order of the files, and says what became of it. A profile that was not
   * built this time has none but the marks of its files.
   */
  readonly deliver: (
    name: string,
    made: readonly OutputFile[] | readonly OutputMark[],
  ) => Delivered;
  readonly noteReads: (reads: readonly SharedRead[]) => void;
}

export interface Delivered {
  readonly written: WrittenProfile;
  readonly diagnostics: readonly Diagnostic[];
}

/** Undefined threads of a build are none but the first. */
export interface Threading {
  readonly threads: Threads;
  /** The first one counts. */
  readonly count: number;
  /** For all threads together, in MB; undefined if nothing was said. */
  readonly memory: number | undefined;
  /** Whether to start threads before it is known that they pay. */
  readonly isEager?: boolean;
}

export interface BuildOutput {
  readonly diagnostics: readonly Diagnostic[];
  readonly counters: Counters;
  /** Profiles that exist, sound or not. */
  readonly profiles: number;
  /** The profiles that were built, and why each was. */
  readonly built: ReadonlyMap<string, string>;
  /** Files of the sound profiles, in the order of their names. */
  readonly passed: readonly string[];
  readonly text: (path: string) => string | undefined;
}

export async function buildProfiles(input: BuildInput): Promise<BuildOutput> {
  const build = new ProfilesBuild(input);
  try {
    return await build.run();
  } finally {
    build.end();
  }
}

class ProfilesBuild {
  private readonly input: BuildInput;
  private readonly files: readonly string[];
  private readonly templates = new Map<string, TemplateReport>();
  private readonly profiles = new Map<string, ProfileReport>();
  private readonly offers = new Map<string, string>();
  private readonly objects = new Set<string>();
  private readonly built = new Map<string, string>();
  private readonly later: string[] = [];
  /** What was made of profiles and is not written yet; of profiles that were not built, what they have. */
  private readonly made = new Map<string, Made>();
  private readonly problems: Diagnostic[] = [];
  private readonly queue = new WorkQueue();
  private session: JobSession | undefined;
  private pool: ThreadPool | undefined;

  constructor(input: BuildInput) {
    this.input = input;
    this.files = [...new Set(input.files)].sort();
  }

  async run(): Promise<BuildOutput> {
    const { settings, memory } = this.input;
    for (const file of this.files) await this.readGiven(file);
    if (settings.build) {
      this.plan([...this.offers.keys()]);
      if (this.queue.size > 0) await this.buildQueue();
    }
    this.deliver();
    const { diagnostics, counters } = assemble(this.files, this.templates, this.profiles);
    memory?.save();
    this.session?.end();
    return {
      diagnostics: [...diagnostics, ...this.problems],
      counters,
      profiles: this.profiles.size,
      built: this.built,
      passed: this.soundFiles(),
      text: (path) => this.session?.text(path),
    };
  }

  end(): void {
    this.pool?.end();
  }

  private soundFiles(): readonly string[] {
    const sound = [...this.templates.values()].filter(
      ({ object }) => object !== undefined && this.profiles.get(object)?.isSound === true,
    );
    return sound.map(({ file }) => file).sort(compareCodeUnits);
  }

  private async readGiven(file: string): Promise<void> {
    const { memory } = this.input;
    let template = memory?.template(file);
    if (template === undefined) {
      const session = await this.ownSession();
      const read = session.read(file);
      template = read.template;
      memory?.noteFiles([template], read.marks);
    }
    this.templates.set(file, template);
    const { object } = template;
    if (object === undefined || this.offers.has(object)) return;
    this.offers.set(object, file);
    this.session?.offer(object, file);
  }

  /** Puts on the queue what has to be built of these profiles, and of those that they lead to. */
  private plan(objects: readonly string[]): void {
    const { memory } = this.input;
    const pending = objects.filter((object) => !this.objects.has(object));
    for (let name = pending.shift(); name !== undefined; name = pending.shift()) {
      if (this.objects.has(name)) continue;
      this.objects.add(name);
      const known = memory?.profile(name, this.offers) ?? { reason: "it is built every time" };
      if ("reason" in known) {
        this.built.set(name, known.reason);
        this.queue.add(name);
        continue;
      }
      this.profiles.set(name, known.report);
      this.made.set(name, { files: known.outputs, isFleeting: false });
      for (const template of known.templates) {
        this.templates.set(template.file, template);
        if (template.object !== undefined) pending.push(template.object);
      }
    }
  }

  private async buildQueue(): Promise<void> {
    const { threading, onProgress } = this.input;
    const { queue } = this;
    const isBounded = threading?.memory !== undefined;
    const mayThread = threading !== undefined && (threading.count > 1 || isBounded);
    if (mayThread) this.pool = this.newPool(threading);
    if (isBounded) this.pool?.grow(Math.min(threading.count, queue.size));
    else await this.buildHere(mayThread ? threading : undefined);
    await this.pool?.drain();
    this.pool?.end();
    if (this.later.length > 0) await this.buildLater();
    onProgress?.(this.profiles.size, this.objects.size);
  }

  /** The first thread's share: all of it where there are no others. */
  private async buildHere(threading: Threading | undefined): Promise<void> {
    const { host } = this.input;
    const session = await this.ownSession();
    const count = new ThreadCount(threading);
    this.pool?.grow(count.atOnce(this.queue.size));
    for (let name = this.queue.take(); name !== undefined; name = this.queue.take()) {
      const began = host.now();
      this.take(session.build(name, threading === undefined));
      count.note(host.now() - began);
      if (this.pool === undefined) continue;
      if (this.pool.size === 0) this.pool.grow(count.wanted(this.queue.size));
      await this.pool.pause();
    }
  }

  /** In the order of the files, in a session that knows nothing else. */
  private async buildLater(): Promise<void> {
    const order = [...this.objects];
    const session = await this.newSession();
    for (const name of this.later.sort((a, b) => order.indexOf(a) - order.indexOf(b))) {
      this.take(session.build(name, true), true);
    }
  }

  private take(result: BuildResult, inOrder = this.pool === undefined): void {
    const { memory, work, onProgress } = this.input;
    const { report, finished, templates, marks } = result;
    for (const template of templates) this.templates.set(template.file, template);
    memory?.noteFiles(templates, marks);
    const found = templates.flatMap(({ object }) => (object === undefined ? [] : [object]));
    this.plan(found);
    if (report.dependsOnOrder && !inOrder) {
      this.later.push(report.name);
      return;
    }
    this.profiles.set(report.name, report);
    work?.noteReads(finished?.reads ?? []);
    if (work !== undefined && finished !== undefined) {
      this.made.set(report.name, { files: finished.made, isFleeting: finished.isFleeting });
    } else this.noteWritten(report, finished?.written);
    onProgress?.(this.profiles.size, this.objects.size);
  }

  private noteWritten(report: ProfileReport, written: WrittenProfile | undefined): void {
    this.problems.push(...writeProblems(written));
    if (written?.problem === undefined)
      this.input.memory?.noteProfile(report, written?.files ?? []);
  }

  /** Writes what was made: the given files' profiles in their order, then those that they have led to. */
  private deliver(): void {
    const { work, memory } = this.input;
    if (work === undefined) return;
    const given = [...this.offers.keys()];
    const others = [...this.objects].filter((name) => !this.offers.has(name));
    for (const name of [...given, ...others.sort(compareCodeUnits)]) {
      const made = this.made.get(name);
      const report = this.profiles.get(name);
      if (made === undefined || report === undefined) continue;
      const { written, diagnostics } = work.deliver(name, made.files);
      this.problems.push(...diagnostics);
      const reason = whyForgotten(made, diagnostics);
      if (reason !== undefined) memory?.forget(name, reason);
      if (!this.built.has(name)) continue;
      if (reason !== undefined) this.problems.push(...writeProblems(written));
      else this.noteWritten(report, written);
    }
  }

  private newPool({ threads, count, memory }: Threading): ThreadPool {
    const forEach = Math.floor((memory ?? threads.memory * 0.75) / count);
    return new ThreadPool(
      {
        threads,
        job: this.job(),
        memory: forEach,
        onResult: (result) => this.take(result),
        onExhausted: (name) => {
          const template = this.offers.get(name);
          const span = template === undefined ? noSpan : { ...noSpan, file: template };
          this.problems.push(
            diagnostic("memory-exhausted", span, { profile: name, limit: forEach }),
          );
        },
      },
      this.queue,
    );
  }

  private job(): Job {
    const { settings, output, trees } = this.input;
    return { settings, output, trees, work: this.input.work?.plan, offers: [...this.offers] };
  }

  private async ownSession(): Promise<JobSession> {
    this.session ??= await this.newSession();
    return this.session;
  }

  private async newSession(): Promise<JobSession> {
    const { JobSession } = await import("./job-session.ts");
    const { host, work, speech, cache } = this.input;
    return new JobSession(host, this.job(), await work?.own(), speech, cache);
  }
}

interface Made {
  readonly files: readonly OutputFile[] | readonly OutputMark[];
  readonly isFleeting: boolean;
}

function whyForgotten({ isFleeting }: Made, conflicts: readonly Diagnostic[]): string | undefined {
  if (isFleeting) return "it has a secret in it, of which nothing is kept";
  return conflicts.length > 0 ? "a file of it was another one's" : undefined;
}

function writeProblems(written: WrittenProfile | undefined): readonly Diagnostic[] {
  const problem = written?.problem;
  return problem === undefined ? [] : [diagnostic("output-unwritable", noSpan, { ...problem })];
}
