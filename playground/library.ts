/** The templates and rules that come with vmcs, and the examples: put into the bundle when it is made. */

import type { SourceFile } from "./messages.ts";

/** A description to begin with. */
export interface Example {
  /** `web-server`, `rules/figure-2`. */
  readonly name: string;
  readonly title: string;
  readonly files: readonly SourceFile[];
  readonly repositories: readonly string[];
  /** The file that is shown first. */
  readonly main: string;
}

declare const playgroundLibrary: Readonly<Record<string, string>>;
declare const playgroundExamples: readonly Example[];
declare const playgroundVersion: string;

/** Absolute path → text. */
export const library = (): Readonly<Record<string, string>> => playgroundLibrary;
export const examples = (): readonly Example[] => playgroundExamples;
export const version = (): string => playgroundVersion;
