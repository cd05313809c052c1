/**
 * What a platform does with a change of a description: tables of path patterns, a row each, with where it is said.
 *
 * The first row that fits counts. A row may hold for some changes only: of a whole element, of a value that stays
 * within a limit, of guests of some types.
 */

import type { ChangeKind } from "../change.ts";

/** From the least to the most. */
export const effectLevels = ["none", "live", "reboot", "recreate"] as const;

export type EffectLevel = (typeof effectLevels)[number];

export interface Effect {
  readonly level: EffectLevel;
  /** What does it, such as `xl mem-set`. */
  readonly by: string | undefined;
  /** What to bear in mind. */
  readonly note: string | undefined;
}

export interface EffectRow extends Partial<Effect> {
  /** Pattern of paths of the configuration (see path-pattern.ts). */
  readonly path: string;
  readonly level: EffectLevel;
  /** Where it is said: a page of a manual and its section. */
  readonly source: string;
  /** Of which changes it holds; of all if it is absent. */
  readonly kinds?: readonly ChangeKind[];
  /** It holds where an element came or went that stands where the pattern ends. */
  readonly wholeElement?: true;
  /**
   * It holds for numbers up to the value that the machine runs with at this path; where there is none there, up to the
   * one that the change is about.
   */
  readonly within?: string;
  /** It holds for guests of these types. */
  readonly types?: readonly string[];
}

export interface EffectTable {
  /** The backend. */
  readonly name: string;
  /** What makes a machine start with a changed configuration. */
  readonly reboot: string;
  readonly rows: readonly EffectRow[];
}
