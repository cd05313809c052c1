/** Files that a command writes: no two machines write the same one, and each is listed. */

import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { OutputFile } from "../host/host.ts";
import type { SpawnedFile } from "../spawn/spawn-result.ts";
import type { Environment } from "./command.ts";
import { refuseDirectory } from "./need-directory.ts";
import { outputClaims } from "./output-conflict.ts";
import { writeListed } from "./write-files.ts";

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

export function outputTo(path: string, environment: Environment): Output {
  const { host } = environment;
  const directory = host.resolve(path);
  if (host.kind(directory) === "file") refuseDirectory("output", path, true);
  const claim = outputClaims();
  return {
    directory,
    claim: (owner, files) =>
      claim(
        owner,
        files.map(({ name, content }) => ({ name, digest: host.digest(content) })),
      ),
    write: (files) =>
      writeListed(
        files.map((file) => outputFile(directory, file)),
        environment,
      ),
  };
}

function outputFile(
  directory: string,
  { name, content, executable, secret }: NamedFile,
): OutputFile {
  return { path: `${directory}/${name}`, content, executable, secret };
}
