/** Builds sites in memory, with and without what earlier builds have left, on any number of threads. */
import type { Diagnostic } from "../../src/diagnostics/diagnostic.ts";
import { type MemoryHost, memoryHost } from "../../src/host/memory/memory-host.ts";
import { type BuildOutput, buildProfiles } from "../../src/pan/compiler/build-profiles.ts";
import {
  type BuildState,
  decodeState,
  encodeState,
} from "../../src/pan/compiler/incremental/build-state.ts";
import { StoredMemory } from "../../src/pan/compiler/incremental/stored-memory.ts";
import type { CompileSettings } from "../../src/pan/compiler/settings.ts";
import { threadsInProcess } from "./threads-in-process.ts";

export interface SiteBuild {
  readonly host: MemoryHost;
  readonly output: BuildOutput;
  /** All files of the host as text. */
  readonly files: ReadonlyMap<string, string>;
}

export interface SiteOptions {
  /** Files that are given, in this order; all object templates at the top of a directory if it is left open. */
  readonly given?: readonly string[];
  readonly settings?: Partial<CompileSettings>;
  readonly threads?: { readonly count: number; readonly seed: number };
  /** Takes part in an incremental build, and is updated by it. */
  readonly state?: { text: string };
  readonly formats?: readonly string[];
  /** The file of kept syntax trees: is used, and is updated. */
  readonly trees?: { pack: Uint8Array | undefined };
}

/** `files` by absolute path; templates are found in `/first` and `/templates`, profiles go to `/out`. */
export async function buildSite(
  files: Readonly<Record<string, string>>,
  options: SiteOptions = {},
): Promise<SiteBuild> {
  const { state, threads, trees } = options;
  const kept = trees?.pack === undefined ? {} : { [treeFile]: trees.pack };
  const host = memoryHost({
    files: { ...files, ...kept },
    directories: ["/first", "/templates", "/out"],
  });
  const settings = { ...defaults, ...options.settings };
  const formats = options.formats ?? ["pan", "json", "dep"];
  const output = await buildProfiles({
    host,
    files: options.given ?? objectFiles(files),
    settings,
    output: { directory: "/out", formats, withDigests: state !== undefined },
    threading:
      threads === undefined
        ? undefined
        : {
            threads: threadsInProcess(host, threads.seed),
            count: threads.count,
            memory: undefined,
            isEager: true,
          },
    speech: { print: () => undefined, log: undefined },
    trees: trees && { file: treeFile, key: settings.dialect },
    memory:
      state === undefined
        ? undefined
        : new StoredMemory({
            host,
            includePath: settings.includePath,
            key: { compiler: "test", options: JSON.stringify([settings, formats]) },
            state: readState(state.text),
            save: (next) => {
              state.text = encodeState(next, digest);
            },
          }),
  });
  if (trees !== undefined) {
    trees.pack = host.readBytes(treeFile);
    host.remove(treeFile);
  }
  return { host, output, files: texts(host) };
}

const treeFile = "/cache/site.trees";

/** What an outcome is, whoever did it in which order. */
export function outcomeOf({ files, output }: SiteBuild): unknown {
  const { diagnostics, counters, profiles, passed } = output;
  return { files: [...files], diagnostics: diagnostics.map(plain), counters, profiles, passed };
}

export function plain({ code, message, span, related }: Diagnostic): unknown {
  return { code, message, span, related };
}

function readState(text: string): BuildState | undefined {
  return decodeState(text, digest);
}

/** No file of a test is forged. */
function digest(text: string): string {
  return memoryHost().digest(text);
}

function texts(host: MemoryHost): ReadonlyMap<string, string> {
  const decoder = new TextDecoder();
  return new Map([...host.files()].map(([path, bytes]) => [path, decoder.decode(bytes)]));
}

function objectFiles(files: Readonly<Record<string, string>>): readonly string[] {
  return Object.keys(files).filter(
    (path) => path.endsWith(".pan") && /^\s*object\s+template\b/m.test(files[path] as string),
  );
}

const defaults: CompileSettings = {
  dialect: "pan",
  includePath: ["/first", "/templates"],
  maxIteration: 10_000,
  maxRecursion: 50,
  deprecationWarnings: "on",
  initialData: undefined,
  debugInclude: undefined,
  debugExclude: undefined,
  build: true,
};
