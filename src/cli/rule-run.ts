/**
 * Rules inside a command that compiles: each profile is judged and completed as soon as it is there.
 *
 * What judges is loaded only if there may be something to judge by. A profile whose own templates have rules, which
 * shows only when it is compiled, waits for it until the compilation is over.
 */

import { type Diagnostic, diagnostic } from "../diagnostics/diagnostic.ts";
import { displayPath } from "../host/path.ts";
import type { CompiledProfile } from "../pan/compiler/compile.ts";
import type { RuleSources } from "../pipeline/rules/rule-set.ts";
import { noSpan } from "../text/span.ts";
import type { Environment } from "./command.ts";
import type { RawCompileOptions } from "./compile-options.ts";
import { repositoriesFor } from "./machine-profile.ts";
import type { InputWords } from "./project.ts";
import {
  type CompileRun,
  type Preparation,
  prepareCompile,
  runCompile,
  withIncludePath,
} from "./run-compile.ts";

export interface JudgedProfile {
  /** With the configuration that rules complete. */
  readonly profile: CompiledProfile;
  /** What they have added, as people write it. */
  readonly additions: readonly string[];
  /** Whether no rule is broken. */
  readonly isSound: boolean;
}

interface RuleRun {
  /** Directories on which the templates of repositories are found. */
  readonly includePath: readonly string[];
  /** Calls back with the judged profile, at once or when the run is finished. */
  readonly judge: (profile: CompiledProfile, done: (judged: JudgedProfile) => void) => void;
  /** Judges what is waiting; gives what the rules say. */
  readonly finish: () => Promise<readonly Diagnostic[]>;
  readonly text: (path: string) => string | undefined;
}

type Engine = typeof import("../pipeline/rules/judge-profile.ts") &
  typeof import("../pipeline/rules/rule-set.ts");

async function loadEngine(): Promise<Engine> {
  const [judging, loading] = await Promise.all([
    import("../pipeline/rules/judge-profile.ts"),
    import("../pipeline/rules/rule-set.ts"),
  ]);
  return { ...judging, ...loading };
}

/** `sources` is undefined if no rules are wanted at all. */
async function ruleRun(
  sources: RuleSources | undefined,
  { files, options }: Preparation,
  environment: Environment,
): Promise<RuleRun> {
  if (sources === undefined || files.length === 0) return noRules;
  const { repositories, packages, laws } = sources;
  const isAnyNamed = repositories.length > 0 || packages.length > 0;
  const mayJudge = isAnyNamed || (laws !== undefined && options.dialect === "vmcs");
  let engine = mayJudge ? await loadEngine() : undefined;
  const set = await engine?.loadRuleSet(environment.host, sources, options);
  const found: Diagnostic[] = [...(set?.diagnostics ?? [])];
  const waiting: (() => void)[] = [];
  const judgeNow = (profile: CompiledProfile, by: Engine): JudgedProfile => {
    if (set?.isSound === false) return { ...untouched(profile), isSound: false };
    const known = set === undefined ? [] : repositoriesFor(profile, set);
    const { resolved, additions, diagnostics } = by.judgeProfile(profile, known);
    found.push(...diagnostics);
    if (additions !== "") found.push(completion(profile, additions, environment));
    return resolved;
  };
  return {
    includePath: set?.includePath ?? [],
    text: (path) => set?.text(path),
    judge(profile, done) {
      if (engine !== undefined) done(judgeNow(profile, engine));
      else if (profile.rules.length === 0) done(untouched(profile));
      else {
        waiting.push(() => {
          if (engine !== undefined) done(judgeNow(profile, engine));
        });
      }
    },
    async finish() {
      if (waiting.length > 0) engine ??= await loadEngine();
      for (const judge of waiting.splice(0)) judge();
      return found;
    },
  };
}

const noRules: RuleRun = {
  includePath: [],
  judge: (profile, done) => done(untouched(profile)),
  finish: () => Promise.resolve([]),
  text: () => undefined,
};

function untouched(profile: CompiledProfile): JudgedProfile {
  return { profile, additions: [], isSound: true };
}

function completion(
  { name, file }: CompiledProfile,
  what: string,
  { host }: Environment,
): Diagnostic {
  const path = displayPath(host.currentDirectory, file);
  return diagnostic("rules-completed", { ...noSpan, file }, { profile: name, what, path });
}

export interface JudgedRun {
  readonly run: CompileRun;
  /** What the rules say. */
  readonly judged: readonly Diagnostic[];
}

/** Compiles, and gives every profile on when it was judged. */
export async function compileAndJudge(
  input: InputWords,
  raw: RawCompileOptions,
  sources: RuleSources | undefined,
  environment: Environment,
  onProfile: (judged: JudgedProfile) => void,
): Promise<JudgedRun> {
  const prepared = await prepareCompile(input, raw, environment, true);
  const rules = await ruleRun(sources, prepared, environment);
  const options = withIncludePath(prepared.options, rules.includePath);
  const run = runCompile({ ...prepared, options }, raw, environment, (profile) =>
    rules.judge(profile, onProfile),
  );
  const judged = await rules.finish();
  return { run: { ...run, text: (path) => run.text(path) ?? rules.text(path) }, judged };
}
