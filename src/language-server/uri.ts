/**
 * Paths and the URIs that clients name files by.
 *
 * A document that is no file (`untitled:Untitled-1`) has its URI for a path: it is open or it is nowhere.
 */

import { normalizePath } from "../host/path.ts";

const scheme = "file://";

/** The path of a URI; undefined for what is no URI. */
export function pathOfUri(uri: string): string | undefined {
  if (!/^[A-Za-z][\w+.-]*:/.test(uri)) return undefined;
  if (!uri.startsWith(scheme)) return uri;
  const written = uri.slice(scheme.length).replace(/^[^/]+/, "");
  return normalizePath(withDrive(decoded(written)));
}

/** Every character that a client may spell in several ways is escaped, as the clients of VS Code do it. */
export function uriOfPath(path: string): string {
  if (!path.startsWith("/")) return path;
  return `${scheme}${path.split("/").map(encoded).join("/")}`;
}

/** A stray `%` stands for itself; what is escaped right is still read. */
function decoded(text: string): string {
  return text.replace(/(?:%[0-9A-Fa-f]{2})+/g, (escaped) => {
    try {
      return decodeURIComponent(escaped);
    } catch {
      return escaped;
    }
  });
}

/** Half of a pair of surrogates has no UTF-8; no file has such a name. */
function encoded(part: string): string {
  return encodeURIComponent(part.replace(/\p{Surrogate}/gu, "\ufffd"));
}

/** The letter of a drive is the same in either case; clients write it in the lower one. */
function withDrive(path: string): string {
  return path.replace(/^\/[A-Z]:/, (drive) => drive.toLowerCase());
}
