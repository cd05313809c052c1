/** Examples of this repository with all files that are made of them, after any change of their sources. */
import { dirname } from "node:path";
import { nodeHost } from "../../../src/host/node/node-host.ts";
import { type EmittedFile, emittedFiles } from "../../../src/origins/emitted-files.ts";
import type { CompiledProfile } from "../../../src/pan/compiler/compile.ts";
import { CompileSession } from "../../../src/pan/compiler/compile-session.ts";
import type { CompileOptions } from "../../../src/pan/compiler/options.ts";
import type { TemplateCache } from "../../../src/pan/compiler/template-store.ts";
import { compileHistories, type ProfileHistory } from "../../../src/pan/history/profile-history.ts";
import { profileFormats } from "../../../src/pan/profile/registry.ts";
import { Dict } from "../../../src/pan/tree/dict.ts";
import { backends } from "../../../src/spawn/registry.ts";
import { repositoryPath } from "../../support/repository.ts";

/** Texts instead of those of the files. */
export type Overlay = ReadonlyMap<string, string>;

export interface ExampleChange {
  readonly overlay?: Overlay;
  /** Absolute path of the object template, if it is another one. */
  readonly file?: string;
  readonly digest?: string;
  readonly xenRelease?: string;
}

/** Names of the formats and backends of which files are made. */
export interface Writers {
  readonly formats: readonly string[];
  readonly backends: readonly string[];
}

export const allWriters: Writers = {
  formats: ["pan", "json", "text"],
  backends: ["xen", "libvirt", "cloud-init", "image"],
};

export interface BuiltExample {
  readonly profile: CompiledProfile;
  readonly files: readonly EmittedFile[];
}

export interface ExplainedExample extends BuiltExample {
  readonly history: ProfileHistory;
}

const host = nodeHost();
const templates: TemplateCache = new Map();
const digest = "sha256:0123456789abcdef";

/** As it is, with the history of its values. */
export function explainedExample(path: string, writers: Writers = allWriters): ExplainedExample {
  const file = repositoryPath(path);
  let found: ProfileHistory | undefined;
  const onProfile = (history: ProfileHistory): void => {
    found = history;
  };
  const print = (): undefined => undefined;
  const options = optionsFor(file);
  compileHistories({ host, files: [file], options, print, onProfile, cache: templates });
  const built = buildExample(path, writers);
  if (found === undefined || built === undefined) throw new Error(`${path} cannot be built.`);
  return { ...built, history: found };
}

function optionsFor(file: string): CompileOptions {
  return {
    dialect: "vmcs",
    includePath: [dirname(file), repositoryPath("templates")],
    maxIteration: 10_000,
    maxRecursion: 50,
    deprecationWarnings: "off",
    initialData: new Dict(),
    debugs: () => false,
    build: true,
  };
}

/** Undefined if it cannot be built. */
export function buildExample(
  path: string,
  { formats, backends: names }: Writers = allWriters,
  change: ExampleChange = {},
): BuiltExample | undefined {
  const file = change.file ?? repositoryPath(path);
  const { overlay } = change;
  const session = new CompileSession({
    host: {
      readText: (name) => overlay?.get(name) ?? host.readText(name),
      readGzip: (name) => host.readGzip(name),
      list: (name) => host.list(name),
      kind: (name) => (overlay?.has(name) === true ? "file" : host.kind(name)),
    },
    options: optionsFor(file),
    print: () => undefined,
    log: undefined,
    cache: templates,
  });
  const { object } = session.read(file);
  if (object === undefined) return undefined;
  session.offer(object, file);
  let built: CompiledProfile | undefined;
  session.build(object, true, (profile) => {
    built = profile;
  });
  if (built === undefined) return undefined;
  const files = emittedFiles({
    profile: built,
    digest: change.digest ?? digest,
    formats: profileFormats.filter(({ name }) => formats.includes(name)),
    backends: backends.filter(({ name }) => names.includes(name)),
    options: {
      xenRelease: change.xenRelease ?? "4.17",
      // What takes the place of a secret tells which one it is.
      readSecret: (reference) => reference.replace(/[^a-z0-9]/gi, "").slice(-8),
    },
  });
  return { profile: built, files };
}
