/** Templates to profiles on one thread: the whole of the Pan compiler, without files to write. */

import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import type { Counters } from "../evaluator/counters.ts";
import type { Services } from "../evaluator/services.ts";
import type { Profile } from "../profile/profile.ts";
import type { Provenance } from "../tree/provenance.ts";
import type { ActiveRule } from "./active-rules.ts";
import { assemble } from "./assemble.ts";
import type { ProfileReport, TemplateReport } from "./build-report.ts";
import { CompileSession } from "./compile-session.ts";
import type { CompileOptions } from "./options.ts";
import type { SourceHost } from "./source-host.ts";
import type { TemplateCache } from "./template-store.ts";

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
  /** Templates of earlier compilations with the same options; takes those of this one. */
  readonly cache?: TemplateCache | undefined;
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
  const { host, options, print, log, onProfile, cache } = input;
  const session = new CompileSession({ host, options, print, log, cache });
  const templates = new Map<string, TemplateReport>();
  const profiles = new Map<string, ProfileReport>();
  const objects = new Set<string>();
  const take = (template: TemplateReport): void => {
    templates.set(template.file, template);
    if (template.object === undefined) return;
    objects.add(template.object);
  };
  const files = [...new Set(input.files)].sort();
  for (const file of files) {
    const template = session.read(file);
    if (template.object !== undefined) session.offer(template.object, file);
    take(template);
  }
  // Building reads more templates, object templates among them, and those are built too, as the reference does.
  for (const name of options.build ? objects : []) {
    profiles.set(name, session.build(name, true, onProfile));
    for (const template of session.newTemplates()) take(template);
  }
  const { diagnostics, counters } = assemble(files, templates, profiles);
  return { diagnostics, counters, profiles: profiles.size, text: (path) => session.text(path) };
}
