/** The object templates of a side: those of patterns, else all that are below its root. */

import type { Host } from "../../host/host.ts";
import { extensionOf, relativePath } from "../../host/path.ts";

type Listing = Pick<Host, "list" | "kind" | "readText">;

/** Files below a directory, but for hidden directories and those of packages; in order. */
export function filesBelow(host: Listing, directory: string): readonly string[] {
  return host.list(directory).flatMap((name) => {
    if (name.startsWith(".") || name === "node_modules") return [];
    const path = directory === "/" ? `/${name}` : `${directory}/${name}`;
    const kind = host.kind(path);
    if (kind === "directory") return filesBelow(host, path);
    return kind === "file" ? [path] : [];
  });
}

const templateExtensions: ReadonlySet<string> = new Set([".pan", ".tpl"]);

export function isTemplateFile(path: string): boolean {
  return templateExtensions.has(extensionOf(path));
}

/** Patterns are as those of the command line: from the directory, with `*`, `**`, `?`, `[…]` and `{…}`. */
export function filesMatching(
  host: Listing,
  directory: string,
  patterns: readonly string[],
): readonly string[] {
  const rules = patterns.map(patternRegex);
  return filesBelow(host, directory).filter((path) => {
    const relative = relativePath(directory, path);
    return rules.some((rule) => rule.test(relative) || rule.test(path));
  });
}

/** All files that declare an object template, whatever they are called. */
export function objectTemplates(host: Listing, files: readonly string[]): readonly string[] {
  return files.filter((path) => isTemplateFile(path) && declaresObject(host.readText(path) ?? ""));
}

/** Comments and annotations may come first; a declaration inside of one names no object that compiles. */
function declaresObject(text: string): boolean {
  return /^[ \t]*object[ \t\r\n]+template\s/m.test(text);
}

function patternRegex(pattern: string): RegExp {
  let depth = 0;
  const plain = pattern.replace(/^\.\//, "");
  const source = plain.replace(/\*\*\/|\*\*|\[[^\]]*\]|[\s\S]/gu, (piece) => {
    if (piece === "{") depth++;
    if (piece === "}") depth--;
    // Between braces, commas part what may stand there.
    return piece === "," && depth > 0 ? "|" : translated(piece);
  });
  return new RegExp(`^${source}$`, "u");
}

function translated(piece: string): string {
  switch (piece) {
    case "**/":
      return "(?:[\\s\\S]*/)?";
    case "**":
      return "[\\s\\S]*";
    case "*":
      return "[^/]*";
    case "?":
      return "[^/]";
    case "{":
      return "(?:";
    case "}":
      return ")";
    default:
      if (piece.length > 1) return piece.replace(/^\[!/, "[^");
      return piece.replace(/[\\^$.+()[\]|/]/u, "\\$&");
  }
}
