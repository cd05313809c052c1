/** What a resolution is made from. */

import type { Rule } from "../language/rule.ts";
import type { PackageSource } from "../repository/package-source.ts";
import type { Description } from "./facts.ts";

export interface ResolutionInput {
  readonly description: Description;
  /** All rules that hold whatever packages there are: of repositories, of the description's templates. */
  readonly rules: readonly Rule[];
  /** Rules of the structures that packages of the description were made of, by key. */
  readonly packageRules: ReadonlyMap<string, readonly Rule[]>;
  readonly sources: readonly PackageSource[];
  /**
   * Whether what the description says may be changed if it must be. `anything`: there is no description, and every
   * value is possible, to see what rules say of each other.
   */
  readonly mode: "strict" | "rectify" | "anything";
  /** Versions to keep where possible, by name of the package. */
  readonly locked: ReadonlyMap<string, LockedVersion>;
}

export interface LockedVersion {
  readonly version: string;
  readonly release: string | undefined;
}
