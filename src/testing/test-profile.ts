/** The profile of one case of a test, built with everything observed, and the profiles that it refers to. */

import { type Diagnostic, diagnostic } from "../diagnostics/diagnostic.ts";
import { directoryOf, displayPath } from "../host/path.ts";
import { activeRules } from "../pan/compiler/active-rules.ts";
import { Compilation } from "../pan/compiler/compilation.ts";
import type { CompiledProfile } from "../pan/compiler/compile.ts";
import type { CompileOptions } from "../pan/compiler/options.ts";
import type { ProfileBuild } from "../pan/compiler/profile-build.ts";
import { Evaluation } from "../pan/evaluator/evaluation.ts";
import { EvaluationError } from "../pan/evaluator/evaluation-error.ts";
import type { ValidStatement } from "../pan/syntax/ast.ts";
import { formatPath } from "../pan/tree/path.ts";
import { spanIn } from "../text/span.ts";
import { type CheckedValue, checkOf } from "./check-failure.ts";
import { TestObserver } from "./observe-test.ts";
import type { TestCase, TestPlan } from "./test-plan.ts";
import type { TestSetting } from "./test-setting.ts";

export class TestProfile {
  private readonly compilation: Compilation;
  private readonly plan: TestPlan;
  private readonly setting: TestSetting;
  private readonly own: ProfileBuild | undefined;
  private readonly asked: ProfileBuild[] = [];

  constructor(plan: TestPlan, one: TestCase, setting: TestSetting) {
    const { host, templates, print } = setting;
    this.plan = plan;
    this.setting = setting;
    // Who keeps a log sees everything run: nothing is taken over from another profile.
    this.compilation = new Compilation(host, optionsFor(plan, setting), print, noLog, templates);
    const { template } = this.compilation.store.get(plan.file);
    if (template === undefined) return;
    this.compilation.offerFile(plan.name, plan.file);
    const observer = setting.observers.get(plan.file);
    observer?.begin(one.variables);
    this.own = this.compilation.finish(plan.name);
    observer?.end();
    this.asked.push(this.own);
  }

  /** Whether the checks of the test were run. */
  get isChecked(): boolean {
    const { own } = this;
    return (
      own?.state === "built" && !own.diagnostics.some(({ code }) => code === "value-undefined")
    );
  }

  /** What the compiler says of the profiles that were asked for, and of all templates that they needed. */
  diagnostics(): readonly Diagnostic[] {
    const { host } = this.setting;
    const found = this.compilation.repository.findTemplate(this.plan.name, [""])?.path;
    if (found !== undefined && found !== this.plan.file) {
      const { name, nameSpan } = this.plan;
      const path = displayPath(host.currentDirectory, found);
      return [diagnostic("test-shadowed", nameSpan, { name, path })];
    }
    const ofTemplates = [...this.compilation.store.all()].flatMap(
      ([, stored]) => stored.diagnostics,
    );
    // A template that cannot be used is an error of each profile that needs it as well.
    const known = new Set(ofTemplates.map(identityOf));
    const ofProfiles = this.asked.flatMap((build) => this.diagnosticsOf(build));
    return [...ofTemplates, ...ofProfiles.filter((found) => !known.has(identityOf(found)))];
  }

  /** A profile that is not found is missing where the test asks for it. */
  private diagnosticsOf({ name, diagnostics }: ProfileBuild): readonly Diagnostic[] {
    const { snapshots, nameSpan } = this.plan;
    const span = snapshots.find(({ profile }) => profile === name)?.span ?? nameSpan;
    return diagnostics.map((found) => (found.span.file === "" ? { ...found, span } : found));
  }

  /** The finished profile of an object template; undefined if there are errors, which are then among the diagnostics. */
  finished(name: string): CompiledProfile | undefined {
    const build = name === this.plan.name ? this.own : this.compilation.finish(name);
    if (build === undefined) return undefined;
    if (!this.asked.includes(build)) this.asked.push(build);
    const { evaluation, template } = build;
    if (build.state !== "built" || template === undefined) return undefined;
    // What only a check of the test refuses is a configuration all the same.
    const isOnlyChecked = build.diagnostics.every(
      (found) => found.severity !== "error" || checkOf(found, this.plan) !== undefined,
    );
    if (build.valid !== true && !isOnlyChecked) return undefined;
    return {
      name,
      file: template.file,
      root: evaluation.root,
      provenance: evaluation.provenance,
      rules: activeRules(evaluation),
      dependencies: this.compilation.dependencies(build),
    };
  }

  /** What a check of the test has looked at. */
  checkedValue(check: ValidStatement): CheckedValue {
    const evaluation = this.own?.evaluation;
    const unknown = { path: check.path.text, value: undefined };
    if (!(evaluation instanceof Evaluation)) return unknown;
    const { file } = this.plan;
    const binding = [...evaluation.bindings.values()].find(({ types }) =>
      types.some(({ place }) => place?.file === file && place.start === check.body.start),
    );
    if (binding === undefined) return unknown;
    const path = formatPath(binding.path);
    try {
      return { path, value: evaluation.get(binding.path, spanIn(file, check), true) };
    } catch (error) {
      if (error instanceof EvaluationError) return { path, value: undefined };
      throw error;
    }
  }
}

function noLog(): void {
  // It is there to be kept, not to be read.
}

/** What stands beside a test is found before everything else, so that it can stand in for it. */
function optionsFor({ file, includePath }: TestPlan, setting: TestSetting): CompileOptions {
  const { options, tests, observers, coverage } = setting;
  const found = [...includePath, directoryOf(file), ...options.includePath];
  return {
    ...options,
    includePath: [...new Set(found)],
    observe(path, template) {
      // A template is compiled once, perhaps for a test that refers to another one.
      if (!tests.has(path)) return coverage?.observe(path, template);
      const observer = new TestObserver(path, template);
      observers.set(path, observer);
      return observer;
    },
  };
}

function identityOf({ code, span, message }: Diagnostic): string {
  return `${code} ${span.file} ${span.start} ${span.end} ${message}`;
}
