/**
 * The built-in functions as documentation has them: one table for the editor, for pages, and for whoever else tells
 * of them. Signatures and sentences are the functions' own.
 */

import { builtins } from "../builtins/registry.ts";
import { specialForms } from "../special-forms/registry.ts";
import type { FunctionDetails } from "./function-details.ts";
import { textFunctions } from "./text-functions.ts";
import { valueFunctions } from "./value-functions.ts";

export interface FunctionDocumentation extends FunctionDetails {
  readonly name: string;
  /** `substr(text: string, start: long, length?: long) -> string` */
  readonly signature: string;
  /** One sentence. */
  readonly summary: string;
  readonly parameters: readonly FunctionParameter[];
}

export interface FunctionParameter {
  readonly name: string;
  /** As it stands in the signature: `length?: long`, `...`. */
  readonly text: string;
  readonly isOptional: boolean;
}

const table: ReadonlyMap<string, FunctionDocumentation> = new Map(
  [...builtins.values(), ...specialForms.values()].map((one) => [one.name, documented(one)]),
);

/** Undefined for a name that is no built-in function. */
export function functionDocumentation(name: string): FunctionDocumentation | undefined {
  return table.get(name);
}

/** In the order of their names. */
export function documentedFunctions(): readonly FunctionDocumentation[] {
  return [...table.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
}

function documented({
  name,
  signature,
  summary,
}: Pick<FunctionDocumentation, "name" | "signature" | "summary">): FunctionDocumentation {
  const known = textFunctions[name] ?? valueFunctions[name];
  const own = known ?? { more: "", errors: [], examples: [] };
  return { name, signature, summary, parameters: parametersOf(signature), ...own };
}

/** Names of functions that the tables of details speak of, to see that all are there and no others. */
export function detailedNames(): readonly string[] {
  return [...Object.keys(textFunctions), ...Object.keys(valueFunctions)].sort();
}

function parametersOf(signature: string): readonly FunctionParameter[] {
  const list = signature.slice(signature.indexOf("(") + 1, signature.lastIndexOf(")"));
  return list.split(", ").map((text) => {
    const name = /^\w+/.exec(text)?.[0] ?? text;
    return { name, text, isOptional: text.startsWith(`${name}?`) };
  });
}
