/** Sides as emitted files: those that are there, and those that a build of templates would write. */

import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import type { EmittedFile } from "../../diff/compare-files.ts";
import { documentName } from "../../diff/documents/document.ts";
import type { Writer } from "../../diff/machine-diff.ts";
import { completeProfile } from "../../diff/rule-completion.ts";
import type { SourceSide } from "../../diff/source-side.ts";
import { fileNameOf, relativePath } from "../../host/path.ts";
import type { CompiledProfile } from "../../pan/compiler/compile.ts";
import { profileFormats } from "../../pan/profile/registry.ts";
import { profileFileName, profileText } from "../../pan/profile/write-profile.ts";
import type { Term } from "../../pan/tree/term.ts";
import type { Target } from "../../pipeline/build.ts";
import { buildProfile } from "../../pipeline/build-profile.ts";
import { describesMachine } from "../../pipeline/describes-machine.ts";
import type { RuleSet } from "../../pipeline/rules/rule-set.ts";
import { sourceDigest } from "../../pipeline/source-digest.ts";
import { decodeUtf8 } from "../../text/decode-utf8.ts";
import { anySecret } from "../secrets.ts";
import { sha256 } from "../sha256.ts";
import { targetOf } from "../target-options.ts";
import type { ReadSide } from "./load-side.ts";

export function emittedFiles({ side, files, show }: ReadSide): readonly EmittedFile[] {
  const { host, root } = side;
  return files.map((path) => ({
    path: side.file === undefined ? relativePath(root, path) : fileNameOf(path),
    label: show(path),
    text: () => (path.endsWith(".gz") ? host.readGzip(path) : host.readText(path)),
  }));
}

/** Two files that are named are one machine's, whatever they are called. */
export function paired(
  before: readonly EmittedFile[],
  after: readonly EmittedFile[],
): readonly EmittedFile[] {
  const [old, current] = [before[0], after[0]];
  if (old === undefined || current === undefined) return before;
  const names = [documentName(old.path), documentName(current.path)] as const;
  const [first, second] = names;
  if (first === undefined || second === undefined) return before;
  return [{ ...old, path: `${second.machine}${first.kind}` }];
}

export interface WouldBuild {
  readonly files: readonly EmittedFile[];
  readonly diagnostics: readonly Diagnostic[];
  /** Profiles that cannot be built. */
  readonly failed: readonly string[];
}

/** What a build would write of the kinds that the other side has. */
export function wouldBuild(
  read: ReadSide,
  source: SourceSide,
  set: RuleSet,
  other: readonly EmittedFile[],
): WouldBuild {
  const kinds = new Set(other.flatMap(({ path }) => documentName(path)?.kind ?? []));
  const target = targetFor(read, kinds);
  const files: EmittedFile[] = [];
  const diagnostics: Diagnostic[] = [];
  const failed: string[] = [];
  for (const name of source.names) {
    const { report, profile } = source.build(name);
    const errors = report.diagnostics.filter(({ severity }) => severity === "error");
    diagnostics.push(...errors);
    if (profile === undefined) {
      failed.push(name);
      continue;
    }
    const completed = completeProfile(profile, set.repositories);
    const built = filesOf({ ...profile, root: completed.root }, kinds, target, read);
    diagnostics.push(...completed.diagnostics, ...built.diagnostics);
    if (built.files.length === 0 || !completed.isSound) failed.push(name);
    const writer = (terms: readonly Term[]): Writer | undefined => {
      const origin = profile.provenance.origin(terms);
      return origin && { kind: origin.kind, span: origin.span, via: origin.via?.span, because: [] };
    };
    files.push(...built.files.map((file) => ({ ...file, writer })));
  }
  return { files, diagnostics, failed };
}

function filesOf(
  profile: CompiledProfile,
  kinds: ReadonlySet<string>,
  target: Target,
  { environment }: ReadSide,
): { readonly files: readonly EmittedFile[]; readonly diagnostics: readonly Diagnostic[] } {
  const emitted = (path: string, text: () => string): EmittedFile => ({ path, label: path, text });
  const profiles = [...kinds].flatMap((kind) => {
    const suffix = kind.replace(/\.gz$/, "").slice(1);
    const format = profileFormats.find((one) => one.suffix === suffix && !one.compressed);
    if (format === undefined) return [];
    const path = profileFileName(profile.name, format) + (kind.endsWith(".gz") ? ".gz" : "");
    return [emitted(path, () => profileText(format, profile))];
  });
  if (!describesMachine(profile)) return { files: profiles, diagnostics: [] };
  const digest = sourceDigest(profile, [], environment.host, sha256);
  const { files, diagnostics } = buildProfile(profile, digest, target);
  const others = files
    .filter(({ name }) => kinds.has(documentName(name)?.kind ?? ""))
    .map(({ name, content }) =>
      emitted(name, () => (typeof content === "string" ? content : decodeUtf8(content))),
    );
  const errors = diagnostics.filter(({ severity }) => severity === "error");
  return { files: [...profiles, ...others], diagnostics: errors };
}

/** The backends whose files are there, unless the command line names others. */
function targetFor({ parsed }: ReadSide, kinds: ReadonlySet<string>): Target {
  const has = (pattern: RegExp): boolean => [...kinds].some((kind) => pattern.test(kind));
  const present = [
    ...(has(/^\.(?:cfg|py|\w+\.xl)$/) ? ["xen"] : []),
    ...(has(/\.(?:domain|volume)\.xml$/) ? ["libvirt"] : []),
    ...(has(/^\.seed\//) ? ["cloud-init"] : []),
    ...(has(/^\.image\./) ? ["image"] : []),
  ];
  const { raw, namesBackends } = parsed;
  const backend = namesBackends || present.length === 0 ? raw.backend : present;
  return targetOf({ ...raw, backend }, anySecret);
}
