/** Paths and the URIs that clients name files by. */

/** The path of a `file:` URI; undefined for other schemes, of which the server has no files. */
export function pathOfUri(uri: string): string | undefined {
  if (!uri.startsWith("file://")) return undefined;
  const path = uri.slice("file://".length).replace(/^[^/]+/, "");
  try {
    return decodeURIComponent(path);
  } catch {
    // A stray `%`: what is written is the name.
    return path;
  }
}

/** Every character that a client may spell in several ways is escaped, as the clients of VS Code do it. */
export function uriOfPath(path: string): string {
  const parts = path.split("/").map((part) => encodeURIComponent(part));
  return `file://${parts.join("/")}`;
}
