/** What every backend gives. */

import type { Diagnostic } from "../diagnostics/diagnostic.ts";

export interface SpawnedFile {
  /** Path below the output directory. */
  readonly name: string;
  readonly content: string;
  /** Whether it is a program. */
  readonly executable?: boolean;
  /** Whether it holds a secret, so that only its owner may read it. */
  readonly secret?: boolean;
}

export interface SpawnResult {
  /** Empty if there are errors. */
  readonly files: readonly SpawnedFile[];
  readonly diagnostics: readonly Diagnostic[];
}
