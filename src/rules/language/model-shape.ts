/** What the model says of a path: whether there can be such a value, and of which form. */

import type { Term } from "../../pan/tree/term.ts";
import { machine } from "../../vm/model/machine.ts";
import { matches } from "../../vm/shape/pattern.ts";
import type { Shape } from "../../vm/shape/shape.ts";
import { eachKey } from "./rule-path.ts";

export type ShapeLookup =
  | { readonly kind: "shape"; readonly shape: Shape }
  /** A root that is not the model's: nothing is known of it. */
  | { readonly kind: "elsewhere" }
  /** The step that leads nowhere, and those that would lead somewhere. */
  | {
      readonly kind: "unknown";
      readonly term: Term;
      readonly known: readonly string[];
      /** Where anything of a form would: that form in words. */
      readonly form: string | undefined;
    };

/** The names of the model's roots. */
export const machineRoots: readonly string[] = Object.keys(machine.fields);

export function shapeAt(terms: readonly Term[]): ShapeLookup {
  const [root] = terms;
  if (root !== undefined && !Object.hasOwn(machine.fields, root)) return { kind: "elsewhere" };
  let shape: Shape = machine;
  for (const term of terms) {
    const next = step(shape, term);
    if (next === undefined)
      return { kind: "unknown", term, known: namesIn(shape), form: formIn(shape) };
    shape = next;
  }
  return { kind: "shape", shape };
}

function step(shape: Shape, term: Term): Shape | undefined {
  switch (shape.kind) {
    case "record":
      return shape.fields[term]?.shape;
    case "variant":
      return shape.cases[term]?.shape;
    case "map":
      return term === eachKey || (typeof term === "string" && matches(shape.keys, term))
        ? shape.item
        : undefined;
    case "list":
      return term === eachKey || typeof term === "number" ? shape.item : undefined;
    default:
      return undefined;
  }
}

function namesIn(shape: Shape): readonly string[] {
  if (shape.kind === "record") return Object.keys(shape.fields);
  return shape.kind === "variant" ? Object.keys(shape.cases) : [];
}

function formIn(shape: Shape): string | undefined {
  if (shape.kind === "list") return "an index";
  return shape.kind === "map" ? shape.keys.wanted : undefined;
}
