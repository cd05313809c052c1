/**
 * Where templates are: the include path, and in each directory of it the load path of the profile.
 *
 * Directories are listed once, so that a name costs a look into a set, not a call to the system, for each
 * place where the file is not.
 */

import { normalizePath } from "../../host/path.ts";
import type { DirectoryNames, SourceHost } from "./source-host.ts";

export interface FoundSource {
  /** Absolute path of the file. */
  readonly path: string;
  /** The directory that the name is relative to. */
  readonly directory: string;
}

/** Extensions of template files, in the order in which they are tried. */
const templateExtensions = [".pan", ".tpl"] as const;

export class TemplateRepository {
  readonly includePath: readonly string[];
  readonly host: SourceHost;
  private readonly listings = new Map<string, DirectoryNames>();
  private readonly found = new Map<string, FoundSource | undefined>();

  /** The directories as they were given, which is how the `dep` format names them. */
  private readonly given: readonly string[];

  constructor(host: SourceHost, includePath: readonly string[]) {
    this.host = host;
    this.given = includePath;
    this.includePath = includePath.map(normalizePath);
  }

  /** A directory below the include path, spelled as that was given: with its `.` and `..`. */
  asGiven(directory: string): string {
    let longest = -1;
    for (const [i, include] of this.includePath.entries()) {
      const isAbove = directory === include || directory.startsWith(`${include}/`);
      if (isAbove && include.length > (this.includePath[longest]?.length ?? -1)) longest = i;
    }
    const given = this.given[longest];
    return given === undefined
      ? directory
      : given.replace(/\/$/, "") + directory.slice(this.includePath[longest]?.length);
  }

  findTemplate(name: string, loadPath: readonly string[]): FoundSource | undefined {
    return this.find(name, loadPath, templateExtensions);
  }

  findText(name: string, loadPath: readonly string[]): FoundSource | undefined {
    return this.find(name, loadPath, [""]);
  }

  /** The directories in which a name is looked for. */
  places(loadPath: readonly string[]): readonly string[] {
    return this.includePath.flatMap((include) =>
      loadPath.map((relative) => join(include, relative)),
    );
  }

  /** Names of templates in the directories where the name would be, for suggestions. */
  namesBeside(name: string, loadPath: readonly string[]): readonly string[] {
    const folder = name.slice(0, name.lastIndexOf("/") + 1);
    const names = this.includePath.flatMap((include) =>
      loadPath.flatMap((relative) =>
        [...this.listing(include, joinRelative(relative, folder.slice(0, -1)))].filter((file) =>
          /\.(?:pan|tpl)$/.test(file),
        ),
      ),
    );
    return names.map((file) => folder + file.slice(0, -4));
  }

  private find(
    name: string,
    loadPath: readonly string[],
    extensions: readonly string[],
  ): FoundSource | undefined {
    const key = `${extensions.length} ${name} ${loadPath.join(":")}`;
    if (this.found.has(key)) return this.found.get(key);
    const found = this.search(name, loadPath, extensions);
    this.found.set(key, found);
    return found;
  }

  private search(
    name: string,
    loadPath: readonly string[],
    extensions: readonly string[],
  ): FoundSource | undefined {
    const slash = name.lastIndexOf("/");
    const folder = slash < 0 ? "" : name.slice(0, slash);
    const file = name.slice(slash + 1);
    for (const include of this.includePath) {
      for (const relative of loadPath) {
        const listing = this.listing(include, joinRelative(relative, folder));
        for (const extension of extensions) {
          if (!listing.has(file + extension)) continue;
          const directory = join(include, relative);
          return { path: join(directory, name) + extension, directory };
        }
      }
    }
    return undefined;
  }

  /** Names in a folder below a directory; a folder whose parent does not name it is not asked for. */
  private listing(directory: string, folder: string): DirectoryNames {
    const path = join(directory, folder);
    const known = this.listings.get(path);
    if (known !== undefined) return known;
    const listing = this.isThere(directory, folder) ? this.namesIn(path) : nothing;
    this.listings.set(path, listing);
    return listing;
  }

  private namesIn(path: string): DirectoryNames {
    return this.host.names?.(path) ?? new Set(this.host.list(path));
  }

  private isThere(directory: string, folder: string): boolean {
    if (folder === "" || folder.split("/").some((name) => name === "" || name.startsWith(".")))
      return true;
    const slash = folder.lastIndexOf("/");
    const parent = slash < 0 ? "" : folder.slice(0, slash);
    return this.listing(directory, parent).has(folder.slice(slash + 1));
  }
}

const nothing: ReadonlySet<string> = new Set();

function joinRelative(first: string, second: string): string {
  if (first === "" || second === "") return first + second;
  return first.endsWith("/") ? first + second : `${first}/${second}`;
}

function join(directory: string, relative: string): string {
  if (relative === "") return directory;
  return directory.endsWith("/") ? directory + relative : `${directory}/${relative}`;
}
