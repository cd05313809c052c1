/** Compiles templates that a test holds in memory. */
import { gzipSync } from "node:zlib";
import type { Diagnostic } from "../../src/diagnostics/diagnostic.ts";
import { memoryHost } from "../../src/host/memory/memory-host.ts";
import { type CompiledProfile, compile } from "../../src/pan/compiler/compile.ts";
import type { CompileOptions } from "../../src/pan/compiler/options.ts";
import type { TemplateCache } from "../../src/pan/compiler/template-store.ts";
import type { Counters } from "../../src/pan/evaluator/counters.ts";
import { Dict } from "../../src/pan/tree/dict.ts";

/** Files by path, relative to the one directory on the include path. */
export type TemplateFiles = ReadonlyMap<string, string>;

export interface CompileOutcome {
  readonly profiles: ReadonlyMap<string, CompiledProfile>;
  readonly diagnostics: readonly Diagnostic[];
  readonly counters: Counters;
  readonly printed: readonly string[];
  /** Names of the profiles in the order in which they came. */
  readonly finished: readonly string[];
  readonly text: (path: string) => string | undefined;
}

/** Where the templates are while they are compiled; it shows in messages about the include path. */
export const templateRoot = "/templates";

export interface CompileFilesOptions extends Partial<CompileOptions> {
  /** Where many compilations with the same options have templates in common. */
  readonly cache?: TemplateCache;
}

/** Compiles the object templates among the files, or only those of the paths given. */
export function compileFiles(
  files: TemplateFiles,
  { cache, ...options }: CompileFilesOptions = {},
  paths: readonly string[] = objectFiles(files),
): CompileOutcome {
  const contents = [...files].map(([path, text]) => [`${templateRoot}/${path}`, bytes(path, text)]);
  const finished: CompiledProfile[] = [];
  const printed: string[] = [];
  const { diagnostics, counters, text } = compile({
    host: memoryHost({ files: Object.fromEntries(contents) }),
    files: paths.map((path) => `${templateRoot}/${path}`),
    options: { ...defaultOptions, ...options },
    print: (line) => printed.push(line),
    onProfile: (profile) => finished.push(profile),
    cache,
  });
  return {
    profiles: new Map(finished.map((profile) => [profile.name, profile])),
    diagnostics,
    counters,
    printed,
    finished: finished.map(({ name }) => name),
    text,
  };
}

/** Compiles one object template with nothing beside it; its name is read from its declaration. */
export function compileText(text: string, options: Partial<CompileOptions> = {}): CompileOutcome {
  const name = /^\s*object\s+template\s+([\w./+-]+)/m.exec(text)?.[1] ?? "test";
  return compileFiles(new Map([[`${name}.pan`, text]]), options);
}

/** Codes of the errors, in order. */
export function errorCodes({ diagnostics }: CompileOutcome): readonly string[] {
  return diagnostics.filter(({ severity }) => severity === "error").map(({ code }) => code);
}

/** The object templates, by how they begin: whatever else is wrong in them, they are to be compiled. */
function objectFiles(files: TemplateFiles): readonly string[] {
  return [...files]
    .filter(([, text]) => /^\s*object\s+template\b/m.test(text))
    .map(([path]) => path);
}

export const defaultOptions: CompileOptions = {
  dialect: "pan",
  includePath: [templateRoot],
  maxIteration: 10_000,
  maxRecursion: 50,
  deprecationWarnings: "on",
  initialData: new Dict(),
  debugs: () => false,
  build: true,
};

/** What an archive shows as the text of `x.gz` is compressed. */
function bytes(path: string, text: string): string | Uint8Array {
  return path.endsWith(".gz") ? gzipSync(text) : text;
}
