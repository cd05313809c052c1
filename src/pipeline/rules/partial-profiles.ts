/**
 * Descriptions that are not finished: evaluated, with the defaults of their types, and not validated, as what is
 * missing is what is asked for.
 */

import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import { activeRules } from "../../pan/compiler/active-rules.ts";
import { Compilation } from "../../pan/compiler/compilation.ts";
import type { CompiledProfile } from "../../pan/compiler/compile.ts";
import type { CompileOptions } from "../../pan/compiler/options.ts";
import type { SourceHost } from "../../pan/compiler/source-host.ts";
import type { TemplateCache } from "../../pan/compiler/template-store.ts";

export interface PartialProfiles {
  readonly profiles: readonly CompiledProfile[];
  readonly diagnostics: readonly Diagnostic[];
  readonly text: (path: string) => string | undefined;
}

/** Takes absolute paths of template files; those that are no object templates are only read. */
export function partialProfiles(
  host: SourceHost,
  files: readonly string[],
  options: CompileOptions,
  cache?: TemplateCache,
): PartialProfiles {
  const compilation = new Compilation(host, options, () => undefined, undefined, cache);
  const diagnostics: Diagnostic[] = [];
  const profiles = [...new Set(files)].sort().flatMap((file): readonly CompiledProfile[] => {
    const { template, diagnostics: found } = compilation.store.get(file);
    diagnostics.push(...found);
    if (template?.kind !== "object") return [];
    const { name } = template;
    compilation.offerFile(name, file);
    const build = compilation.evaluateOnly(name);
    diagnostics.push(...build.diagnostics);
    if (build.state !== "built") return [];
    const { root, provenance } = build.evaluation;
    const dependencies = compilation.dependencies(build);
    return [{ name, file, root, provenance, rules: activeRules(build.evaluation), dependencies }];
  });
  return { profiles, diagnostics, text: (path) => compilation.store.text(path) };
}
