/**
 * The dicts that structure templates make, each by itself: what a collection of templates holds as data.
 *
 * Nothing is validated, so a template may leave fields `undef` for whoever uses it.
 */

import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import type { Span } from "../../text/span.ts";
import type { CompiledTemplate } from "../evaluator/compiled-template.ts";
import { Dict } from "../tree/dict.ts";
import { Compilation } from "./compilation.ts";
import type { CompileOptions } from "./options.ts";
import type { SourceHost } from "./source-host.ts";
import type { TemplateCache } from "./template-store.ts";

export interface TemplateData {
  readonly template: CompiledTemplate;
  /** What a structure template makes; undefined for templates of other kinds, and where there are errors. */
  readonly made: Dict | undefined;
  /** The statement that wrote a field of it. */
  readonly spanOf: (field: string) => Span | undefined;
}

export interface StructuresResult {
  /** In the order of the files. */
  readonly templates: readonly TemplateData[];
  readonly diagnostics: readonly Diagnostic[];
  /** Text of a template that was read, for showing diagnostics. */
  readonly text: (path: string) => string | undefined;
}

/** Takes absolute paths of template files. */
export function evaluateStructures(
  host: SourceHost,
  files: readonly string[],
  options: CompileOptions,
  cache?: TemplateCache,
): StructuresResult {
  const makers = new Map<string, string>();
  const overlay: SourceHost = {
    ...host,
    readText: (path) => makers.get(path) ?? host.readText(path),
  };
  const compilation = new Compilation(overlay, options, () => undefined, undefined, cache);
  const diagnostics: Diagnostic[] = [];
  const templates = files.flatMap((file): readonly TemplateData[] => {
    const { template, diagnostics: found } = compilation.store.get(file);
    diagnostics.push(...found);
    if (template === undefined) return [];
    if (template.kind !== "structure") return [{ template, made: undefined, spanOf: nowhere }];
    const name = `vmcs-data/${template.name}`;
    const path = `${file}#/${name}.pan`;
    makers.set(path, `object template ${name};\n'/made' = create('${template.name}');\n`);
    compilation.offerFile(name, path);
    const build = compilation.evaluateOnly(name);
    diagnostics.push(...build.diagnostics.map((one) => withoutFile(one, path)));
    if (build.state !== "built") return [{ template, made: undefined, spanOf: nowhere }];
    const { root, provenance } = build.evaluation;
    const made = root.get("made");
    const spanOf = (field: string): Span | undefined => provenance.origin(["made", field])?.span;
    return [{ template, made: made instanceof Dict ? made : undefined, spanOf }];
  });
  return { templates, diagnostics, text: (path) => compilation.store.text(path) };
}

function nowhere(): undefined {
  return undefined;
}

/** Nobody wrote the template that only calls another one. */
function withoutFile(one: Diagnostic, path: string): Diagnostic {
  return { ...one, related: one.related.filter(({ span }) => span.file !== path) };
}
