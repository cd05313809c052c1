/** Descriptions in files of this repository, compiled and built as `vmcs build` does it. */

import type { Diagnostic } from "../../src/diagnostics/diagnostic.ts";
import { nodeHost } from "../../src/host/node/node-host.ts";
import { type CompiledProfile, compile } from "../../src/pan/compiler/compile.ts";
import type { TemplateCache } from "../../src/pan/compiler/template-store.ts";
import type { Dialect } from "../../src/pan/syntax/dialect.ts";
import { Dict } from "../../src/pan/tree/dict.ts";
import { buildVm } from "../../src/pipeline/build.ts";
import { noSecrets } from "../../src/spawn/backend.ts";
import type { SpawnedFile } from "../../src/spawn/spawn-result.ts";
import { noSpan } from "../../src/text/span.ts";
import { repositoryPath } from "../support/repository.ts";

export interface DescriptionResult {
  readonly files: readonly SpawnedFile[];
  readonly diagnostics: readonly Diagnostic[];
  readonly text: (path: string) => string | undefined;
}

/** The model is the same for all. */
const templates: Readonly<Record<Dialect, TemplateCache>> = { pan: new Map(), vmcs: new Map() };

/** `file` and `directories` are named from the top of the repository. */
export function buildDescription(
  file: string,
  directories: readonly string[],
  dialect: Dialect,
): DescriptionResult {
  const profiles: CompiledProfile[] = [];
  const { diagnostics, text } = compile({
    host: nodeHost(),
    files: [repositoryPath(file)],
    options: {
      dialect,
      includePath: ["templates", ...directories].map(repositoryPath),
      maxIteration: 10_000,
      maxRecursion: 50,
      deprecationWarnings: "on",
      initialData: new Dict(),
      debugs: () => false,
      build: true,
    },
    print: () => {},
    onProfile: (profile) => profiles.push(profile),
    cache: templates[dialect],
  });
  const built = profiles.map(build);
  return {
    files: built.flatMap((result) => result.files),
    diagnostics: [...diagnostics, ...built.flatMap((result) => result.diagnostics)],
    text,
  };
}

function build({ name, root, file, provenance }: CompiledProfile): ReturnType<typeof buildVm> {
  return buildVm({
    profileName: name,
    root,
    digest: "sha256:0123abcd",
    target: { backends: ["xen"], xenRelease: "4.17", readSecret: noSecrets },
    locate: (place) => provenance.origin(place)?.span ?? { ...noSpan, file },
  });
}
