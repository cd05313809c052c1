/**
 * The format `dep`: one line for each file that the profile depends on.
 *
 * A line has a name, a kind and the address of the directory in which the name was found; the last is empty, and
 * the space before it stays, for a file that was looked for and does not exist.
 */

import { sortDependencies } from "./dependency.ts";
import { directoryAddress } from "./directory-address.ts";
import type { Profile } from "./profile.ts";
import type { TextOutput } from "./text-output.ts";

export function writeDep(profile: Profile, out: TextOutput): void {
  for (const { name, kind, directory } of sortDependencies(profile.dependencies)) {
    const address = directory === undefined ? "" : directoryAddress(directory);
    out.write(`${name} ${kind} ${address}\n`);
  }
}
