/**
 * One run of the compiler: builds the profiles that were asked for and those that they refer to.
 *
 * A profile that another one refers to is built at that moment; a circle of references during the build is an
 * error, during validation it is not, as everything is built by then.
 */

import { type Diagnostic, diagnostic, type RelatedPlace } from "../../diagnostics/diagnostic.ts";
import { closestName } from "../../text/did-you-mean.ts";
import { noSpan, type Span } from "../../text/span.ts";
import { type CompiledTemplate, runTemplate } from "../evaluator/compiled-template.ts";
import { newCounters } from "../evaluator/counters.ts";
import { Evaluation, type EvaluationOptions, type Type } from "../evaluator/evaluation.ts";
import { GlobalVariable } from "../evaluator/global-variable.ts";
import type { Services } from "../evaluator/services.ts";
import { Sharing } from "../evaluator/sharing/sharing.ts";
import { fail } from "../evaluator/site.ts";
import type { Dependency } from "../profile/dependency.ts";
import type { Dict } from "../tree/dict.ts";
import { List } from "../tree/list.ts";
import type { Value } from "../tree/value.ts";
import { checkType } from "../validator/check-type.ts";
import { insertDefaults } from "../validator/default-value.ts";
import { validate } from "../validator/validate.ts";
import { brokenFile, withTrace } from "./broken-file.ts";
import { type BuildInputs, findText, note } from "./build-inputs.ts";
import type { CompileOptions } from "./options.ts";
import { type ProfileBuild, released } from "./profile-build.ts";
import type { SourceHost } from "./source-host.ts";
import type { SourceLookup } from "./source-lookup.ts";
import { guardStack } from "./stack-guard.ts";
import type { SyntaxCache } from "./syntax-cache/syntax-cache.ts";
import { TemplateCatalog } from "./template-catalog.ts";
import { missingTemplate, templateDependency } from "./template-dependency.ts";
import { TemplateRepository } from "./template-repository.ts";
import { type TemplateCache, TemplateStore } from "./template-store.ts";

export class Compilation {
  readonly store: TemplateStore;
  private readonly catalog: TemplateCatalog;
  readonly repository: TemplateRepository;
  private readonly options: EvaluationOptions;
  private readonly log: Services["log"];
  /** What its profiles share; undefined if each is computed apart. */
  private readonly sharing: Sharing | undefined;
  private readonly print: (text: string) => void;
  private readonly builds = new Map<string, ProfileBuild>();
  /** Object templates by the file they were given in, where the include path does not lead to them. */
  private readonly givenFiles = new Map<string, string>();
  /** The same for files that stand for nothing: an error can point at them. */
  private readonly placedFiles = new Map<string, string>();
  /** Profiles that were built once and let go; they are quiet when they are built again. */
  private readonly letGo = new Set<string>();
  /** Whether any profile has referred to another one so far. */
  private hasReferences = false;

  constructor(
    host: SourceHost,
    options: CompileOptions,
    print: (text: string) => void,
    log: Services["log"],
    cache?: TemplateCache,
    trees?: SyntaxCache,
  ) {
    this.log = log;
    this.options = options;
    const { sharing = "on" } = options;
    // Whoever looks at every call, or every expression, wants to see each of them.
    const isWatched = log !== undefined || options.observe !== undefined;
    this.sharing = sharing === "off" || isWatched ? undefined : new Sharing(sharing);
    this.print = print;
    this.repository = new TemplateRepository(host, options.includePath);
    this.catalog = new TemplateCatalog(host, this.repository.includePath);
    this.store = new TemplateStore(host, options, cache, trees);
  }

  /** Lets a file stand for an object template that is not on the include path. */
  offerFile(name: string, path: string): void {
    if (!this.givenFiles.has(name)) this.givenFiles.set(name, path);
  }

  /** Tells where an object template is, whether the include path leads there or not. */
  placeFile(name: string, path: string): void {
    if (!this.placedFiles.has(name)) this.placedFiles.set(name, path);
  }

  /** Builds and validates a profile with all profiles that it refers to. */
  finish(name: string): ProfileBuild {
    const build = this.evaluateOnly(name);
    if (build.state !== "built" || build.valid !== undefined) return build;
    build.valid = this.validateOne(build);
    if (build.valid) this.validateDependencies(build);
    return build;
  }

  /**
   * Frees what nobody needs of a finished profile any more.
   *
   * Where profiles refer to each other their configurations stay. Elsewhere nothing stays: the first profile of all
   * to refer to an earlier one has that built a second time, which gives the same.
   */
  release(name: string): void {
    const build = this.builds.get(name);
    if (build === undefined || build.state === "building") return;
    if (this.hasReferences || build.valid !== true) this.builds.set(name, released(build));
    else {
      this.builds.delete(name);
      this.letGo.add(name);
    }
  }

  /** The profile with all that it refers to, directly or not; itself first. */
  withReferences(build: ProfileBuild): readonly ProfileBuild[] {
    const found = new Map([[build.name, build]]);
    for (const { evaluation } of found.values()) {
      for (const name of evaluation.objectDependencies) {
        const other = this.builds.get(name);
        if (other !== undefined) found.set(name, other);
      }
    }
    return [...found.values()];
  }

  /** The files behind a profile, with those behind the profiles that it refers to, directly or not. */
  dependencies(build: ProfileBuild): readonly Dependency[] {
    const found = this.withReferences(build).flatMap(({ evaluation, lookedUp }) => [
      ...[...evaluation.templates.values()].map(templateDependency),
      ...lookedUp.values(),
    ]);
    return found.map((dependency) => {
      const { directory } = dependency;
      return directory === undefined
        ? dependency
        : { ...dependency, directory: this.repository.asGiven(directory) };
    });
  }

  /** Builds a profile with its defaults, and does not ask whether it is valid. */
  evaluateOnly(name: string): ProfileBuild {
    const known = this.builds.get(name);
    if (known !== undefined) return known;
    const inputs: BuildInputs = {
      lookedUp: new Map<string, Dependency>(),
      lookups: new Map<string, SourceLookup>(),
      texts: new Set<string>(),
      diagnostics: [],
      isCyclic: false,
    };
    const template = this.objectTemplate(name, inputs);
    const counters = newCounters();
    const services = this.services(name, inputs);
    const evaluation = new Evaluation(name, this.options, services, counters, this.sharing);
    const build: ProfileBuild = Object.assign(inputs, {
      name,
      template,
      evaluation,
      counters,
      state: template === undefined ? ("failed" as const) : ("building" as const),
      isValidItself: undefined,
      valid: undefined,
    });
    this.builds.set(name, build);
    if (template !== undefined) this.evaluate(build, evaluation, template);
    return build;
  }

  /** The file of an object template. */
  objectFile(name: string): string | undefined {
    return this.repository.findTemplate(name, [""])?.path ?? this.givenFiles.get(name);
  }

  private objectTemplate(
    name: string,
    { diagnostics, lookups }: BuildInputs,
  ): CompiledTemplate | undefined {
    const path = this.objectFile(name);
    note(lookups, { kind: "object", name, loadPath: "", found: path });
    if (path === undefined) {
      const places = this.repository.includePath.join(", ");
      const place = this.nameSpan(name);
      const root =
        place.file.endsWith(`/${name}.pan`) && place.file.slice(0, -`/${name}.pan`.length);
      const help = root
        ? { help: `Add '${root}' to the include path: its file stands there.` }
        : {};
      diagnostics.push(diagnostic("template-not-found", place, { name, places }, help));
      return undefined;
    }
    const { template, diagnostics: found } = this.store.get(path);
    if (template === undefined)
      diagnostics.push(...found.filter(({ severity }) => severity === "error"));
    return template;
  }

  /** The name of an object template that is not where its name says; this thread need not have read it before. */
  private nameSpan(name: string): Span {
    const path = this.placedFiles.get(name);
    return (path === undefined ? undefined : this.store.get(path).template?.nameSpan) ?? noSpan;
  }

  private evaluate(build: ProfileBuild, ctx: Evaluation, template: CompiledTemplate): void {
    const { name } = build;
    const object = new GlobalVariable("OBJECT", name);
    object.final = template.nameSpan;
    ctx.globals.set("OBJECT", object);
    ctx.globals.set("LOADPATH", new GlobalVariable("LOADPATH", new List()));
    ctx.templates.set(name, template);
    ctx.objectDependencies.add(name);
    ctx.currentTemplate = template;
    ctx.here = template.nameSpan;
    const finished = guardStack(
      build.diagnostics,
      () => ctx.here,
      () => {
        if (template.name !== name) {
          fail(undefined, template.nameSpan, "template-misnamed", {
            found: template.name,
            wanted: name,
          });
        }
        runTemplate(ctx, template, true);
        insertDefaults(ctx);
        this.sharing?.settle(ctx);
      },
    );
    build.state = finished ? "built" : "failed";
  }

  /** Whether the profile itself is valid. */
  private validateOne(build: ProfileBuild): boolean {
    const { evaluation } = build;
    if (build.isValidItself !== undefined || !(evaluation instanceof Evaluation)) {
      return build.isValidItself ?? false;
    }
    const found: Diagnostic[] = [];
    const place = build.template?.nameSpan ?? noSpan;
    // A type may look at a profile that looks back at this one.
    build.isValidItself = true;
    guardStack(
      found,
      () => place,
      () => found.push(...validate(evaluation)),
    );
    build.diagnostics.push(...found);
    build.isValidItself = found.length === 0;
    return build.isValidItself;
  }

  /** A profile is sound only if those that it refers to, directly or not, are. */
  private validateDependencies(build: ProfileBuild): void {
    const seen = new Set([build.name]);
    const pending = [...build.evaluation.objectDependencies];
    for (let name = pending.pop(); name !== undefined; name = pending.pop()) {
      if (seen.has(name)) continue;
      seen.add(name);
      const other = this.evaluateOnly(name);
      if (other.state !== "built" || !this.validateOne(other)) {
        build.valid = false;
        const place = build.template?.nameSpan ?? noSpan;
        build.diagnostics.push(
          brokenFile(other) ??
            diagnostic("external-profile-failed", place, { name }, { category: "validation" }),
        );
        return;
      }
      pending.push(...other.evaluation.objectDependencies);
    }
  }

  private services(name: string, inputs: BuildInputs): Services {
    const isQuiet = this.letGo.has(name);
    return {
      load: (ctx, wanted, span, lookUp) => this.load(ctx, wanted, span, lookUp, inputs),
      externalRoot: (ctx, wanted, span, lookUp) =>
        this.externalRoot(ctx, wanted, span, lookUp, inputs),
      isValid: (ctx: Evaluation, type: Type, value: Value) =>
        checkType(ctx, type, value) === undefined,
      findFile: (ctx, wanted) => findText(wanted, ctx.loadPath, this.repository, inputs),
      declarer: (what, wanted) => this.catalog.declarer(what, wanted),
      report: (found) => inputs.diagnostics.push(found),
      print: isQuiet ? () => undefined : this.print,
      log: isQuiet ? undefined : this.log,
    };
  }

  private load(
    ctx: Evaluation,
    name: string,
    span: Span,
    lookUp: boolean,
    { lookedUp, lookups }: BuildInputs,
  ): CompiledTemplate | undefined {
    const source = this.repository.findTemplate(name, ctx.loadPath);
    const loadPath = ctx.loadPath.join(":");
    note(lookups, { kind: "template", name, loadPath, found: source?.path });
    if (source === undefined) {
      if (!lookUp) return this.failNotFound(ctx, name, span);
      lookedUp.set(`template ${name}`, missingTemplate(name));
      return undefined;
    }
    const { template, diagnostics } = this.store.get(source.path);
    if (template === undefined) throw withTrace(ctx, span, diagnostics);
    if (template.name === name) return template;
    if (lookUp) return undefined;
    return fail(ctx, template.nameSpan, "template-misnamed", {
      found: template.name,
      wanted: name,
    });
  }

  private failNotFound(ctx: Evaluation, name: string, span: Span): never {
    const places = this.repository.places(ctx.loadPath);
    const beside = closestName(name, this.repository.namesBeside(name, ctx.loadPath));
    const guess = beside ?? this.catalog.similar(name);
    const help = guess === undefined ? {} : { help: `Did you mean '${guess}'?` };
    return fail(ctx, span, "template-not-found", { name, places: places.join(", ") }, help);
  }

  private externalRoot(
    ctx: Evaluation,
    name: string,
    span: Span,
    lookUp: boolean,
    inputs: BuildInputs,
  ): Dict | undefined {
    const template = lookUp
      ? ctx.lookUpTemplate(name, span)
      : ctx.loadTemplate(name, span).template;
    if (template === undefined) return undefined;
    if (template.kind !== "object") {
      return fail(
        ctx,
        span,
        "not-object-template",
        { name, kind: template.kind },
        {
          related: [{ span: template.nameSpan, message: `${name} is declared here.` }],
        },
      );
    }
    ctx.templates.set(name, template);
    ctx.objectDependencies.add(name);
    this.hasReferences = true;
    const other = this.evaluateOnly(name);
    if (other.state === "building") inputs.isCyclic = true;
    if (other.isCyclic) inputs.isCyclic = true;
    if (other.state === "building") {
      return fail(ctx, span, "circular-profiles", { cycle: this.cycleFrom(name).join(" → ") });
    }
    if (other.state === "failed") {
      const broken = brokenFile(other);
      if (broken !== undefined) throw withTrace(ctx, span, [broken]);
      const related: RelatedPlace[] = other.diagnostics
        .slice(0, 1)
        .map(({ span, message }) => ({ span, message }));
      return fail(ctx, span, "external-profile-failed", { name }, { related });
    }
    return other.evaluation.root.protect();
  }

  /** The profiles being built, from the one named on, and back to it. */
  private cycleFrom(name: string): readonly string[] {
    const building = [...this.builds.values()]
      .filter(({ state }) => state === "building")
      .map((build) => build.name);
    return [...building.slice(building.indexOf(name)), name];
  }
}
