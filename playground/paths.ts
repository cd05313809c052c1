/** Where things are in the file system of the playground, which is a table in memory. */

/** The directory of the description. */
export const home = "/vm";
/** The project file, which tells the language server what else the page is told. */
export const projectFile = `${home}/vmcs.json`;
/** Templates that come with vmcs. */
export const templates = "/templates";
/** The laws of machines, which always hold. */
export const laws = "/rules/rr";

export function absolute(name: string): string {
  return name.startsWith("/") ? name : `${home}/${name}`;
}

/** As people read it: from the directory of the description, and without the first slash where it is elsewhere. */
export function shown(path: string): string {
  return path.startsWith(`${home}/`) ? path.slice(home.length + 1) : path.replace(/^\//, "");
}

/** The directory that a repository's name stands for: `./rules` is the description's, `rules/sr` comes with vmcs. */
export function repositoryDirectory(name: string): string {
  return name.startsWith("./") ? `${home}/${name.slice(2)}` : `/${name}`;
}
