/** What all of this folder works with. */

import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { Host } from "../host/host.ts";

/** A machine whose files are on the host. */
export interface Machine {
  readonly name: string;
  /** Where its files are; absolute. */
  readonly directory: string;
  /** Paths below that directory. */
  readonly files: readonly string[];
}

export interface ApplyOptions {
  /** Whether commands are shown and not run; those that change nothing are run. */
  readonly dryRun: boolean;
  /** Whether a machine that runs with another configuration is replaced. */
  readonly replace: boolean;
  /** Whether the machines after one that failed are tried. */
  readonly keepGoing: boolean;
  /** Seconds that a guest is given to shut down before it is destroyed. */
  readonly shutdownTimeout: number;
  /** Where it is kept what the machines were made from; absolute. */
  readonly stateDirectory: string;
  /** The release of Xen that the files were written for, such as `4.17`. */
  readonly xenRelease: string;
  /** What virsh connects to; undefined for its own choice. */
  readonly connect: string | undefined;
}

export interface ApplyContext {
  readonly host: Host;
  readonly options: ApplyOptions;
  /** Takes secrets out of a text that is to be shown. */
  readonly redact: (text: string) => string;
  /** Takes lines for the person who waits. */
  readonly note: (line: string) => void;
}

/** What is to be done with a machine. */
export type Plan =
  | { readonly action: "unchanged"; readonly diagnostics: readonly Diagnostic[] }
  | { readonly action: "refused"; readonly diagnostics: readonly Diagnostic[] }
  | {
      readonly action: "create" | "replace" | "start";
      readonly diagnostics: readonly Diagnostic[];
      /** Does it, and says what went wrong: with an error the machine is as it was, or the error says how it is. */
      readonly perform: () => Promise<readonly Diagnostic[]>;
    };

/** Where machines are created. */
export interface Platform {
  readonly name: string;
  /** Looks at the host once, before the first machine. */
  readonly inspect: (ctx: ApplyContext) => Promise<readonly Diagnostic[]>;
  /** Looks at one machine; changes nothing. */
  readonly plan: (machine: Machine, ctx: ApplyContext) => Promise<Plan>;
}

export function refused(...diagnostics: readonly Diagnostic[]): Plan {
  return { action: "refused", diagnostics };
}
