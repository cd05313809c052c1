/** Two machines that want to write the same files with different contents. */

import { type Diagnostic, diagnostic } from "../diagnostics/diagnostic.ts";
import { noSpan } from "../text/span.ts";

/** What an owner wants to write. */
export interface ClaimedFile {
  readonly name: string;
  /** Of its content. */
  readonly digest: string;
}

/** Takes what owners want to write, one after the other; what another one has claimed otherwise is refused. */
export type Claim = (owner: string, files: readonly ClaimedFile[]) => readonly Diagnostic[];

/** Owners may share a file, such as that of a network, if they agree on it. */
export function outputClaims(): Claim {
  const claims = new Map<string, { readonly owner: string; readonly digest: string }>();
  return (owner, files) => {
    const conflicts = new Map<string, string[]>();
    for (const { name, digest } of files) {
      const earlier = claims.get(name);
      if (earlier === undefined) claims.set(name, { owner, digest });
      else if (earlier.digest !== digest) {
        conflicts.set(earlier.owner, [...(conflicts.get(earlier.owner) ?? []), name]);
      }
    }
    return [...conflicts].map(([first, names]) =>
      diagnostic("output-conflict", noSpan, { files: listed(names), first, second: owner }),
    );
  };
}

function listed([name = "", ...others]: readonly string[]): string {
  if (others.length === 0) return `The file '${name}'`;
  const more = others.length === 1 ? "another one" : `${others.length} others`;
  return `The file '${name}' and ${more}`;
}
