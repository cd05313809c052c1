/** Files that a command writes: no two machines write the same one, and each is listed. */

import { createHash } from "node:crypto";
import { type Diagnostic, diagnostic } from "../diagnostics/diagnostic.ts";
import type { OutputFile } from "../host/host.ts";
import { displayPath } from "../host/path.ts";
import type { SpawnedFile } from "../spawn/spawn-result.ts";
import { noSpan } from "../text/span.ts";
import type { Environment } from "./command.ts";
import { refuseDirectory } from "./need-directory.ts";
import { type OutputConflict, outputConflicts } from "./output-conflict.ts";

/** A file by its path below the output directory. */
export type NamedFile = Omit<SpawnedFile, "content"> & Pick<OutputFile, "content">;

export interface Output {
  /** Absolute. */
  readonly directory: string;
  /** Says that the files will be written for an owner; what another owner has claimed otherwise is refused. */
  readonly claim: (owner: string, files: readonly NamedFile[]) => readonly Diagnostic[];
  /** Writes files together, or none of them, and lists them. */
  readonly write: (files: readonly NamedFile[]) => readonly Diagnostic[];
}

interface Claim {
  readonly owner: string;
  readonly digest: string;
}

export function outputTo(path: string, { host, terminal }: Environment): Output {
  const directory = host.resolve(path);
  if (host.kind(directory) === "file") refuseDirectory("output", path, true);
  const claims = new Map<string, Claim>();
  return {
    directory,
    claim: (owner, files) =>
      outputConflicts(files.flatMap((file) => claimFile(claims, owner, file) ?? [])),
    write(files) {
      const problem = host.writeFiles(files.map((file) => outputFile(directory, file)));
      if (problem !== undefined) return [diagnostic("output-unwritable", noSpan, { ...problem })];
      for (const { name } of files) {
        terminal.stdout(`${displayPath(host.currentDirectory, `${directory}/${name}`)}\n`);
      }
      return [];
    },
  };
}

/** Machines may share a file, such as that of a network, if they agree on it. */
function claimFile(
  claims: Map<string, Claim>,
  owner: string,
  { name, content }: NamedFile,
): OutputConflict | undefined {
  const digest = createHash("sha1").update(content).digest("base64");
  const earlier = claims.get(name);
  claims.set(name, earlier ?? { owner, digest });
  if (earlier === undefined || earlier.digest === digest) return undefined;
  return { name, first: earlier.owner, second: owner };
}

function outputFile(
  directory: string,
  { name, content, executable, secret }: NamedFile,
): OutputFile {
  return { path: `${directory}/${name}`, content, executable, secret };
}
