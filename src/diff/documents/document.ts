/** A file as a tree, so that it is compared value by value; which reader it wants is told by its name. */

import type { Dict } from "../../pan/tree/dict.ts";
import { cfgTree } from "./cfg-tree.ts";
import { jsonTree } from "./json-tree.ts";
import { textTree } from "./text-tree.ts";
import { type ReadXml, xmlTree } from "./xml-tree.ts";

export interface DocumentName {
  /** Of the machine or profile. */
  readonly machine: string;
  /** The rest of the path, such as `.cfg` or `.seed/user-data`. */
  readonly kind: string;
}

const skeletons = ["network", "system", "storage", "software"] as const;

/** What follows a machine's name; the first that fits is taken. */
const endings: readonly RegExp[] = [
  new RegExp(`\\.(?:${skeletons.join("|")})\\.(?:xml|xl)$`),
  /(?:-[\w.]+)?\.volume\.xml$/,
  /\.domain\.xml$/,
  /\.seed\/[^/]+$/,
  /\.image\.json$/,
  /\.(?:cfg|json|xml|txt|dot|py)(?:\.gz)?$/,
  /\.[\w-]+\.sh$/,
];

/** Undefined for a file that no command of ours writes. */
export function documentName(path: string): DocumentName | undefined {
  for (const ending of endings) {
    const at = path.search(ending);
    if (at > 0) return { machine: path.slice(0, at), kind: path.slice(at) };
  }
  return undefined;
}

/** The kind of skeleton that a document is; undefined if it is none. */
export function skeletonOf(kind: string): (typeof skeletons)[number] | undefined {
  return skeletons.find((name) => kind === `.${name}.xml`);
}

/** Whether the document is the configuration itself. */
export function isProfile(kind: string): boolean {
  return /^\.(?:json|xml)(?:\.gz)?$/.test(kind);
}

/** Undefined if the text is not what its name promises. */
export function documentTree(kind: string, text: string, readXml: ReadXml): Dict | undefined {
  const name = kind.replace(/\.gz$/, "");
  if (name.endsWith(".json")) return jsonTree(text);
  if (name.endsWith(".xml")) return xmlTree(text, readXml);
  if (name.endsWith(".cfg") || name.endsWith(".xl")) return cfgTree(text);
  return textTree(text);
}
