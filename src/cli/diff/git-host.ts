/**
 * A host whose files are those of a revision of git, at the places where they are when it is checked out. Everything
 * outside the repository is as it is.
 *
 * Reading is synchronous and git is not, so contents are fetched before: of templates and small files at once; of what
 * else is wanted when it shows that it is, and the comparison then starts again.
 */

import { compareCodeUnits } from "../../base/compare.ts";
import type { FileKind, Host } from "../../host/host.ts";
import { gunzip } from "../../host/memory/gzip.ts";
import { directoryOf, extensionOf, joinPath } from "../../host/path.ts";
import { decodeUtf8 } from "../../text/decode-utf8.ts";
import { type GitEntry, listTree, readObjects } from "./git.ts";

/** A symbolic link of a revision that leads out of the repository, where nothing has a history. */
export interface LinkOut {
  /** Absolute paths. */
  readonly link: string;
  readonly target: string;
}

export interface GitHost extends Host {
  /** The links by which something was read that is outside of the repository. */
  readonly linksOut: () => readonly LinkOut[];
  /** Fetches what was wanted and not there; whether there was anything. */
  readonly fetchMissing: () => Promise<boolean>;
}

/** Contents by their names, for all revisions. */
export type GitObjects = Map<string, Uint8Array>;

export interface GitHostInput {
  readonly base: Host;
  /** The revision as it was given, for messages. */
  readonly revision: string;
  /** Of its tree. */
  readonly id: string;
  /** Absolute path of the top of the repository. */
  readonly top: string;
  readonly objects: GitObjects;
}

const templates: ReadonlySet<string> = new Set([".pan", ".tpl", ".json"]);
const smallFile = 65_536;
const mostLinks = 40;

export async function gitHost({
  base,
  revision,
  id,
  top,
  objects,
}: GitHostInput): Promise<GitHost> {
  const git = { run: base.run, directory: top };
  const tree = new Tree(top, base, await listTree(git, revision, id));
  const missing = new Set<string>();
  const linksOut = new Map<string, string>();
  const fetch = async (ids: Iterable<string>): Promise<void> => {
    const wanted = [...new Set(ids)].filter((one) => !objects.has(one));
    for (const [name, content] of await readObjects(git, revision, wanted))
      objects.set(name, content);
  };
  await fetch(tree.entries.filter(isFetchedAtOnce).map((entry) => entry.id));
  tree.followLinks((link) => decodeUtf8(objects.get(link) ?? new Uint8Array()));
  const readBytes = (path: string): Uint8Array | undefined => {
    const place = tree.find(base.resolve(path));
    if (place.kind === "outside") {
      const bytes = place.host.readBytes(place.path);
      if (bytes !== undefined && place.by !== undefined) {
        linksOut.set(place.by.link, place.by.target);
      }
      return bytes;
    }
    if (place.kind !== "file") return undefined;
    const content = objects.get(place.id);
    if (content === undefined) missing.add(place.id);
    return content;
  };
  for (const [path, commit] of tree.repositories) {
    if (base.kind(`${path}/.git`) === "missing") continue;
    tree.enter(path, await gitHost({ base, revision, id: commit, top: path, objects }));
  }
  const textOf = (bytes: Uint8Array | undefined): string | undefined =>
    bytes === undefined ? undefined : decodeUtf8(bytes);
  const kind = (path: string): FileKind => {
    const place = tree.find(base.resolve(path));
    return place.kind === "outside" ? place.host.kind(place.path) : place.kind;
  };
  return {
    ...base,
    readText: (path) => textOf(readBytes(path)),
    readBytes,
    readGzip: (path) => {
      const bytes = readBytes(path);
      return bytes === undefined ? undefined : textOf(gunzip(bytes));
    },
    readProblem: (path) => (kind(path) === "file" ? undefined : `it is not in ${revision}`),
    kind,
    list(path) {
      const place = tree.find(base.resolve(path));
      return place.kind === "outside" ? place.host.list(place.path) : tree.list(place);
    },
    othersCanRead: () => false,
    stamp: () => undefined,
    linksOut: () => [
      ...[...linksOut].map(([link, target]) => ({ link, target })),
      ...tree.entered.flatMap((inside) => inside.linksOut()),
    ],
    async fetchMissing() {
      const inside = await Promise.all(tree.entered.map((host) => host.fetchMissing()));
      if (missing.size === 0) return inside.includes(true);
      await fetch(missing);
      missing.clear();
      return true;
    },
  };
}

function isFetchedAtOnce({ path, kind, size = 0 }: GitEntry): boolean {
  if (kind === "repository") return false;
  return kind === "link" || templates.has(extensionOf(path)) || size <= smallFile;
}

type Place =
  | { readonly kind: "file"; readonly id: string }
  | { readonly kind: "directory"; readonly path: string }
  | { readonly kind: "missing" }
  /** Elsewhere, or in a repository within this one; `by` is the link of this one that leads out of it. */
  | {
      readonly kind: "outside";
      readonly path: string;
      readonly host: Host;
      readonly by: LinkOut | undefined;
    };

/** The files of a revision by their absolute paths. */
class Tree {
  readonly entries: readonly GitEntry[];
  private readonly top: string;
  private readonly files = new Map<string, string>();
  private readonly directories = new Map<string, Set<string>>();
  private readonly links = new Map<string, string>();

  /** Repositories within this one, by their paths, with their commits. */
  readonly repositories = new Map<string, string>();
  private readonly base: Host;
  private readonly hosts = new Map<string, GitHost>();

  constructor(top: string, base: Host, entries: readonly GitEntry[]) {
    this.top = top;
    this.base = base;
    this.entries = entries;
    this.directories.set(top, new Set());
    for (const { path, kind, id } of entries) {
      const absolute = joinPath(top, path);
      if (kind === "file") this.files.set(absolute, id);
      if (kind === "repository") {
        // What is in it is known where it is checked out.
        this.directories.set(absolute, new Set());
        this.repositories.set(absolute, id);
      }
      this.addName(absolute);
    }
  }

  /** Symbolic links are text that is a path. */
  followLinks(read: (id: string) => string): void {
    for (const { path, kind, id } of this.entries) {
      const absolute = joinPath(this.top, path);
      if (kind === "link") this.links.set(absolute, joinPath(directoryOf(absolute), read(id)));
    }
  }

  enter(path: string, host: GitHost): void {
    this.hosts.set(path, host);
  }

  get entered(): readonly GitHost[] {
    return [...this.hosts.values()];
  }

  find(given: string): Place {
    const end = this.followed(given);
    if (end === undefined) return { kind: "missing" };
    const { path, by } = end;
    if (path !== this.top && !path.startsWith(this.top === "/" ? "/" : `${this.top}/`)) {
      return { kind: "outside", path, host: this.base, by };
    }
    for (const [directory, host] of this.hosts) {
      const isInside = path === directory || path.startsWith(`${directory}/`);
      if (isInside) return { kind: "outside", path, host, by: undefined };
    }
    const id = this.files.get(path);
    if (id !== undefined) return { kind: "file", id };
    return this.directories.has(path) ? { kind: "directory", path } : { kind: "missing" };
  }

  list(place: Place): readonly string[] {
    if (place.kind !== "directory") return [];
    return [...(this.directories.get(place.path) ?? [])].sort(compareCodeUnits);
  }

  private addName(path: string): void {
    let child = path;
    while (child !== this.top) {
      const parent = directoryOf(child);
      const known = this.directories.get(parent);
      const name = child.slice(child.lastIndexOf("/") + 1);
      if (known === undefined) this.directories.set(parent, new Set([name]));
      else {
        known.add(name);
        if (known.size > 1) return;
      }
      child = parent;
    }
  }

  /** The path without links in it, and the last of the links; undefined for links that lead in a circle. */
  private followed(
    given: string,
  ): { readonly path: string; readonly by: LinkOut | undefined } | undefined {
    let path = given;
    let by: LinkOut | undefined;
    if (this.links.size === 0) return { path, by };
    for (let count = 0; count < mostLinks; count++) {
      const next = this.firstLink(path);
      if (next === undefined) return { path, by };
      by = next;
      path = joinPath(next.target, `.${path.slice(next.link.length)}`);
    }
    return undefined;
  }

  private firstLink(path: string): LinkOut | undefined {
    for (let end = path.indexOf("/", 1); ; end = path.indexOf("/", end + 1)) {
      const link = end < 0 ? path : path.slice(0, end);
      const target = this.links.get(link);
      if (target !== undefined) return { link, target };
      if (end < 0) return undefined;
    }
  }
}
