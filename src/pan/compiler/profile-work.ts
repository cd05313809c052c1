/**
 * What becomes of a sound profile on the thread that has built it: its files are written at once, or more is made of
 * it that the first thread writes in the order of the files.
 */

import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import type { OutputFile } from "../../host/host.ts";
import type { CompiledProfile } from "./compile.ts";
import type { SharedRead } from "./incremental/shared-reads.ts";
import type { WrittenProfile } from "./profile-output.ts";

export interface ProfileWork {
  readonly finish: (profile: CompiledProfile) => FinishedProfile;
}

/** Plain data. */
export interface FinishedProfile {
  /** Undefined if nothing was written yet. */
  readonly written: WrittenProfile | undefined;
  /** What is still to be written; absolute paths. */
  readonly made: readonly OutputFile[];
  readonly diagnostics: readonly Diagnostic[];
  /** Whether nothing of it may be left for a later build: it has a secret in it. */
  readonly isFleeting: boolean;
  /** What all profiles depend on, as far as it was read for the first time. */
  readonly reads: readonly SharedRead[];
}

/** Made anew on each thread, of a plan that is plain data. */
export type MakeWork = (plan: unknown) => Promise<ProfileWork>;
