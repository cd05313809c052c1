/** An imported machine, from its description to the files that are built of it. */

import { readFileSync } from "node:fs";
import type { Diagnostic } from "../../../src/diagnostics/diagnostic.ts";
import { type ImportedVm, writeDescription } from "../../../src/import/description.ts";
import type { TemplateCache } from "../../../src/pan/compiler/template-store.ts";
import { buildVm } from "../../../src/pipeline/build.ts";
import type { SpawnedFile } from "../../../src/spawn/spawn-result.ts";
import type { VmModel } from "../../../src/vm/model/model.ts";
import { locatePath } from "../../road/place-source.ts";
import { compileFiles } from "../../support/compile.ts";
import { filesBelow, repositoryPath } from "../../support/repository.ts";

export interface BuiltImport {
  readonly description: string;
  readonly model: VmModel | undefined;
  readonly files: readonly SpawnedFile[];
  readonly diagnostics: readonly Diagnostic[];
}

/** The password that every secret of a test has. */
export const testSecret = "imported-secret";

const templates = new Map(
  filesBelow("templates")
    .filter((file) => file.endsWith(".pan"))
    .map((file): [string, string] => [
      file,
      readFileSync(repositoryPath(`templates/${file}`), "utf8"),
    ]),
);

const cache: TemplateCache = new Map();

export function buildImported(vm: ImportedVm, release: string): BuiltImport {
  const description = writeDescription(vm);
  const { profiles, diagnostics } = compileFiles(
    new Map([...templates, [`${vm.template}.pan`, description]]),
    { dialect: "vmcs", cache },
  );
  const profile = profiles.get(vm.template);
  if (profile === undefined) return { description, model: undefined, files: [], diagnostics };
  const {
    files,
    models,
    diagnostics: found,
  } = buildVm({
    profileName: vm.template,
    root: profile.root,
    digest: "sha256:0123abcd",
    target: { backends: ["xen"], xenRelease: release, readSecret: () => testSecret },
    locate: locatePath,
  });
  return { description, model: models[0], files, diagnostics: [...diagnostics, ...found] };
}
