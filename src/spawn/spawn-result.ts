/** What every backend gives. */

import type { Diagnostic } from "../diagnostics/diagnostic.ts";

export interface SpawnedFile {
  readonly name: string;
  readonly content: string;
}

export interface SpawnResult {
  /** Empty if there are errors. */
  readonly files: readonly SpawnedFile[];
  readonly diagnostics: readonly Diagnostic[];
}
