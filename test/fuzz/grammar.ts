/**
 * The grammar of random templates, as data: for each hole `<name>` the texts that may fill it, with weights.
 *
 * Expressions are made by the kind of value that is wanted: S string, N long, D double, B boolean, L list, M dict,
 * E any. Names tell their kind (`s0`, `N1`, '/m0/l1'), so that most of what is made has a meaning, and the
 * evaluator gets work. No production of a list or a string uses two variables, as a loop would double the value;
 * `shapes.ts` has programs that do. A name with `*` stands for one production for each kind. Holes that need a memory,
 * such as `<local.S>`, are in `hooks.ts`.
 */

import { blocks } from "./grammar/blocks.ts";
import { expressions } from "./grammar/expressions.ts";
import { rules } from "./grammar/rules.ts";
import { statements } from "./grammar/statements.ts";
import { types } from "./grammar/types.ts";

/** A wild production is mostly wrong where it stands; tame cases do without. */
export type Production = readonly [weight: number, text: string, wild?: "wild"];
export type Grammar = Readonly<Record<string, readonly Production[]>>;

export const kinds = ["S", "N", "D", "B", "L", "M", "E"] as const;
export type Kind = (typeof kinds)[number];

export const grammars: readonly Grammar[] = [statements, rules, types, expressions, blocks];
