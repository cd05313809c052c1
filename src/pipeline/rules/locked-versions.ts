/** The versions that an earlier build has chosen, as its software skeleton tells. */

import { type Diagnostic, diagnostic } from "../../diagnostics/diagnostic.ts";
import type { Host } from "../../host/host.ts";
import { displayPath, joinPath } from "../../host/path.ts";
import type { LockedVersion } from "../../rules/resolve/resolution-input.ts";
import { lineIndex } from "../../text/line-index.ts";
import { noSpan } from "../../text/span.ts";
import type { Software } from "../../vm/model/software.ts";
import { readXml } from "../../vm/shape/read-xml.ts";
import { skeletonFileName, skeletonShapes } from "../../vm/skeleton/kinds.ts";
import { describeProblem } from "../../vm/skeleton/read-skeletons.ts";
import { skeletonSchema } from "../../vm/skeleton/schema.ts";
import { lineSpan } from "../../vm/skeleton/skeleton-source.ts";
import { loadXmlReader, type XmlReader } from "../../vm/skeleton/xml-document.ts";

export interface LockedVersions {
  /** By name of the package; empty if there is no earlier skeleton. */
  readonly versions: ReadonlyMap<string, LockedVersion>;
  readonly diagnostics: readonly Diagnostic[];
}

export const noneLocked: LockedVersions = { versions: new Map(), diagnostics: [] };

type LockHost = Pick<Host, "readText" | "currentDirectory">;

/** Gives what reads the versions of a machine, by its name, from the skeletons in an absolute directory. */
export async function lockedSoftware(
  host: LockHost,
  directory: string,
): Promise<(machine: string) => LockedVersions> {
  const reader = await loadXmlReader();
  return (machine) => readVersions(host, reader, directory, machine);
}

function readVersions(
  host: LockHost,
  reader: XmlReader,
  directory: string,
  machine: string,
): LockedVersions {
  const file = joinPath(directory, skeletonFileName(machine, "software"));
  const text = host.readText(file);
  if (text === undefined) {
    const path = displayPath(host.currentDirectory, directory);
    return failed([diagnostic("locked-skeleton-missing", noSpan, { name: machine, path })]);
  }
  const { root, problems } = reader.read(text, () => skeletonSchema("software"));
  if (root === undefined || problems.length > 0) {
    const lines = lineIndex(text);
    return failed(
      problems.map((problem) =>
        describeProblem(problem, lineSpan(file, lines, problem.line ?? 1), "software"),
      ),
    );
  }
  const { packages } = readXml(skeletonShapes.software, root, [], () => undefined) as Software;
  const versions = new Map<string, LockedVersion>();
  for (const [key, { name = key, version, release }] of packages ?? []) {
    if (version !== undefined) versions.set(name, { version, release });
  }
  return { versions, diagnostics: [] };
}

function failed(diagnostics: readonly Diagnostic[]): LockedVersions {
  return { versions: new Map(), diagnostics };
}
