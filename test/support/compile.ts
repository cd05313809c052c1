/**
 * Compiles templates that a test holds in memory, and shows what comes out as one text: each profile as JSON
 * (which tells 1 from 1.0, and a list from a dict), what was printed, and each diagnostic with its phase.
 */
import { gzipSync } from "node:zlib";
import { sortDiagnostics } from "../../src/diagnostics/arrange.ts";
import type { Diagnostic } from "../../src/diagnostics/diagnostic.ts";
import { plainPalette } from "../../src/diagnostics/palette.ts";
import { textRenderer } from "../../src/diagnostics/render-text.ts";
import { memoryHost } from "../../src/host/memory/memory-host.ts";
import { type CompiledProfile, compile } from "../../src/pan/compiler/compile.ts";
import type { CompileOptions } from "../../src/pan/compiler/options.ts";
import type { Counters } from "../../src/pan/evaluator/counters.ts";
import { profileFormats } from "../../src/pan/profile/registry.ts";
import { profileText } from "../../src/pan/profile/write-profile.ts";
import { Dict } from "../../src/pan/tree/dict.ts";
import type { Fixture } from "./fixtures.ts";
import { parseArchive } from "./txtar.ts";

/** Files by path, relative to the one directory on the include path. */
export type TemplateFiles = ReadonlyMap<string, string>;

export interface CompileOutcome {
  readonly profiles: ReadonlyMap<string, CompiledProfile>;
  readonly diagnostics: readonly Diagnostic[];
  readonly counters: Counters;
  readonly printed: readonly string[];
  readonly text: (path: string) => string | undefined;
}

/** Where the templates are while they are compiled; it shows in messages about the include path. */
export const templateRoot = "/templates";

/** Compiles the object templates among the files. */
export function compileFiles(
  files: TemplateFiles,
  options: Partial<CompileOptions> = {},
): CompileOutcome {
  const contents = [...files].map(([path, text]) => [`${templateRoot}/${path}`, bytes(path, text)]);
  const profiles = new Map<string, CompiledProfile>();
  const printed: string[] = [];
  const { diagnostics, counters, text } = compile({
    host: memoryHost({ files: Object.fromEntries(contents) }),
    files: objectFiles(files).map((path) => `${templateRoot}/${path}`),
    options: { ...defaultOptions, ...options },
    print: (line) => printed.push(line),
    onProfile: (profile) => profiles.set(profile.name, profile),
  });
  return { profiles, diagnostics, counters, printed, text };
}

/** Compiles one object template with nothing beside it; its name is read from its declaration. */
export function compileText(text: string, options: Partial<CompileOptions> = {}): CompileOutcome {
  const name = /^\s*object\s+template\s+([\w./+-]+)/m.exec(text)?.[1] ?? "test";
  return compileFiles(new Map([[`${name}.pan`, text]]), options);
}

/** What a fixture of one template gives. Its file is named after the template, so any compiler can read it. */
export function renderTemplateFixture({ name, text }: Fixture): string {
  const file = name.slice(name.lastIndexOf("/") + 1);
  return renderOutcome(compileFiles(new Map([[file, text]])));
}

/**
 * What a fixture of many files gives. The comment before the first file may have lines such as
 * `max-iteration: 20`; see `readSettings`.
 */
export function renderArchiveFixture({ text }: Fixture): string {
  const { comment, files } = parseArchive(text);
  const settings = readSettings(comment);
  const outcome = compileFiles(files, settings.options);
  return renderOutcome(outcome) + (settings.counters ? renderCounters(outcome.counters) : "");
}

export function renderOutcome(outcome: CompileOutcome): string {
  const parts = [...outcome.profiles.values()]
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .map((profile) => `${profile.name}: ${jsonOf(profile)}\n`);
  if (outcome.printed.length > 0) parts.push(`printed:\n${outcome.printed.join("\n")}\n`);
  return [...parts, ...renderDiagnostics(outcome)].join("\n");
}

/** The profile as the format `json` writes it. */
export function jsonOf(profile: CompiledProfile): string {
  const format = profileFormats.find(({ name }) => name === "json");
  if (format === undefined) throw new Error("There is no format json.");
  return profileText(format, profile);
}

/** Codes of the errors, in order. */
export function errorCodes({ diagnostics }: CompileOutcome): readonly string[] {
  return diagnostics.filter(({ severity }) => severity === "error").map(({ code }) => code);
}

/** The object templates, by how they begin: whatever else is wrong in them, they are to be compiled. */
export function objectFiles(files: TemplateFiles): readonly string[] {
  return [...files].filter(([, text]) => /^\s*object\s+template\b/m.test(text)).map(([path]) => path);
}

export interface FixtureSettings {
  readonly options: Partial<CompileOptions>;
  /** Show the counts of the work done, so that a slower algorithm fails the test. */
  readonly counters: boolean;
}

export function readSettings(comment: string): FixtureSettings {
  const settings = new Map(
    [...comment.matchAll(/^([a-z-]+): (\S+)$/gm)].map(([, name = "", value = ""]) => [name, value]),
  );
  const number = (name: string): number | undefined =>
    settings.has(name) ? Number(settings.get(name)) : undefined;
  const maxIteration = number("max-iteration");
  const maxRecursion = number("max-recursion");
  return {
    options: {
      ...(maxIteration === undefined ? {} : { maxIteration }),
      ...(maxRecursion === undefined ? {} : { maxRecursion }),
      ...(settings.get("dialect") === "vmcs" ? { dialect: "vmcs" } : {}),
      ...(settings.get("debug") === "on" ? { debugs: () => true } : {}),
    },
    counters: settings.get("show") === "counters",
  };
}

const defaultOptions: CompileOptions = {
  dialect: "pan",
  includePath: [templateRoot],
  maxIteration: 10_000,
  maxRecursion: 50,
  deprecationWarnings: "on",
  initialData: new Dict(),
  debugs: () => false,
  build: true,
};

function renderDiagnostics({ diagnostics, text }: CompileOutcome): readonly string[] {
  const render = textRenderer({
    sources: text,
    palette: plainPalette,
    width: 100,
    displayPath: (file) => file.replace(`${templateRoot}/`, ""),
  });
  return sortDiagnostics(diagnostics).map((found) => `${found.category} ${render(found)}`);
}

function renderCounters(counters: Counters): string {
  const rows = Object.entries(counters).map(([name, count]) => `  ${name}: ${count}\n`);
  return `\ncounters:\n${rows.join("")}`;
}

/** What an archive shows as the text of `x.gz` is compressed. */
function bytes(path: string, text: string): string | Uint8Array {
  return path.endsWith(".gz") ? gzipSync(text) : text;
}
