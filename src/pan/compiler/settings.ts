/** The options of a compilation as plain data, for threads and for the state of an incremental build. */

import { InvariantError } from "../../base/invariant.ts";
import { RegexProblem } from "../java/regex/problem.ts";
import { compileRegex } from "../java/regex/regex.ts";
import { initialData } from "./initial-data.ts";
import type { CompileOptions } from "./options.ts";

export interface CompileSettings
  extends Omit<CompileOptions, "initialData" | "debugs" | "observe" | "sharing"> {
  /** DML that gives a dict. */
  readonly initialData: string | undefined;
  /** Regular expressions for names of templates; nothing is debugged where both are undefined. */
  readonly debugInclude: string | undefined;
  readonly debugExclude: string | undefined;
}

/** Takes settings whose texts were found to be right before. */
export function optionsOf(settings: CompileSettings): CompileOptions {
  const isIncluded = nameFilter(settings.debugInclude);
  const isExcluded = nameFilter(settings.debugExclude);
  return {
    ...settings,
    initialData: initialData(settings.initialData, settings.dialect, refused),
    debugs: (name) => isIncluded(name) && !isExcluded(name),
  };
}

/** The command line has read them before. */
function refused(): never {
  throw new InvariantError("settings were refused in a thread only");
}

function nameFilter(pattern: string | undefined): (name: string) => boolean {
  if (pattern === undefined) return () => false;
  const regex = compileRegex(`\\A(?:${pattern})\\z`, 0);
  return regex instanceof RegexProblem ? refused() : (name) => regex.test(name);
}
