/** The skeletons that the words of a command line mean, by machine. */

import { compareCodeUnits } from "../base/compare.ts";
import { type Diagnostic, diagnostic } from "../diagnostics/diagnostic.ts";
import { directoryOf, displayPath, fileNameOf } from "../host/path.ts";
import { closestName, didYouMean } from "../text/did-you-mean.ts";
import { noSpan } from "../text/span.ts";
import { type SkeletonKind, skeletonFileName, skeletonKinds } from "../vm/skeleton/kinds.ts";
import type { Environment } from "./command.ts";
import { inputFiles } from "./input-files.ts";

/** The files of one machine. */
export interface SkeletonSet {
  /** Its name, as the files say. */
  readonly name: string;
  /** Absolute paths: one of each kind, unless a kind is given twice. */
  readonly files: readonly string[];
}

export interface SkeletonSets {
  /** Complete ones, ordered by name. */
  readonly sets: readonly SkeletonSet[];
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * A directory stands for the skeletons directly in it; other files may lie there as well. If names are given, only
 * these machines are wanted.
 */
export async function skeletonSets(
  words: readonly string[],
  names: readonly string[],
  environment: Environment,
): Promise<SkeletonSets> {
  const { host } = environment;
  const directories = words.filter((word) => host.kind(word) === "directory");
  const others = words.filter((word) => host.kind(word) !== "directory");
  const named = await inputFiles({ words: others }, environment);
  const found = directories.map((directory) => filesIn(directory, environment));
  const files = [...new Set([...named.files, ...found.flatMap((listing) => listing.files)])];
  const diagnostics = [
    ...named.diagnostics,
    ...found.flatMap((listing) => listing.diagnostics),
    ...foreignFiles(named.files, environment),
  ];
  const all = group(files);
  const wanted = names.length === 0 ? all : all.filter(({ name }) => names.includes(name));
  return {
    sets: wanted.filter(({ missing }) => missing.length === 0),
    diagnostics: [
      ...diagnostics,
      ...unknownNames(names, all),
      ...wanted.flatMap((set) => describeMissing(set, environment)),
    ],
  };
}

interface Listing {
  readonly files: readonly string[];
  readonly diagnostics: readonly Diagnostic[];
}

function filesIn(word: string, { host }: Environment): Listing {
  const directory = host.resolve(word);
  const files = host
    .list(directory)
    .map((name) => `${directory}/${name}`)
    .filter((path) => parseName(path) !== undefined && host.kind(path) === "file");
  if (files.length > 0) return { files, diagnostics: [] };
  return { files, diagnostics: [diagnostic("skeletons-absent", noSpan, { path: word })] };
}

interface SkeletonName {
  readonly name: string;
  readonly kind: SkeletonKind;
}

const pattern = new RegExp(`^(.+)\\.(${skeletonKinds.join("|")})\\.xml$`);

function parseName(path: string): SkeletonName | undefined {
  const [, name, kind] = pattern.exec(fileNameOf(path)) ?? [];
  const known = skeletonKinds.find((candidate) => candidate === kind);
  return name === undefined || known === undefined ? undefined : { name, kind: known };
}

function foreignFiles(files: readonly string[], { host }: Environment): readonly Diagnostic[] {
  return files
    .filter((path) => parseName(path) === undefined)
    .map((path) =>
      diagnostic("skeleton-file-foreign", noSpan, {
        path: displayPath(host.currentDirectory, path),
      }),
    );
}

function unknownNames(
  names: readonly string[],
  sets: readonly SkeletonSet[],
): readonly Diagnostic[] {
  const known = sets.map(({ name }) => name);
  return names
    .filter((name) => !known.includes(name))
    .map((name) => {
      const help = didYouMean(name, known);
      return diagnostic("machine-unknown", noSpan, { name }, { help });
    });
}

interface FoundSet extends SkeletonSet {
  readonly missing: readonly SkeletonKind[];
}

function group(files: readonly string[]): readonly FoundSet[] {
  const byName = new Map<string, { readonly path: string; readonly kind: SkeletonKind }[]>();
  for (const path of files) {
    const parsed = parseName(path);
    if (parsed === undefined) continue;
    const { name, kind } = parsed;
    const members = byName.get(name);
    if (members === undefined) byName.set(name, [{ path, kind }]);
    else members.push({ path, kind });
  }
  return [...byName]
    .map(([name, members]) => ({
      name,
      files: members.map(({ path }) => path),
      missing: skeletonKinds.filter((kind) => !members.some((member) => member.kind === kind)),
    }))
    .toSorted((a, b) => compareCodeUnits(a.name, b.name));
}

function describeMissing(
  { name, files, missing }: FoundSet,
  { host }: Environment,
): readonly Diagnostic[] {
  const directories = [...new Set(files.map(directoryOf))];
  return missing.map((kind) => {
    const file = skeletonFileName(name, kind);
    const beside = directories.flatMap((directory) => host.list(directory));
    const unknown = beside.filter((other) => other.endsWith(".xml") && !parseName(other));
    const guess = closestName(file, unknown);
    const help = guess === undefined ? undefined : `Did you mean '${guess}' to be it?`;
    return diagnostic("skeleton-file-missing", noSpan, { name, kind, file }, { help });
  });
}
