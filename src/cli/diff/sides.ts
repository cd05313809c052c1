/** The words of `vmcs diff` → its two sides: directories, files, revisions. */

import { type Diagnostic, diagnostic } from "../../diagnostics/diagnostic.ts";
import type { Host } from "../../host/host.ts";
import { directoryOf, displayPath, joinPath } from "../../host/path.ts";
import { noSpan } from "../../text/span.ts";
import type { Environment } from "../command.ts";
import { UsageError } from "../usage-error.ts";
import { mergeBase, prefixInRepository, resolveRevision } from "./git.ts";
import { type GitObjects, gitHost, type LinkOut } from "./git-host.ts";
import { movedHost } from "./moved-host.ts";

/** A side, before it is known what is in it. */
export interface Side {
  /** As people name it. */
  readonly label: string;
  /** Its files are at their usual places, whatever they are made of. */
  readonly host: Host;
  /** Absolute: what is below it on one side corresponds to what is there below that of the other. */
  readonly root: string;
  /** Set for a single file. */
  readonly file: string | undefined;
  /** How a path of it is named in places. */
  readonly labelOf: (path: string) => string;
  /** The path of a label; undefined if it is none of this side. */
  readonly pathOf: (label: string) => string | undefined;
  readonly fetchMissing: () => Promise<boolean>;
  /** The links of a revision by which something was read that has no revision. */
  readonly linksOut: () => readonly LinkOut[];
}

/** Without words, the last revision is compared with the files as they are. */
export async function sidesOf(
  words: readonly string[],
  environment: Environment,
): Promise<readonly [Side, Side]> {
  const [first, second] = wordsOf(words, environment);
  const opener = new Opener(environment);
  if (first.range === "...") {
    const [a, b] = [first.word, second.word];
    await opener.revision(a, a);
    await opener.revision(b, b);
    const base = await mergeBase(environment.host, a, b);
    return [await opener.revision(base.slice(0, 12), base), await opener.revision(b, b)];
  }
  return [await opener.open(first), await opener.open(second)];
}

interface SideWord {
  readonly word: string;
  /** Set for the sides of a range. */
  readonly range: ".." | "..." | undefined;
}

function wordsOf(words: readonly string[], { host }: Environment): readonly [SideWord, SideWord] {
  const plain = (word: string): SideWord => ({ word, range: undefined });
  const [first = "HEAD", second = "."] = words;
  if (words.length > 2) {
    const args = { count: words.length, words: words.join(", ") };
    throw new UsageError(diagnostic("diff-sides-wrong", noSpan, args));
  }
  if (words.length === 2) return [plain(first), plain(second)];
  const [, from, dots, to] = /^(.*?)(\.\.\.?)(.*)$/.exec(first) ?? [];
  const isRange = dots !== undefined && host.kind(first) === "missing" && !/^\.*\//.test(first);
  if (!isRange) return [plain(first), plain(second)];
  const range = dots as ".." | "...";
  return [
    { word: from === "" ? "HEAD" : (from as string), range },
    { word: to === "" ? "HEAD" : (to as string), range },
  ];
}

class Opener {
  private readonly environment: Environment;
  private readonly objects: GitObjects = new Map();

  constructor(environment: Environment) {
    this.environment = environment;
  }

  async open({ word, range }: SideWord): Promise<Side> {
    const { host } = this.environment;
    const kind = range === undefined ? host.kind(word) : "missing";
    if (kind === "missing") return this.revision(word, word);
    const path = host.resolve(word);
    const root = kind === "directory" ? path : directoryOf(path);
    return {
      label: word,
      host: movedHost(host, root),
      root,
      file: kind === "file" ? path : undefined,
      labelOf: (label) => label,
      pathOf: (label) => label,
      fetchMissing: () => Promise.resolve(false),
      linksOut: () => [],
    };
  }

  async revision(label: string, revision: string): Promise<Side> {
    const { host } = this.environment;
    if (!isInRepository(host))
      throw unknownSide(revision, "the current directory is in no repository of git");
    const id = await resolveRevision(host, revision, "tree");
    if (id === undefined) throw unknownSide(revision, "git knows no revision of this name");
    const root = host.currentDirectory;
    const prefix = await prefixInRepository(host, revision);
    const top = prefix === "" ? root : joinPath(root, prefix.replace(/[^/]+/g, ".."));
    const tree = await gitHost({ base: host, revision, id, top, objects: this.objects });
    const start = top === "/" ? "/" : `${top}/`;
    return {
      label,
      host: tree,
      root,
      file: undefined,
      labelOf: (path) => (path.startsWith(start) ? `${label}:${path.slice(start.length)}` : path),
      // Files outside the repository are the same on all sides, and have no label.
      pathOf: (text) => {
        if (text.startsWith(`${label}:`)) return `${start}${text.slice(label.length + 1)}`;
        return text.startsWith("/") ? text : undefined;
      },
      fetchMissing: tree.fetchMissing,
      linksOut: tree.linksOut,
    };
  }
}

/** Looked for without git, which may not be there. */
function isInRepository(host: Host): boolean {
  for (let directory = host.currentDirectory; ; directory = directoryOf(directory)) {
    if (host.kind(`${directory === "/" ? "" : directory}/.git`) !== "missing") return true;
    if (directory === directoryOf(directory)) return false;
  }
}

function unknownSide(word: string, problem: string): UsageError {
  return new UsageError(diagnostic("diff-side-unknown", noSpan, { word, problem }));
}

/** What was read through links that lead out of the repository; a link that both sides have is told of once. */
export function linkWarnings(
  sides: readonly [Side, Side],
  currentDirectory: string,
): readonly Diagnostic[] {
  const links = new Map(
    sides.flatMap((side) => side.linksOut()).map(({ link, target }) => [link, target] as const),
  );
  return [...links].map(([link, target]) =>
    diagnostic("diff-link-outside", noSpan, { link: displayPath(currentDirectory, link), target }),
  );
}
