/** What backends make of a description in a fixture, as its golden shows it. */

import { dirname } from "node:path";
import { nodeHost } from "../../../src/host/node/node-host.ts";
import { compile } from "../../../src/pan/compiler/compile.ts";
import type { TemplateCache } from "../../../src/pan/compiler/template-store.ts";
import { Dict } from "../../../src/pan/tree/dict.ts";
import { buildVm } from "../../../src/pipeline/build.ts";
import type { SpawnedFile } from "../../../src/spawn/spawn-result.ts";
import { noSpan } from "../../../src/text/span.ts";
import { diagnosticText } from "../../road/place-source.ts";
import { fixturePath } from "../../support/fixtures.ts";
import { repositoryPath } from "../../support/repository.ts";

export interface Spawned {
  /** Files of the backends, without the skeletons. */
  readonly files: readonly SpawnedFile[];
  readonly said: string;
}

const templates: TemplateCache = new Map();

/** `fixture` is named from test/fixtures. */
export function spawnDescription(fixture: string, backends: readonly string[]): Spawned {
  const files: SpawnedFile[] = [];
  let said = "";
  const top = repositoryPath("");
  const { diagnostics, text } = compile({
    host: nodeHost(),
    files: [fixturePath(fixture)],
    options: {
      dialect: "pan",
      includePath: [repositoryPath("templates"), dirname(fixturePath(fixture))],
      maxIteration: 10_000,
      maxRecursion: 50,
      deprecationWarnings: "on",
      initialData: new Dict(),
      debugs: () => false,
      build: true,
    },
    print: () => {},
    cache: templates,
    onProfile: ({ name, root, file, provenance }) => {
      const readSecret = (reference: string): string | undefined =>
        reference === "env:ADMIN_HASH" ? "$6$salt$hash" : undefined;
      const built = buildVm({
        profileName: name,
        root,
        digest: "sha256:0123abcd",
        target: { backends, xenRelease: "4.17", readSecret },
        locate: (place) => provenance.origin(place)?.span ?? { ...noSpan, file },
      });
      files.push(...built.files.filter((made) => !made.name.endsWith(".xml")));
      said += diagnosticText(built.diagnostics, (path) => nodeHost().readText(path), top);
    },
  });
  return { files, said: diagnosticText(diagnostics, text, top) + said };
}

/** A file's name, with what else is to be known of it. */
export function describeFile({ name, executable, secret }: SpawnedFile): string {
  return [
    name,
    ...(executable === true ? ["executable"] : []),
    ...(secret === true ? ["secret"] : []),
  ].join(", ");
}
