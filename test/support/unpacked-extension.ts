/** The extension for VS Code, packaged and unpacked, as an editor installs it. */

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { unzipSync } from "fflate";
import { inject } from "vitest";
import { packageExtension } from "../../scripts/vscode/package-extension.ts";
import { repositoryPath } from "./repository.ts";

export interface UnpackedExtension {
  readonly archive: Uint8Array;
  /** What the zip file has, named as in it. */
  readonly files: ReadonlyMap<string, Uint8Array>;
  /** The folder of the installed extension. */
  readonly folder: string;
  readonly text: (path: string) => string;
  readonly remove: () => void;
}

/** Packed fast: how small it gets is nothing that a test looks at. */
export function packedExtension(): ReturnType<typeof packageExtension> {
  return packageExtension(repositoryPath(""), { built: repositoryPath("dist"), level: 1 });
}

export async function unpackExtension(): Promise<UnpackedExtension> {
  const buildError = inject("buildError");
  if (buildError !== "") throw new Error(`The commands could not be built.\n${buildError}`);
  const { archive } = await packedExtension();
  const files = new Map(Object.entries(unzipSync(archive)));
  // Homes have such names.
  const home = mkdtempSync(join(tmpdir(), "vmcs extension é "));
  for (const [path, bytes] of files) {
    mkdirSync(dirname(join(home, path)), { recursive: true });
    writeFileSync(join(home, path), bytes);
  }
  return {
    archive,
    files,
    folder: join(home, "extension"),
    text: (path) => Buffer.from(files.get(path) ?? []).toString(),
    remove: () => rmSync(home, { recursive: true }),
  };
}
