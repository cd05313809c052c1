/** What the tests of a run have in common, from options and project. */

import { directoryOf } from "../host/path.ts";
import type { CompileOptions } from "../pan/compiler/options.ts";
import type { Project } from "../pipeline/project/find-project.ts";
import type { TestSetting } from "../testing/test-setting.ts";
import type { Environment } from "./command.ts";
import { compileOptions } from "./compile-options.ts";
import { inputFiles } from "./input-files.ts";
import { packagedTemplates } from "./packaged-templates.ts";
import { ruleSourcesIfWanted, wantsLaws } from "./rule-options.ts";
import { withIncludePath } from "./run-compile.ts";
import { anySecret } from "./secrets.ts";
import { targetOf } from "./target-options.ts";
import type { RawTestOptions } from "./test-options.ts";
import { profileCompleter } from "./test-rules.ts";

export async function testSetting(
  raw: RawTestOptions,
  project: Project | undefined,
  environment: Environment,
): Promise<Omit<TestSetting, "coverage" | "tests">> {
  const { host, terminal } = environment;
  const root = project?.directory ?? host.currentDirectory;
  const sources = ruleSourcesIfWanted(raw, wantsLaws(project), environment);
  const plain = await optionsFor(raw, root, project, environment);
  const complete = profileCompleter(sources, plain, root, environment);
  // A repository's own templates are found where its rules are used.
  const found = sources?.repositories ?? [];
  return {
    host,
    options: withIncludePath(plain, found),
    templates: new Map(),
    observers: new Map(),
    root,
    // What is spawned is compared and thrown away, so no secret is needed for it.
    target: targetOf(raw, anySecret),
    complete,
    isUpdate: raw.update === true,
    print: (text) => terminal.stderr(`${text}\n`),
  };
}

/** The project's object templates are found by their names, as tests refer to them. */
async function optionsFor(
  raw: RawTestOptions,
  root: string,
  project: Project | undefined,
  environment: Environment,
): Promise<CompileOptions> {
  const objects = project?.settings.objects ?? [];
  const { files } = await inputFiles({ words: objects, project }, environment);
  const options = compileOptions({ ...raw, nthread: "1" }, [], environment, true);
  const usual = raw.includePath.length > 0 ? [] : [root];
  const own = options.includePath.filter((directory) => directory !== packagedTemplates);
  const found = [...usual, ...own, ...files.map(directoryOf), packagedTemplates];
  return { ...options, includePath: [...new Set(found)] };
}
