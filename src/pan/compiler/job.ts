/** What a compilation gives to its threads, and what they give back: plain data. */

import type { ProfileReport, TemplateReport } from "./build-report.ts";
import type { OutputPlan } from "./profile-output.ts";
import type { FinishedProfile } from "./profile-work.ts";
import type { CompileSettings } from "./settings.ts";
import type { TreePlace } from "./syntax-cache/syntax-cache.ts";
import type { FileMark } from "./tracking-host.ts";

export interface Job {
  readonly settings: CompileSettings;
  readonly output: OutputPlan;
  /** Where syntax trees are kept; undefined if none are. */
  readonly trees?: TreePlace | undefined;
  /** What becomes of profiles; undefined if they are only written. */
  readonly work?: unknown;
  /** Object templates and the files of them that were given. */
  readonly offers: readonly (readonly [object: string, file: string])[];
}

export type ToThread =
  | { readonly kind: "job"; readonly job: Job }
  | { readonly kind: "build"; readonly name: string };

/** One profile, and what its thread has learned with it. */
export interface BuildResult {
  readonly report: ProfileReport;
  /** Undefined if it is not sound. */
  readonly finished: FinishedProfile | undefined;
  /** Templates and files that were read for the first time. */
  readonly templates: readonly TemplateReport[];
  readonly marks: readonly FileMark[];
}

export type FromThread =
  | { readonly kind: "built"; readonly result: BuildResult }
  | { readonly kind: "failure"; readonly text: string };
