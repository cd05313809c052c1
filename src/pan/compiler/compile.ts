/** Templates to profiles: the whole of the Pan compiler, without files to write. */

import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import type { Counters } from "../evaluator/counters.ts";
import type { Services } from "../evaluator/services.ts";
import type { Profile } from "../profile/profile.ts";
import type { Provenance } from "../tree/provenance.ts";
import { type ActiveRule, activeRules } from "./active-rules.ts";
import { Compilation } from "./compilation.ts";
import type { CompileOptions } from "./options.ts";
import type { SourceHost } from "./source-host.ts";

export interface CompileInput {
  readonly host: SourceHost;
  /** Absolute paths of template files; those that are no object templates are only read. */
  readonly files: readonly string[];
  readonly options: CompileOptions;
  /** Takes what `debug` and `traceback` say. */
  readonly print: (text: string) => void;
  /** Takes note of every include and call; undefined if nobody wants to know. */
  readonly log?: Services["log"];
  /** Takes each sound profile as soon as it is finished. */
  readonly onProfile: (profile: CompiledProfile) => void;
}

export interface CompiledProfile extends Profile {
  /** The object template's file. */
  readonly file: string;
  readonly provenance: Provenance;
  /** What must hold and what is best, as its templates say (dialect `vmcs`). */
  readonly rules: readonly ActiveRule[];
}

export interface CompileOutput {
  readonly diagnostics: readonly Diagnostic[];
  readonly counters: Counters;
  /** Number of profiles built, sound or not. */
  readonly profiles: number;
  /** Text of a template that was read, for showing diagnostics. */
  readonly text: (path: string) => string | undefined;
}

export function compile(input: CompileInput): CompileOutput {
  const { host, files, options, print, onProfile } = input;
  const compilation = new Compilation(host, options, print, input.log);
  const diagnostics: Diagnostic[] = [];
  const { store, counters } = compilation;
  for (const file of [...new Set(files)].sort()) {
    const { template } = store.get(file);
    if (template?.kind === "object" && options.dialect === "vmcs")
      compilation.offerFile(template.name, file);
  }
  const finished = new Set<string>();
  // Building reads more templates, object templates among them, and those are built too, as the reference does.
  for (const [, { template, diagnostics: found }] of store.all()) {
    diagnostics.push(...found);
    if (!options.build || template?.kind !== "object" || finished.has(template.name)) continue;
    finished.add(template.name);
    const build = compilation.finish(template.name);
    diagnostics.push(...build.diagnostics);
    if (build.state !== "built" || build.valid !== true || build.template === undefined) continue;
    onProfile({
      name: build.name,
      file: build.template.file,
      root: build.evaluation.root,
      provenance: build.evaluation.provenance,
      rules: activeRules(build.evaluation),
      dependencies: compilation.dependencies(build),
    });
  }
  return {
    diagnostics: unique(diagnostics),
    counters,
    profiles: finished.size,
    text: (path) => store.text(path),
  };
}

/** A template with an error is reported once, not for each profile that includes it. */
function unique(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  const seen = new Set<string>();
  return diagnostics.filter(({ code, span, message }) => {
    const key = `${code} ${span.file} ${span.start} ${span.end} ${message}`;
    return seen.has(key) ? false : seen.add(key);
  });
}
