/** What a backend is: something that turns the model of a machine into files for a platform. */

import type { VmModel } from "../vm/model/model.ts";
import type { Locate } from "../vm/reporter.ts";
import type { SpawnResult } from "./spawn-result.ts";

export interface SpawnOptions {
  /** The release of Xen on the host, such as `4.17`. */
  readonly xenRelease: string;
  /** Where the value at a place of the model was written. */
  readonly locate: Locate;
  /**
   * The secret that a reference such as `file:/etc/vmcs/vnc` or `env:VNC_PASSWORD` stands for; undefined if it cannot
   * be had. A secret goes into files that only their owner can read, and nowhere else.
   */
  readonly readSecret: ReadSecret;
}

export type ReadSecret = (reference: string) => string | undefined;

export interface Backend {
  readonly name: string;
  /** One line for help. */
  readonly summary: string;
  readonly spawn: (vm: VmModel, options: SpawnOptions) => SpawnResult;
}

/** No secret can be had. */
export const noSecrets: ReadSecret = () => undefined;
