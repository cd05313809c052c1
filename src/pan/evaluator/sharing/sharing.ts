/** What the profiles of one compilation share: they have the same options, and a template is the same in all. */

import type { Evaluation } from "../evaluation.ts";
import { Declarations } from "./declarations.ts";
import { FinishedTrees } from "./finished-trees.ts";
import { type Knowledge, mostPlainRuns, type SharedBody } from "./shared-body.ts";

/** `eager` shares from the first profile on, for tests, which compare. */
export type SharingMode = "on" | "off" | "eager";

/** Ten real profiles cost a tenth more if it begins with the third; of 300 the first ones do not matter. */
const mostPlainProfiles = 10;

export class Sharing {
  /** How often something is done before it is worth notes. */
  private readonly patience: number;
  /** How many profiles are built before it is worth finding out which of their trees are alike. */
  private readonly plainProfiles: number;
  private readonly known = new WeakMap<SharedBody, Knowledge>();
  private readonly declarations = new Declarations();
  private readonly finished = new FinishedTrees();
  private profiles = 0;

  constructor(mode: Exclude<SharingMode, "off">) {
    this.patience = mode === "eager" ? 0 : mostPlainRuns;
    this.plainProfiles = mode === "eager" ? 0 : mostPlainProfiles;
  }

  /** What types mean in a profile that begins, if that is shared; of few profiles it is not. */
  begin(): Declarations | undefined {
    return this.profiles++ < this.plainProfiles ? undefined : this.declarations;
  }

  of(body: SharedBody): Knowledge {
    let knowledge = this.known.get(body);
    if (knowledge === undefined) {
      knowledge = { runs: [], plainRuns: mostPlainRuns - this.patience, misses: 0 };
      this.known.set(body, knowledge);
    }
    return knowledge;
  }

  /** The configuration of a profile has all its values. */
  settle(ctx: Evaluation): void {
    if (ctx.declarations !== undefined) this.finished.settle(ctx);
  }
}
