/**
 * All that a compilation tells of its profiles, as plain data: bytes of every format, files and questions after files,
 * who wrote what, diagnostics and counters.
 */
import { memoryHost } from "../../../src/host/memory/memory-host.ts";
import { assemble } from "../../../src/pan/compiler/assemble.ts";
import type { CompiledProfile } from "../../../src/pan/compiler/compile.ts";
import { CompileSession } from "../../../src/pan/compiler/compile-session.ts";
import type { SharingMode } from "../../../src/pan/evaluator/sharing/sharing.ts";
import { profileFormats } from "../../../src/pan/profile/registry.ts";
import { profileText } from "../../../src/pan/profile/write-profile.ts";
import { Dict } from "../../../src/pan/tree/dict.ts";
import type { Provenance } from "../../../src/pan/tree/provenance.ts";
import type { Term } from "../../../src/pan/tree/term.ts";
import { isResource, type Value } from "../../../src/pan/tree/value.ts";

export interface Account {
  /** Of each sound profile, by name. */
  readonly profiles: ReadonlyMap<string, ProfileAccount>;
  readonly reports: readonly unknown[];
  readonly diagnostics: readonly unknown[];
  readonly counters: unknown;
  readonly printed: readonly string[];
}

interface ProfileAccount {
  readonly texts: readonly string[];
  readonly dependencies: readonly unknown[];
  readonly origins: readonly string[];
  readonly rules: readonly unknown[];
}

export interface AccountOptions {
  readonly sharing: SharingMode;
  readonly maxRecursion?: number;
}

export function accountOf(
  files: ReadonlyMap<string, string>,
  { sharing, maxRecursion = 50 }: AccountOptions,
): Account {
  const printed: string[] = [];
  const contents = [...files].map(([path, text]) => [`/templates/${path}`, text]);
  const session = new CompileSession({
    host: memoryHost({ files: Object.fromEntries(contents) }),
    options: {
      dialect: "vmcs",
      includePath: ["/templates"],
      maxIteration: 10_000,
      maxRecursion,
      deprecationWarnings: "on",
      initialData: new Dict(),
      debugs: () => true,
      build: true,
      sharing,
    },
    print: (line) => printed.push(line),
    log: undefined,
  });
  const objects = [...files].filter(([, text]) => text.startsWith("object template"));
  const templates = new Map(
    objects.map(([path]) => [path, session.read(`/templates/${path}`)] as const),
  );
  const profiles = new Map<string, ProfileAccount>();
  const reports = [...templates.values()].map(({ object = "" }) =>
    session.build(object, true, (profile) => profiles.set(object, accountOfProfile(profile))),
  );
  const all = new Map(
    [...templates.values(), ...session.newTemplates()].map((one) => [one.file, one]),
  );
  const { diagnostics, counters } = assemble(
    [...templates.values()].map(({ file }) => file),
    all,
    new Map(reports.map((report) => [report.name, report])),
  );
  return {
    profiles,
    reports: reports.map((report) => ({
      ...report,
      files: [...report.files].sort(),
      lookups: report.lookups.map((one) => JSON.stringify(one)).sort(),
    })),
    diagnostics,
    counters,
    printed,
  };
}

function accountOfProfile(profile: CompiledProfile): ProfileAccount {
  const origins: string[] = [];
  addOrigins(profile.provenance, profile.root, [], origins);
  const { provenance, rules } = profile;
  const plain = profileFormats.filter(({ compressed }) => !compressed);
  return {
    texts: plain.map((format) => profileText(format, profile)),
    dependencies: profile.dependencies.map((one) => JSON.stringify(one)).sort(),
    origins: [...origins, JSON.stringify(provenance.structures())],
    rules,
  };
}

function addOrigins(
  provenance: Provenance,
  at: Value,
  terms: readonly Term[],
  lines: string[],
): void {
  const found = [
    provenance.origin(terms),
    provenance.lastAssignment(terms),
    provenance.finalAt(terms),
  ];
  lines.push(`${terms.join("/")} ${JSON.stringify(found)}`);
  if (!isResource(at)) return;
  const children: readonly Term[] =
    at instanceof Dict ? at.keys() : Array.from({ length: at.size }, (_, i) => i);
  for (const term of children) {
    const child = at instanceof Dict ? at.peek(term as string) : at.peek(term as number);
    addOrigins(provenance, child as Value, [...terms, term], lines);
  }
}
