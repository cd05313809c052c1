/** The tree of paths, cut into pages of a size that can be read. */

import type { PathDoc } from "../library/library.ts";
import { stepsOf } from "../library/path-tree.ts";
import { stepBelow } from "../library/writes.ts";

export interface PathSection {
  /** The path that all of its paths are, or are below. */
  readonly path: string;
  readonly paths: readonly PathDoc[];
  /** Sections of what is further below. */
  readonly below: readonly PathSection[];
}

/** A page has at most about this many paths. */
const mostPaths = 80;
/** What is smaller stays on the page of what it is in, or nearly all of it if that has too many. */
const ownPage = 12;
const ownPageOfMany = 3;

interface Node {
  readonly path: string;
  doc: PathDoc | undefined;
  readonly children: Map<string, Node>;
  size: number;
}

/** The outermost sections; none where there are no paths. */
export function pathSections(paths: readonly PathDoc[]): readonly PathSection[] {
  if (paths.length === 0) return [];
  const root: Node = { path: "/", doc: undefined, children: new Map(), size: 0 };
  for (const doc of paths) insert(root, doc);
  return [sectionOf(firstFork(root))];
}

/** All sections, each before those below it. */
export function allSections(sections: readonly PathSection[]): readonly PathSection[] {
  return sections.flatMap((section) => [section, ...allSections(section.below)]);
}

function insert(root: Node, doc: PathDoc): void {
  let node = root;
  node.size++;
  for (const step of stepsOf(doc.path)) {
    let child = node.children.get(step);
    if (child === undefined) {
      child = { path: stepBelow(node.path, step), doc: undefined, children: new Map(), size: 0 };
      node.children.set(step, child);
    }
    child.size++;
    node = child;
  }
  node.doc = doc;
}

/** A chain of steps without a choice and without types needs no pages. */
function firstFork(node: Node): Node {
  const [only, ...others] = node.children.values();
  const isChain = node.doc === undefined && only !== undefined && others.length === 0;
  return isChain ? firstFork(only) : node;
}

function sectionOf(node: Node): PathSection {
  if (node.size <= mostPaths && node.path !== "/") {
    return { path: node.path, paths: docsIn(node), below: [] };
  }
  const children = [...node.children.values()];
  const small = children.filter((child) => child.size < ownPage);
  const isMany = small.reduce((sum, child) => sum + child.size, 0) > mostPaths;
  const least = isMany ? ownPageOfMany : ownPage;
  const here = children.filter((child) => child.size < least);
  const apart = children.filter((child) => child.size >= least);
  const own = node.doc === undefined ? [] : [node.doc];
  const below = apart.map((child) => sectionOf(child.doc === undefined ? firstFork(child) : child));
  return { path: node.path, paths: [...own, ...here.flatMap(docsIn)], below };
}

function docsIn(node: Node): readonly PathDoc[] {
  const own = node.doc === undefined ? [] : [node.doc];
  return [...own, ...[...node.children.values()].flatMap(docsIn)];
}
