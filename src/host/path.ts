/** POSIX paths as text. Nothing here looks at files. */

function isAbsolutePath(path: string): boolean {
  return path.startsWith("/");
}

/** The path without `.`, `..`, doubled and trailing slashes; the empty path is `.`. */
export function normalizePath(path: string): string {
  const absolute = isAbsolutePath(path);
  const names: string[] = [];
  for (const name of path.split("/")) {
    if (name === "" || name === ".") continue;
    const canGoUp = names.length > 0 && names.at(-1) !== "..";
    if (name !== "..") names.push(name);
    else if (canGoUp) names.pop();
    else if (!absolute) names.push("..");
  }
  const joined = names.join("/");
  if (absolute) return `/${joined}`;
  return joined === "" ? "." : joined;
}

/** The path, seen from a directory. */
export function joinPath(directory: string, path: string): string {
  return normalizePath(isAbsolutePath(path) ? path : `${directory}/${path}`);
}

/** The directory that a file is in: `.` for a name alone, the root for itself. */
export function directoryOf(path: string): string {
  const normal = normalizePath(path);
  const slash = normal.lastIndexOf("/");
  if (slash < 0) return ".";
  return slash === 0 ? "/" : normal.slice(0, slash);
}

/** The last name of a path; the empty text for the root. */
export function fileNameOf(path: string): string {
  const normal = normalizePath(path);
  return normal.slice(normal.lastIndexOf("/") + 1);
}

/** The ending of the last name with its dot; the empty text if there is none. A leading dot starts no ending. */
export function extensionOf(path: string): string {
  const name = fileNameOf(path);
  const dot = name.lastIndexOf(".");
  return dot <= 0 || name === ".." ? "" : name.slice(dot);
}

/** How an absolute path is written from an absolute directory. */
export function relativePath(directory: string, path: string): string {
  const from = namesOf(directory);
  const to = namesOf(path);
  let shared = 0;
  while (shared < from.length && shared < to.length && from[shared] === to[shared]) shared++;
  const up = from.slice(shared).map(() => "..");
  return [...up, ...to.slice(shared)].join("/") || ".";
}

/** As people want to read it: from the directory if the path is below it, else in full. */
export function displayPath(directory: string, path: string): string {
  if (!isAbsolutePath(path)) return path;
  const relative = relativePath(directory, path);
  return relative === ".." || relative.startsWith("../") ? path : relative;
}

function namesOf(path: string): readonly string[] {
  return normalizePath(path)
    .split("/")
    .filter((name) => name !== "");
}
