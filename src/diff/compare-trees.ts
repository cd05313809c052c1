/**
 * Two trees → what differs, leaf by leaf, in the order of the paths.
 *
 * Elements of lists are compared with those of the same identity, else with those of the same place. What has another
 * name is gone under the one and came under the other: nobody can know that it was renamed.
 */

import { invariant } from "../base/invariant.ts";
import { Dict } from "../pan/tree/dict.ts";
import { List } from "../pan/tree/list.ts";
import { compareTerms, type Term } from "../pan/tree/term.ts";
import { isProperty, type Property, type Resource, type Value } from "../pan/tree/value.ts";
import type { Change, Identity, Located, ShownLeaf, Step } from "./change.ts";
import { identify } from "./list-identity.ts";

export function compareTrees(before: Resource, after: Resource): readonly Change[] {
  const comparison = new Comparison();
  comparison.compare({ steps: [], before: [], after: [] }, before, after);
  return comparison.changes;
}

/** A place in both trees. */
interface Place {
  readonly steps: readonly Step[];
  readonly before: readonly Term[];
  readonly after: readonly Term[];
}

class Comparison {
  readonly changes: Change[] = [];

  compare(place: Place, before: Value, after: Value): void {
    if (before === after) return;
    if (before instanceof Dict && after instanceof Dict) this.dicts(place, before, after);
    else if (before instanceof List && after instanceof List) this.lists(place, before, after);
    else if (!isBranch(before) && !isBranch(after)) this.leaves(place, before, after);
    else {
      this.whole("removed", place, before);
      this.whole("added", place, after);
    }
  }

  private dicts(place: Place, before: Dict, after: Dict): void {
    if (this.emptiness(place, before, after)) return;
    const keys = new Set([...before.keys(), ...after.keys()]);
    for (const key of [...keys].sort(compareTerms)) {
      this.children(stepInto(place, key, key, key), before.peek(key), after.peek(key));
    }
  }

  private lists(place: Place, before: List, after: List): void {
    if (this.emptiness(place, before, after)) return;
    const identities = identify(before, after);
    if (identities !== undefined) {
      this.identified(place, before, after, ...identities);
      return;
    }
    for (let i = 0; i < Math.max(before.size, after.size); i++) {
      this.children(stepInto(place, i, i, i), before.peek(i), after.peek(i));
    }
  }

  private identified(
    place: Place,
    before: List,
    after: List,
    ours: readonly Identity[],
    theirs: readonly Identity[],
  ): void {
    const left = new Map(ours.map(({ value }, index) => [value, index]));
    const right = new Map(theirs.map(({ value }, index) => [value, index]));
    const union = [...ours, ...theirs.filter(({ value }) => !left.has(value))];
    for (const identity of union) {
      const i = left.get(identity.value);
      const j = right.get(identity.value);
      const below = stepInto(place, identity, i ?? 0, j ?? 0);
      this.children(
        below,
        i === undefined ? undefined : before.peek(i),
        j === undefined ? undefined : after.peek(j),
      );
    }
    const stayed = ours.filter(({ value }) => right.has(value)).map(({ value }) => value);
    const order = theirs.filter(({ value }) => left.has(value)).map(({ value }) => value);
    if (stayed.every((value, index) => value === order[index])) return;
    this.changes.push({
      kind: "reordered",
      steps: place.steps,
      whole: place.steps.length,
      before: { terms: place.before, leaf: orderLeaf(stayed) },
      after: { terms: place.after, leaf: orderLeaf(order) },
    });
  }

  private children(place: Place, before: Value | undefined, after: Value | undefined): void {
    if (before !== undefined && after !== undefined) this.compare(place, before, after);
    else if (before !== undefined) this.whole("removed", place, before);
    else if (after !== undefined) this.whole("added", place, after);
  }

  /** A resource that was or becomes empty has its own leaf on that side. */
  private emptiness(place: Place, before: Resource, after: Resource): boolean {
    if (before.size === 0 && after.size === 0) return true;
    if (before.size > 0 && after.size > 0) return false;
    if (before.size > 0) this.whole("removed", place, before);
    if (after.size > 0) this.whole("added", place, after);
    return true;
  }

  private leaves(place: Place, before: Value, after: Value): void {
    const [first, second] = [leafOf(before), leafOf(after)];
    if (first.kind === second.kind && first.value === second.value) return;
    this.changes.push({
      kind: "changed",
      steps: place.steps,
      whole: place.steps.length,
      before: { terms: place.before, leaf: first },
      after: { terms: place.after, leaf: second },
    });
  }

  /** All leaves of what came or went. */
  private whole(kind: "added" | "removed", { steps, before, after }: Place, value: Value): void {
    const start = kind === "added" ? after : before;
    for (const { terms, leaf } of leavesOf(value)) {
      const located: Located = { terms: [...start, ...terms], leaf };
      this.changes.push({
        kind,
        steps: [...steps, ...terms],
        whole: steps.length,
        before: kind === "added" ? undefined : located,
        after: kind === "added" ? located : undefined,
      });
    }
  }
}

function stepInto(place: Place, step: Step, before: Term, after: Term): Place {
  return {
    steps: [...place.steps, step],
    before: [...place.before, before],
    after: [...place.after, after],
  };
}

function isBranch(value: Value): boolean {
  return (value instanceof Dict || value instanceof List) && value.size > 0;
}

function leafOf(value: Value): ShownLeaf {
  if (value instanceof Dict) return { kind: "empty-dict", value: "{}" };
  if (value instanceof List) return { kind: "empty-list", value: "[]" };
  invariant(isProperty(value), "a finished tree holds an undefined value");
  return { kind: "property", value };
}

function orderLeaf(values: readonly Property[]): ShownLeaf {
  return { kind: "order", value: values.join(", ") };
}

/** A tree can be nested deeper than the call stack reaches. */
function leavesOf(root: Value): readonly Located[] {
  const found: Located[] = [];
  const waiting: { readonly terms: readonly Term[]; readonly value: Value }[] = [
    { terms: [], value: root },
  ];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { terms, value } = next;
    const children = isBranch(value) ? childrenOf(value as Resource) : [];
    if (children.length === 0) found.push({ terms, leaf: leafOf(value) });
    for (const [term, child] of children.toReversed()) {
      waiting.push({ terms: [...terms, term], value: child });
    }
  }
  return found;
}

function childrenOf(resource: Resource): readonly (readonly [Term, Value])[] {
  if (resource instanceof Dict) {
    return resource.keys().map((key) => [key, resource.peek(key) as Value] as const);
  }
  return Array.from(
    { length: resource.size },
    (_, index) => [index, resource.peek(index) as Value] as const,
  );
}
