/**
 * Provenance: which statement wrote which path, and which paths are final.
 *
 * One trie per profile. A write at a path is also the last word on everything below it, until a later write
 * goes deeper; so the origin of a value is the latest write on the way from the root to it.
 */

import { invariant } from "../../base/invariant.ts";
import type { Span } from "../../text/span.ts";
import type { Term } from "./term.ts";

/** What wrote a value. */
export interface Origin {
  readonly kind: "assignment" | "default";
  readonly span: Span;
  /** For what a structure template wrote: the statement that put the structure where it is. */
  readonly via?: Origin;
}

/** A structure template and a place where its dict was put. */
export interface StructureInstance {
  readonly terms: readonly Term[];
  /** Its name. */
  readonly template: string;
}

/** A final path, and what made it final. */
export interface FinalPath {
  readonly terms: readonly Term[];
  readonly place: Span;
}

export class Provenance {
  private readonly root = new Node();
  private clock = 0;
  /** Names of the structure templates that make the whole of it. */
  private readonly makers: string[] = [];

  /** Notes that `origin` wrote the path. */
  record(terms: readonly Term[], origin: Origin): void {
    const node = this.nodeAt(terms);
    node.origin = origin;
    node.time = ++this.clock;
  }

  /** Takes over what is known of a structure that `via` has put at a path. */
  graft(terms: readonly Term[], structure: Provenance, via: Origin): void {
    const base = ++this.clock;
    this.clock += structure.clock;
    const node = this.nodeAt(terms);
    node.adopt(structure.root, base, via);
    const inner = structure.root.currentStructures();
    node.structures = [...structure.makers, ...inner];
    node.structuresTime = this.clock;
  }

  /** The latest write that covers the path. */
  origin(terms: readonly Term[]): Origin | undefined {
    let node: Node | undefined = this.root;
    let latest = node;
    for (const term of terms) {
      node = node.children?.get(term);
      if (node === undefined) break;
      if (node.time > latest.time) latest = node;
    }
    return latest.origin;
  }

  /** The latest assignment at the path, above it or below it; defaults do not count. */
  lastAssignment(terms: readonly Term[]): Origin | undefined {
    let node: Node | undefined = this.root;
    let latest = node.later(undefined);
    for (const term of terms) {
      node = node.children?.get(term);
      if (node === undefined) return latest?.origin;
      latest = node.later(latest);
    }
    return node.latestBelow(latest)?.origin;
  }

  /** Notes that a structure template makes what this is the provenance of. */
  addMaker(template: string): void {
    this.makers.push(template);
  }

  /** The structures that were put somewhere and not replaced since, each with where it is. */
  structures(): readonly StructureInstance[] {
    const found: StructureInstance[] = [];
    this.root.addStructures([], 0, found);
    return found;
  }

  setFinal(terms: readonly Term[], place: Span): void {
    let node = this.root;
    node.finalBelow = true;
    for (const term of terms) {
      node = node.child(term);
      node.finalBelow = true;
    }
    node.final ??= place;
  }

  /** The place that made the path, something above it or something below it final. */
  finalAt(terms: readonly Term[]): FinalPath | undefined {
    let node: Node | undefined = this.root;
    if (!node.finalBelow) return undefined;
    for (const [depth, term] of terms.entries()) {
      node = node.children?.get(term);
      if (node === undefined || !node.finalBelow) return undefined;
      if (node.final !== undefined) return { terms: terms.slice(0, depth + 1), place: node.final };
    }
    return node.firstFinal(terms);
  }

  private nodeAt(terms: readonly Term[]): Node {
    let node = this.root;
    for (const term of terms) node = node.child(term);
    return node;
  }
}

class Node {
  origin: Origin | undefined;
  time = 0;
  final: Span | undefined;
  finalBelow = false;
  children: Map<Term, Node> | undefined;
  /** Names of the structure templates that made the dict; undefined for nearly all nodes. */
  structures: readonly string[] | undefined;
  structuresTime = 0;

  child(term: Term): Node {
    this.children ??= new Map();
    let child = this.children.get(term);
    if (child === undefined) {
      child = new Node();
      this.children.set(term, child);
    }
    return child;
  }

  /** Of this node and another one, the one with the later assignment. */
  later(known: Node | undefined): Node | undefined {
    const isLater = this.origin?.kind === "assignment" && this.time > (known?.time ?? -1);
    return isLater ? this : known;
  }

  /** Of a node given, this one and all below it, the one with the latest assignment. */
  latestBelow(known: Node | undefined): Node | undefined {
    let latest = this.later(known);
    for (const child of this.children?.values() ?? []) latest = child.latestBelow(latest);
    return latest;
  }

  adopt(other: Node, base: number, via: Origin): void {
    if (other.origin !== undefined) {
      // What the statement itself has given to create() is its own.
      this.origin = isSameSpan(other.origin.span, via.span) ? via : { ...other.origin, via };
      this.time = base + other.time;
    }
    if (other.structures !== undefined) {
      this.structures = other.structures;
      this.structuresTime = base + other.structuresTime;
    }
    for (const [term, child] of other.children ?? []) this.child(term).adopt(child, base, via);
  }

  /** Those that no later write has replaced. */
  currentStructures(): readonly string[] {
    return this.structuresTime >= this.time ? (this.structures ?? []) : [];
  }

  /** `replaced` is the time of the latest write above, which replaced whatever was here before. */
  addStructures(terms: readonly Term[], replaced: number, found: StructureInstance[]): void {
    const latest = Math.max(replaced, this.time);
    const current = this.structuresTime >= latest ? this.currentStructures() : [];
    found.push(...current.map((template) => ({ terms, template })));
    for (const [term, child] of this.children ?? []) {
      child.addStructures([...terms, term], latest, found);
    }
  }

  /** Of a node with a final path at it or below it, that path. */
  firstFinal(terms: readonly Term[]): FinalPath {
    if (this.final !== undefined) return { terms, place: this.final };
    for (const [term, child] of this.children ?? []) {
      if (child.finalBelow) return child.firstFinal([...terms, term]);
    }
    invariant(false, "nothing is final below a node that has something final below it");
  }
}

function isSameSpan(a: Span, b: Span): boolean {
  return a.start === b.start && a.end === b.end && a.file === b.file;
}
