/**
 * What a compilation says of its templates and profiles, as plain data: it goes from one thread to another, and into
 * the state of an incremental build.
 */

import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import type { Counters } from "../evaluator/counters.ts";
import type { SourceLookup } from "./source-lookup.ts";

/** A template that was read. */
export interface TemplateReport {
  /** Absolute path. */
  readonly file: string;
  /** Of an object template without errors; undefined for every other one. */
  readonly object: string | undefined;
  readonly tokens: number;
  readonly diagnostics: readonly Diagnostic[];
}

/** A profile that was built with all that it refers to. */
export interface ProfileReport {
  readonly name: string;
  /** Whether it is valid, with all that it refers to. */
  readonly isSound: boolean;
  readonly diagnostics: readonly Diagnostic[];
  /** The work of the profile itself, without that of others it refers to. */
  readonly counters: Omit<Counters, "tokens" | "templates">;
  /** Templates and texts that it was made from, and those of the profiles that it refers to. */
  readonly files: readonly string[];
  /** All questions after files, its own and those of the profiles that it refers to. */
  readonly lookups: readonly SourceLookup[];
  /** Profiles that it refers to, directly or not. */
  readonly references: readonly string[];
  /**
   * Whether what it says depends on the order in which profiles were begun, or on how much of a stack there was.
   * Such a profile is built once more, in the order of the files on one thread.
   */
  readonly dependsOnOrder: boolean;
}
