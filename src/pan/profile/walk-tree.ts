/**
 * The walk through a tree that all formats share: keys in order, parents before children.
 *
 * It keeps its own stack, as a template can nest resources deeper than the call stack reaches.
 */

import { invariant } from "../../base/invariant.ts";
import { Dict } from "../tree/dict.ts";
import { List } from "../tree/list.ts";
import type { Term } from "../tree/term.ts";
import type { Property, Resource, Value } from "../tree/value.ts";

export interface TreeVisitor {
  /** Called before the children; `term` is undefined for the root, whose depth is 0. */
  enter(term: Term | undefined, resource: Resource, depth: number): void;
  property(term: Term, value: Property, depth: number): void;
  /** Called after the children. */
  leave(resource: Resource, depth: number): void;
  /**
   * Called after `enter`; writes all that comes until `leave` has been called, and says so, if it knows what that is.
   * `write` does it if it does not.
   */
  shortCut?(resource: Resource, depth: number, write: () => void): boolean;
}

/** A walk; one that watches what visitors write stands in for the usual one. */
export type Walk = (root: Resource, visitor: TreeVisitor) => void;

export function walkTree(root: Resource, visitor: TreeVisitor): void {
  visitor.enter(undefined, root, 0);
  walkInside(root, 0, visitor, true);
}

/** The children of a resource that was entered, and its leaving. */
function walkInside(
  root: Resource,
  rootDepth: number,
  visitor: TreeVisitor,
  mayCut: boolean,
): void {
  const outer: Place[] = [];
  let place: Place | undefined = new Place(root);
  while (place !== undefined) {
    const term = place.nextTerm();
    if (term === undefined) {
      visitor.leave(place.resource, rootDepth + outer.length);
      place = outer.pop();
      continue;
    }
    const value: Value = place.value(term);
    const depth: number = rootDepth + outer.length + 1;
    if (value instanceof Dict || value instanceof List) {
      visitor.enter(term, value, depth);
      // What is copied is copied as a whole: there are no short cuts inside.
      const write = (): void => walkInside(value, depth, visitor, false);
      if (mayCut && visitor.shortCut?.(value, depth, write) === true) continue;
      outer.push(place);
      place = new Place(value);
    } else {
      invariant(typeof value !== "object", "a finished profile holds an undefined value");
      visitor.property(term, value, depth);
    }
  }
}

/** A resource that is being walked through, and how far. */
class Place {
  readonly resource: Resource;
  private readonly keys: readonly string[] | undefined;
  private readonly size: number;
  private next = 0;

  constructor(resource: Resource) {
    this.resource = resource;
    this.keys = resource instanceof Dict ? resource.keys() : undefined;
    this.size = resource.size;
  }

  nextTerm(): Term | undefined {
    if (this.next >= this.size) return undefined;
    const index = this.next++;
    return this.keys === undefined ? index : this.keys[index];
  }

  value(term: Term): Value {
    const value =
      typeof term === "string"
        ? (this.resource as Dict).peek(term)
        : (this.resource as List).peek(term);
    invariant(value !== undefined, "a resource has no value for its own term");
    return value;
  }
}
