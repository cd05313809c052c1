/** Templates and profiles one by one, as reports: what a thread does of a compilation. */

import type { Services } from "../evaluator/services.ts";
import { activeRules } from "./active-rules.ts";
import type { ProfileReport, TemplateReport } from "./build-report.ts";
import { Compilation } from "./compilation.ts";
import type { CompiledProfile } from "./compile.ts";
import type { CompileOptions } from "./options.ts";
import type { ProfileBuild } from "./profile-build.ts";
import type { SourceHost } from "./source-host.ts";
import type { SourceLookup } from "./source-lookup.ts";
import type { SyntaxCache } from "./syntax-cache/syntax-cache.ts";
import type { TemplateCache } from "./template-store.ts";

export interface SessionInput {
  readonly host: SourceHost;
  readonly options: CompileOptions;
  /** Takes what `debug` and `traceback` say. */
  readonly print: (text: string) => void;
  readonly log: Services["log"];
  readonly cache?: TemplateCache | undefined;
  readonly trees?: SyntaxCache | undefined;
}

export class CompileSession {
  private readonly compilation: Compilation;
  private readonly options: CompileOptions;
  private readonly reported = new Set<string>();
  /** How many of the templates in the store were looked at. */
  private seen = 0;

  constructor({ host, options, print, log, cache, trees }: SessionInput) {
    this.options = options;
    this.compilation = new Compilation(host, options, print, log, cache, trees);
  }

  /** Reads a template file that was given. */
  read(file: string): TemplateReport {
    const { template, diagnostics, tokens } = this.compilation.store.get(file);
    this.reported.add(file);
    const object = template?.kind === "object" ? template.name : undefined;
    return { file, object, tokens, diagnostics };
  }

  /** Lets a file stand for an object template that is not on the include path; the reference compiler does not. */
  offer(object: string, file: string): void {
    if (this.options.dialect === "vmcs") this.compilation.offerFile(object, file);
    else this.compilation.placeFile(object, file);
  }

  /** The templates that were read since this was last asked. */
  newTemplates(): readonly TemplateReport[] {
    const files = this.compilation.store.filesFrom(this.seen);
    this.seen += files.length;
    return files.filter((file) => !this.reported.has(file)).map((file) => this.read(file));
  }

  /**
   * Builds and validates a profile, gives it away if it is sound, and keeps what others may need of it. Unless
   * profiles come in the order of the files, one that depends on that order is not given away.
   */
  build(
    name: string,
    inOrder: boolean,
    onProfile: (profile: CompiledProfile) => void,
  ): ProfileReport {
    const { compilation } = this;
    const build = compilation.finish(name);
    const { evaluation, template } = build;
    const isSound = build.state === "built" && build.valid === true;
    const report = this.report(build, isSound);
    if (isSound && template !== undefined && (inOrder || !report.dependsOnOrder)) {
      onProfile({
        name,
        file: template.file,
        root: evaluation.root,
        provenance: evaluation.provenance,
        rules: activeRules(evaluation),
        dependencies: compilation.dependencies(build),
      });
    }
    compilation.release(name);
    return report;
  }

  /** Text of a template that was read, for showing diagnostics. */
  text(file: string): string | undefined {
    return this.compilation.store.text(file);
  }

  private report(build: ProfileBuild, isSound: boolean): ProfileReport {
    const all = this.compilation.withReferences(build);
    const { statements, includes, calls, iterations } = build.counters;
    const files = new Set<string>();
    const lookups = new Map<string, SourceLookup>();
    for (const { lookups: own, texts } of all) {
      for (const [key, lookup] of own) {
        lookups.set(key, lookup);
        const isTemplate = lookup.kind === "object" || lookup.kind === "template";
        if (isTemplate && lookup.found !== undefined) files.add(lookup.found);
      }
      for (const text of texts) files.add(text);
    }
    return {
      name: build.name,
      isSound,
      diagnostics: build.diagnostics,
      counters: { statements, includes, calls, iterations },
      files: [...files],
      lookups: [...lookups.values()],
      references: all.slice(1).map(({ name }) => name),
      dependsOnOrder: all.some(({ isCyclic, diagnostics }) => {
        return isCyclic || diagnostics.some(({ code }) => code === "stack-exhausted");
      }),
    };
  }
}
