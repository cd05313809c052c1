/**
 * Trees made after recipes, to compare one that was settled with a twin that was not: whoever reads and writes both
 * must see the same.
 */
import fc from "fast-check";
import { assertNever } from "../../../src/base/assert-never.ts";
import { Dict } from "../../../src/pan/tree/dict.ts";
import { freeze } from "../../../src/pan/tree/freeze.ts";
import { List } from "../../../src/pan/tree/list.ts";
import { SizeBudget } from "../../../src/pan/tree/size-limit.ts";
import type { Term } from "../../../src/pan/tree/term.ts";
import { isResource, type Resource, type Value } from "../../../src/pan/tree/value.ts";

/** How a tree is made. Constants are frozen, and all trees share them. */
export type Recipe =
  | { readonly kind: "property"; readonly value: Value }
  | { readonly kind: "dict"; readonly parts: Readonly<Record<string, Recipe>> }
  | { readonly kind: "list"; readonly parts: readonly Recipe[] }
  | OfConstant
  /** A view of something that nobody has frozen. */
  | { readonly kind: "loose" }
  /** A resource that stands elsewhere in the tree as well. */
  | { readonly kind: "again"; readonly earlier: number };

interface OfConstant {
  readonly kind: "view" | "copy" | "exact";
  readonly constant: number;
  /** Whether all that a copy shares with the constant was taken out of it. */
  readonly isTaken: boolean;
}

const keys = ["a", "b", "c"] as const;

/** Frozen resources; some hold views, copies or exact copies of earlier ones. */
function newConstants(): readonly Resource[] {
  const number = new Dict(new Map<string, Value>([["a", 1n]]));
  const numbers = new List([1n, 2n]);
  freeze(number);
  freeze(numbers);
  const holdsView = new Dict(new Map<string, Value>([["a", number.protect()]]));
  const holdsCopy = new Dict(new Map<string, Value>([["a", number.duplicate()]]));
  const listOfView = new List([number.protect(), 1n]);
  freeze(holdsView);
  freeze(holdsCopy);
  freeze(listOfView);
  const deepView = new Dict(new Map<string, Value>([["b", holdsView.thaw()]]));
  const deepCopy = new Dict(new Map<string, Value>([["b", holdsView.duplicate()]]));
  const outer = new Dict(new Map<string, Value>([["c", holdsView.protect()]]));
  const emptyDict = new Dict();
  const emptyList = new List();
  for (const one of [deepView, deepCopy, outer, emptyDict, emptyList]) freeze(one);
  return [
    number,
    numbers,
    holdsView,
    holdsCopy,
    listOfView,
    deepView,
    deepCopy,
    outer,
    emptyDict,
    emptyList,
  ];
}

const constants = newConstants();

const property: fc.Arbitrary<Recipe> = fc
  .constantFrom<Value>(1n, 2n, 1, "1", true, 0, -0, Number.NaN)
  .map((value) => ({ kind: "property", value }));

const constant: fc.Arbitrary<Recipe> = fc.record({
  kind: fc.constantFrom("view" as const, "copy" as const, "exact" as const),
  constant: fc.nat(constants.length - 1),
  isTaken: fc.boolean(),
});

const { recipe } = fc.letrec<{ recipe: Recipe; dict: Recipe; list: Recipe }>((tie) => ({
  recipe: fc.oneof(
    { depthSize: "small", withCrossShrink: true },
    { weight: 2, arbitrary: property },
    { weight: 4, arbitrary: constant },
    { weight: 3, arbitrary: tie("dict") },
    { weight: 2, arbitrary: tie("list") },
  ),
  dict: fc
    .dictionary(fc.constantFrom(...keys), tie("recipe"), { maxKeys: 3, noNullPrototype: true })
    .map((parts) => ({ kind: "dict" as const, parts })),
  list: fc
    .array(tie("recipe"), { maxLength: 3 })
    .map((parts) => ({ kind: "list" as const, parts })),
}));

/** A dict, made for itself or after a constant. */
export const treeRecipe: fc.Arbitrary<Recipe> = fc.oneof(
  {
    weight: 9,
    arbitrary: fc
      .dictionary(fc.constantFrom(...keys), recipe, {
        minKeys: 1,
        maxKeys: 3,
        noNullPrototype: true,
      })
      .map((parts) => ({ kind: "dict" as const, parts })),
  },
  {
    weight: 1,
    arbitrary: constant.filter(
      (one) => "constant" in one && constants[one.constant] instanceof Dict,
    ),
  },
  { weight: 1, arbitrary: fc.constant<Recipe>({ kind: "loose" }) },
);

/** What may come in the place of a part. */
export const changedPart: fc.Arbitrary<Recipe> = fc.oneof(
  property,
  constant,
  recipe,
  fc.constant<Recipe>({ kind: "loose" }),
  fc.nat(3).map((earlier): Recipe => ({ kind: "again", earlier })),
);

/** Copies and views of constants that become other copies or views of the same. */
export interface Shift {
  readonly kind: "shift";
  readonly to: OfConstant["kind"];
  readonly isTaken: boolean;
}

export const shift: fc.Arbitrary<Shift> = fc.record({
  kind: fc.constant("shift" as const),
  to: fc.constantFrom("view" as const, "copy" as const, "exact" as const),
  isTaken: fc.boolean(),
});

function replaced(old: Recipe, part: Recipe | Shift): Recipe {
  if (part.kind !== "shift") return part;
  return withConstants(old, (one) => ({ ...one, kind: part.to, isTaken: part.isTaken }));
}

/** The recipe with other copies and views of constants in it. */
function withConstants(root: Recipe, change: (one: OfConstant) => OfConstant): Recipe {
  if (root.kind === "list") {
    return { kind: "list", parts: root.parts.map((part) => withConstants(part, change)) };
  }
  if (root.kind === "dict") {
    const parts = Object.entries(root.parts).map(
      ([key, part]) => [key, withConstants(part, change)] as const,
    );
    return { kind: "dict", parts: Object.fromEntries(parts) };
  }
  return "constant" in root ? change(root) : root;
}

/** The recipe with another part at a place; what the numbers mean depends on how many parts there are. */
export function withPart(
  root: Recipe,
  [first, ...rest]: readonly number[],
  part: Recipe | Shift,
): Recipe {
  if ((root.kind !== "dict" && root.kind !== "list") || first === undefined) {
    return replaced(root, part);
  }
  const names = Object.keys(root.parts);
  const name = names[first % Math.max(1, names.length)];
  if (name === undefined) return replaced(root, part);
  const change = (one: Recipe): Recipe => withPart(one, rest, part);
  if (root.kind === "list") {
    return { ...root, parts: root.parts.map((one, i) => (String(i) === name ? change(one) : one)) };
  }
  return { ...root, parts: { ...root.parts, [name]: change(root.parts[name] as Recipe) } };
}

/** Whether a recipe has one of a kind in it. */
export function has(root: Recipe, kind: Recipe["kind"]): boolean {
  if (root.kind === kind) return true;
  if (root.kind !== "dict" && root.kind !== "list") return false;
  return Object.values(root.parts).some((part) => has(part, kind));
}

/** A new tree after a recipe. */
export function make(root: Recipe, made: Resource[] = []): Value {
  const one = makeOne(root, made);
  if (root.kind !== "again" && isResource(one) && !one.isProtected) made.push(one);
  return one;
}

function makeOne(root: Recipe, made: Resource[]): Value {
  switch (root.kind) {
    case "property":
      return root.value;
    case "loose":
      return new Dict(new Map<string, Value>([["a", 1n]])).protect();
    case "again":
      return made[root.earlier % Math.max(1, made.length)] ?? 1n;
    case "dict": {
      const dict = new Dict();
      for (const [key, part] of Object.entries(root.parts)) dict.put(key, make(part, made));
      return dict;
    }
    case "list": {
      const list = new List();
      for (const part of root.parts) list.append(make(part, made));
      return list;
    }
    case "view":
      return (constants[root.constant] as Resource).protect();
    case "copy":
    case "exact": {
      const constant = constants[root.constant] as Resource;
      const copy = root.kind === "copy" ? constant.duplicate() : constant.thaw();
      if (root.isTaken) takeApart(copy);
      return copy;
    }
    default:
      return assertNever(root);
  }
}

function takeApart(resource: Resource): void {
  // Even a copy that has no parts to give out is taken over when it is written.
  if (resource instanceof Dict) {
    resource.put("z", 1n);
    resource.remove("z");
  } else {
    resource.append(1n);
    resource.remove(resource.size - 1);
  }
  for (const term of termsOf(resource)) {
    const part = partAt(resource, term) as Value;
    if (isResource(part) && !part.isProtected) takeApart(part);
  }
}

/** The recipe with all copies of constants as they were before anything was taken out of them. */
export function untaken(root: Recipe): Recipe {
  return withConstants(root, (one) => ({ ...one, isTaken: false }));
}

/** What somebody does somewhere in a tree. */
export interface Deed {
  readonly path: readonly number[];
  readonly does: "put" | "remove" | "copy" | "writable" | "repeat";
}

export const deeds: fc.Arbitrary<readonly Deed[]> = fc.array(
  fc.record({
    path: fc.array(fc.nat(5), { maxLength: 4 }),
    does: fc.constantFrom("put", "put", "remove", "copy", "writable", "repeat"),
  }),
  { maxLength: 6 },
);

/** Does it, and tells what came of it. */
export function perform(root: Resource, { path, does }: Deed): unknown {
  const at = path.reduce<Resource>(partOf, root);
  if (does === "copy") {
    const budget = new SizeBudget(1000);
    return [described(at.duplicate(budget)), budget.left];
  }
  if (does === "writable") return described(at.writableCopy());
  if (at.isProtected) return "view";
  if (does === "put") put(at, 7n);
  else if (does === "repeat") repeat(at);
  else if (at instanceof Dict) at.remove(at.keys()[0] ?? "a");
  else at.remove(0);
  return undefined;
}

function partOf(at: Resource, step: number): Resource {
  const terms = termsOf(at);
  const part = terms.length === 0 ? undefined : partAt(at, terms[step % terms.length] as Term);
  return part !== undefined && isResource(part) ? part : at;
}

/** The first part comes to stand in a second place. */
function repeat(at: Resource): void {
  const [first] = termsOf(at);
  if (first !== undefined) put(at, partAt(at, first) as Value);
}

function put(at: Resource, value: Value): void {
  if (at instanceof Dict) at.put("b", value);
  else at.append(value);
}

/** All that can be seen of a value: kinds, content, what may be written, and what stands in several places. */
export function described(value: Value, seen: Map<Value, number> = new Map()): unknown {
  if (!isResource(value)) return Object.is(value, -0) ? "-0" : `${typeof value} ${String(value)}`;
  const known = seen.get(value);
  if (known !== undefined) return `again ${known}`;
  if (!value.isProtected) seen.set(value, seen.size);
  const kind = `${value.isProtected ? "view of a " : ""}${value instanceof Dict ? "dict" : "list"}`;
  const parts = termsOf(value).map((term) => [term, described(partAt(value, term) as Value, seen)]);
  return [kind, value.size, parts];
}

function termsOf(resource: Resource): readonly Term[] {
  return resource instanceof Dict ? resource.keys() : [...Array(resource.size).keys()];
}

function partAt(resource: Resource, term: Term): Value | undefined {
  return resource instanceof Dict ? resource.get(term as string) : resource.at(term as number);
}
