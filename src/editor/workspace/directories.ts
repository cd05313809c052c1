/** Directories, and the files in them and below them. */

/** Whether a path is a directory or below it. */
export function isIn(path: string, directory: string): boolean {
  return directory === "/" || path === directory || path.startsWith(`${directory}/`);
}

/** Of directories that lie in each other, the one that is nearest to a path; undefined if it is in none. */
export function deepestAround(path: string, directories: Iterable<string>): string | undefined {
  let deepest: string | undefined;
  for (const one of directories) {
    if (one.length > (deepest?.length ?? 0) && isIn(path, one)) deepest = one;
  }
  return deepest;
}
