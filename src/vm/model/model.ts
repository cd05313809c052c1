/**
 * The VM model: what the four skeletons of one machine say, as values.
 *
 * Names and nesting are those of the description, so a place in the model and a path of the configuration are
 * the same thing.
 */

import type { Hardware } from "./hardware.ts";
import type { Network } from "./network.ts";
import type { Software } from "./software.ts";
import type { Storage } from "./storage.ts";
import type { System } from "./system.ts";

export interface VmModel {
  /** Name of the object template that describes it. */
  readonly profile: string;
  /** Digest of the source that it was built from. */
  readonly digest: string;
  readonly hardware: Hardware;
  readonly network: Network;
  readonly system: System;
  readonly storage: Storage;
  readonly software: Software;
}

/** A place in the model: keys, and indexes of lists; `["network", "interfaces", "eth0", "mac"]`. */
export type Place = readonly (string | number)[];

/** The place as a path of the configuration. */
export function formatPlace(place: Place): string {
  return `/${place.join("/")}`;
}
