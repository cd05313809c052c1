/** What is on a side: templates that are compiled, or files that a build has written. */

import { compareCodeUnits } from "../../base/compare.ts";
import { diagnostic } from "../../diagnostics/diagnostic.ts";
import { documentName } from "../../diff/documents/document.ts";
import type { ChangedSource } from "../../diff/machine-diff.ts";
import { SourceSide } from "../../diff/source-side.ts";
import { displayPath, fileNameOf, relativePath } from "../../host/path.ts";
import type { CompileOptions } from "../../pan/compiler/options.ts";
import type { TemplateCache } from "../../pan/compiler/template-store.ts";
import { loadRuleSet, type RuleSet, type RuleSources } from "../../pipeline/rules/rule-set.ts";
import { noSpan } from "../../text/span.ts";
import type { Environment } from "../command.ts";
import { compileOptions } from "../compile-options.ts";
import { ruleSources } from "../rule-options.ts";
import { withIncludePath } from "../run-compile.ts";
import { UsageError } from "../usage-error.ts";
import { type ParsedDiff, parseDiff } from "./diff-options.ts";
import { filesBelow, filesMatching, isTemplateFile, objectTemplates } from "./object-files.ts";
import type { Side } from "./sides.ts";

/** A side and what the command line and its project say of it. */
export interface ReadSide {
  readonly side: Side;
  readonly environment: Environment;
  readonly parsed: ParsedDiff;
  readonly kind: "sources" | "emitted";
  /** Object templates, or emitted files; absolute paths. */
  readonly files: readonly string[];
  /** How a path of the side is shown. */
  readonly show: (path: string) => string;
}

export async function readSide(
  side: Side,
  args: readonly string[],
  outer: Environment,
): Promise<ReadSide> {
  const environment: Environment = { ...outer, host: side.host };
  const parsed = (await parseDiff(args, environment)) as ParsedDiff;
  const { currentDirectory } = outer.host;
  const show = (path: string): string => displayPath(currentDirectory, side.labelOf(path));
  const found = { side, environment, parsed, show };
  if (side.file !== undefined) return { ...found, ...singleFile(side.file, side) };
  const patterns = patternsOf(parsed, side, outer);
  if (patterns !== undefined) {
    const files = filesMatching(side.host, patterns.directory, patterns.words);
    if (files.length > 0) return { ...found, kind: "sources", files };
  }
  const all = filesBelow(side.host, side.root);
  const objects = objectTemplates(side.host, all);
  if (objects.length > 0) return { ...found, kind: "sources", files: objects };
  const emitted = all.filter((path) => documentName(relativePath(side.root, path)) !== undefined);
  if (emitted.length > 0 && !all.some(isTemplateFile)) {
    return { ...found, kind: "emitted", files: emitted };
  }
  throw emptySide(side);
}

function singleFile(file: string, side: Side): Pick<ReadSide, "kind" | "files"> {
  if (isTemplateFile(file)) return { kind: "sources", files: [file] };
  if (documentName(fileNameOf(file)) === undefined) throw emptySide(side);
  return { kind: "emitted", files: [file] };
}

function emptySide({ label }: Side): UsageError {
  return new UsageError(diagnostic("diff-side-empty", noSpan, { side: label }));
}

/** A project that lies above a directory that is compared speaks of other descriptions than those in it. */
function patternsOf(
  { raw, project }: ParsedDiff,
  { root }: Side,
  { host }: Environment,
): { readonly directory: string; readonly words: readonly string[] } | undefined {
  if (raw.objects.length > 0) return { directory: root, words: raw.objects };
  const words = project?.settings.objects;
  if (project === undefined || words === undefined) return undefined;
  const isOurs = project.directory === root || root === host.currentDirectory;
  return isOurs ? { directory: project.directory, words } : undefined;
}

export interface SourceSetup {
  readonly options: CompileOptions;
  readonly sources: RuleSources;
  readonly set: RuleSet;
}

/** Rules are those that are named: the laws of all machines change nothing of what is built. */
export async function setUpSources({ parsed, files, environment }: ReadSide): Promise<SourceSetup> {
  const { raw } = parsed;
  const options = compileOptions(raw, files, environment, true);
  const sources = ruleSources(raw, false, environment);
  const set = await loadRuleSet(environment.host, sources, options, environment.templates);
  return { options: withIncludePath(options, set.includePath), sources, set };
}

export function openSource(
  { side, files, environment }: ReadSide,
  { options }: SourceSetup,
  identity: (path: string) => string | undefined,
  cache: TemplateCache | undefined,
): SourceSide {
  const { host, root, labelOf } = side;
  const { terminal } = environment;
  const print = (text: string): void => terminal.stderr(`${text}\n`);
  return new SourceSide({ host, root, files, options, identity, label: labelOf, print }, cache);
}

/** A text for a file that only another one with the same content has. */
export function identityOf({ host }: Side): (path: string) => string | undefined {
  const known = new Map<string, string | undefined>();
  return (path) => {
    if (!known.has(path)) {
      const bytes = host.readBytes(path);
      known.set(path, bytes === undefined ? undefined : host.digest(bytes));
    }
    return known.get(path);
  };
}

type Identity = (path: string) => string | undefined;

/** Files of rules, and lists of packages, that two sides have otherwise. */
export function changedRules(
  before: ReadSide & SourceSetup,
  after: ReadSide & SourceSetup,
  identities: readonly [Identity, Identity],
): readonly ChangedSource[] {
  const old = ruleFiles(before, identities[0]);
  const current = ruleFiles(after, identities[1]);
  const gone = [...old].filter(([name]) => !current.has(name));
  return [
    ...gone.map(([, { file }]): ChangedSource => ({ how: "removed", file })),
    ...[...current].flatMap(([name, { file, content }]): readonly ChangedSource[] => {
      const known = old.get(name);
      if (known?.content === content) return [];
      return [{ how: known === undefined ? "added" : "changed", file }];
    }),
  ].toSorted((a, b) => compareCodeUnits(a.file, b.file));
}

interface RuleFile {
  /** Labelled path. */
  readonly file: string;
  readonly content: string | undefined;
}

function ruleFiles(
  { side, sources }: ReadSide & SourceSetup,
  identity: Identity,
): ReadonlyMap<string, RuleFile> {
  const paths = sources.repositories.flatMap((directory) => filesBelow(side.host, directory));
  return new Map(
    [...paths, ...sources.packages].map((path) => [
      relativePath(side.root, path),
      { file: side.labelOf(path), content: identity(path) },
    ]),
  );
}
