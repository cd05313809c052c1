/** What a profile format is given, and what it must offer. */

import type { Dict } from "../tree/dict.ts";
import type { Dependency } from "./dependency.ts";
import type { TextOutput } from "./text-output.ts";
import type { Walk } from "./walk-tree.ts";

/** The finished configuration of one object template: validated, so no value in it is `undef`. */
export interface Profile {
  /** Name of the object template, which also says where the files go: `profiles/a` to `profiles/a.xml`. */
  readonly name: string;
  readonly root: Dict;
  /** The files that this profile and the profiles it refers to were made from; in any order. */
  readonly dependencies: readonly Dependency[];
}

export interface ProfileFormat {
  /** As it stands in the list of formats on the command line. */
  readonly name: string;
  /** The end of the file name, without the dot before it. */
  readonly suffix: string;
  /** The file holds the text compressed by gzip; compressing is the caller's work. */
  readonly compressed: boolean;
  /** `walk` goes through the tree instead of the usual walk, for those who watch what is written of each value. */
  readonly write: (profile: Profile, out: TextOutput, walk?: Walk) => void;
}
