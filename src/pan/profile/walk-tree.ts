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
}

export function walkTree(root: Resource, visitor: TreeVisitor): void {
  const outer: Place[] = [];
  let place: Place | undefined = new Place(root);
  visitor.enter(undefined, root, 0);
  while (place !== undefined) {
    const term = place.nextTerm();
    if (term === undefined) {
      visitor.leave(place.resource, outer.length);
      place = outer.pop();
      continue;
    }
    const value: Value = place.value(term);
    const depth = outer.length + 1;
    if (value instanceof Dict || value instanceof List) {
      visitor.enter(term, value, depth);
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
