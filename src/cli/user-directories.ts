/** Where programs keep things for a user, by the XDG Base Directory Specification. */

import type { Host } from "../host/host.ts";

type Surroundings = Pick<Host, "environment">;

/** What can be made again; undefined if there is no place for it. */
export function cacheDirectory(host: Surroundings): string | undefined {
  return directoryFor(host, "XDG_CACHE_HOME", ".cache");
}

/** What a program remembers from one run to the next; undefined if there is no place for it. */
export function stateDirectory(host: Surroundings): string | undefined {
  return directoryFor(host, "XDG_STATE_HOME", ".local/state");
}

/** A relative path counts as none, as the specification says. */
function directoryFor(host: Surroundings, variable: string, usual: string): string | undefined {
  const named = host.environment(variable) ?? "";
  if (named.startsWith("/")) return `${named}/vmcs`;
  const home = host.environment("HOME") ?? "";
  return home === "" ? undefined : `${home}/${usual}/vmcs`;
}
