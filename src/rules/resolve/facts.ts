/** What a description says of the paths that rules speak of. */

import { Dict } from "../../pan/tree/dict.ts";
import { List } from "../../pan/tree/list.ts";
import { parsePath } from "../../pan/tree/path.ts";
import type { Term } from "../../pan/tree/term.ts";
import { isResource, type Value } from "../../pan/tree/value.ts";
import type { Span } from "../../text/span.ts";
import { forEachKey } from "../language/each-key.ts";
import type { Rule, Scalar } from "../language/rule.ts";

/** The configuration, and what is known of who wrote it. */
export interface Description {
  readonly root: Dict;
  /** The statement that wrote the value at a path. */
  readonly spanOf: (terms: readonly Term[]) => Span;
  /** Whether a type's default supplied it, so that nobody asked for it. */
  readonly isDefault: (terms: readonly Term[]) => boolean;
}

/** A package that the description names. */
export interface GivenPackage {
  /** Its key below `/software/packages`. */
  readonly key: string;
  readonly name: string;
  readonly version: string | undefined;
  readonly release: string | undefined;
  /** Whether the image has it already, so that it cannot be changed. */
  readonly isImported: boolean;
  readonly span: Span;
}

/** What is at a path: a value that can be compared, anything else, or nothing. */
export type Fact =
  | { readonly kind: "scalar"; readonly value: Scalar; readonly isDefault: boolean }
  | { readonly kind: "resource" }
  | { readonly kind: "absent" };

export function factAt(description: Description, path: string): Fact {
  const terms = termsOf(path);
  const value = valueAt(description.root, terms);
  if (value === undefined) return { kind: "absent" };
  if (isResource(value)) return { kind: "resource" };
  if (typeof value === "object") return { kind: "absent" };
  return { kind: "scalar", value: value as Scalar, isDefault: description.isDefault(terms) };
}

/** The rules of which none has a wildcard any more: one for each thing that the description has. */
export function expanded({ root }: Description, rules: readonly Rule[]): readonly Rule[] {
  return rules.flatMap((rule) => forEachKey(rule, (terms) => keysAt(root, terms)));
}

function keysAt(root: Dict, terms: readonly Term[]): readonly Term[] {
  const value = valueAt(root, terms);
  if (value instanceof List) return value.toArray().map((_, index) => index);
  return value instanceof Dict ? value.keys() : [];
}

/** In the order of their keys in the description. */
export function givenPackages({ root, spanOf }: Description): readonly GivenPackage[] {
  const packages = valueAt(root, ["software", "packages"]);
  if (!(packages instanceof Dict)) return [];
  return packages.keys().flatMap((key) => {
    const value = packages.get(key);
    if (!(value instanceof Dict)) return [];
    const text = (field: string): string | undefined => {
      const found = value.get(field);
      return typeof found === "string" ? found : undefined;
    };
    return {
      key,
      name: text("name") ?? key,
      version: text("version"),
      release: text("release"),
      isImported: value.get("imported") === true,
      span: spanOf(["software", "packages", key]),
    };
  });
}

/** The terms of an absolute path in its canonical spelling. */
export function termsOf(path: string): readonly Term[] {
  const parsed = parsePath(path);
  return "terms" in parsed ? parsed.terms : [];
}

export function valueAt(root: Dict, terms: readonly Term[]): Value | undefined {
  let value: Value | undefined = root;
  for (const term of terms) {
    if (value instanceof Dict) value = typeof term === "string" ? value.get(term) : undefined;
    else if (value instanceof List) value = typeof term === "number" ? value.at(term) : undefined;
    else return undefined;
  }
  return value;
}
