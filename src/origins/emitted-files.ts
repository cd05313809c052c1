/** All files that are made of a profile, each with what explains its lines. */

import { hasErrors } from "../diagnostics/diagnostic.ts";
import type { Profile, ProfileFormat } from "../pan/profile/profile.ts";
import { profileFileName, profileText } from "../pan/profile/write-profile.ts";
import type { Backend, SpawnOptions } from "../spawn/backend.ts";
import type { SpawnedFile } from "../spawn/spawn-result.ts";
import { noSpan } from "../text/span.ts";
import type { VmModel } from "../vm/model/model.ts";
import { skeletonFileName, skeletonKinds } from "../vm/skeleton/kinds.ts";
import { writeSkeleton } from "../vm/skeleton/write-skeletons.ts";
import { backendFileOrigins, type SettingVariation } from "./backend-lines.ts";
import type { FileOrigins } from "./line-origins.ts";
import { profileFileOrigins } from "./profile-lines.ts";
import { skeletonFileOrigins } from "./skeleton-lines.ts";
import { type DerivedFrom, type Description, derivedFrom, machinesOf } from "./tree-origins.ts";

export interface EmittedFile {
  /** Path below the output directory. */
  readonly name: string;
  /** It is made when it is asked for: of most files the name is enough. */
  readonly content: () => string;
  /** What writes it: `profile format json`, `skeleton network`, `backend xen`. */
  readonly writer: string;
  /** The machine that it is of; undefined for a profile. */
  readonly machine: string | undefined;
  readonly isSecret: boolean;
  /** Explains its lines; the work begins when it is called. */
  readonly origins: () => FileOrigins | undefined;
}

export interface EmittedInput {
  readonly profile: Profile;
  /** Of its sources. */
  readonly digest: string;
  readonly formats: readonly ProfileFormat[];
  readonly backends: readonly Backend[];
  /**
   * The release of Xen, and secrets: these are not the real ones but such as tell which secret is where, as a secret
   * must not be shown.
   */
  readonly options: Omit<SpawnOptions, "locate">;
}

export function emittedFiles(input: EmittedInput): readonly EmittedFile[] {
  const { profile, digest, formats, backends } = input;
  const files = formats.map((format) => profileFile(profile, format));
  const description: Description = { profile: profile.name, root: profile.root, digest };
  for (const [index, model] of machinesOf(description).entries()) {
    const from = derivedFrom(description, model, index);
    files.push(...skeletonFiles(model, from));
    for (const backend of backends) files.push(...backendFiles(backend, model, from, input));
  }
  return files;
}

function profileFile(profile: Profile, format: ProfileFormat): EmittedFile {
  return {
    name: profileFileName(profile.name, format),
    content: () => profileText(format, profile),
    writer: `profile format ${format.name}`,
    machine: undefined,
    isSecret: false,
    origins: () => profileFileOrigins(format, profile),
  };
}

function skeletonFiles(model: VmModel, from: DerivedFrom): readonly EmittedFile[] {
  return skeletonKinds.map((kind) => ({
    name: skeletonFileName(model.system.name, kind),
    content: () => writeSkeleton(model, kind),
    writer: `skeleton ${kind}`,
    machine: model.system.name,
    isSecret: false,
    origins: () =>
      skeletonFileOrigins({ model, kind, text: writeSkeleton(model, kind), derivedFrom: from }),
  }));
}

function backendFiles(
  backend: Backend,
  model: VmModel,
  from: DerivedFrom,
  { options }: EmittedInput,
): readonly EmittedFile[] {
  const files = spawned(backend, model, options) ?? [];
  return files.map((file, index) => {
    const inFiles = (
      others: readonly SpawnedFile[] | undefined,
      vm: VmModel,
    ): string | undefined =>
      others === undefined ? undefined : sameFile({ files, index, model }, others, vm);
    const settings = (): readonly SettingVariation[] =>
      otherReleases.flatMap((other): readonly SettingVariation[] => {
        if (other === options.xenRelease) return [];
        const text = inFiles(spawned(backend, model, { ...options, xenRelease: other }), model);
        return [{ name: "--xen-release", value: options.xenRelease, other, text }];
      });
    return {
      name: file.name,
      content: () => file.content,
      writer: `backend ${backend.name}`,
      machine: model.system.name,
      isSecret: file.secret === true,
      origins: () =>
        backendFileOrigins({
          model,
          write: (varied) => inFiles(spawned(backend, varied, options), varied),
          settings: settings(),
          derivedFrom: from,
        }),
    };
  });
}

/** Between these, what Xen understands has changed most. */
const otherReleases = ["4.22", "4.10", "4.2"];

/** Undefined if the backend cannot write files for the model. */
function spawned(
  backend: Backend,
  model: VmModel,
  options: Omit<SpawnOptions, "locate">,
): readonly SpawnedFile[] | undefined {
  const { files, diagnostics } = backend.spawn(model, { ...options, locate: () => noSpan });
  return hasErrors(diagnostics) ? undefined : files;
}

interface FileOfBackend {
  readonly files: readonly SpawnedFile[];
  readonly index: number;
  readonly model: VmModel;
}

/** The text of the same file among those of another model: its name may be another one. Empty if it is not made. */
function sameFile(
  { files, index, model }: FileOfBackend,
  others: readonly SpawnedFile[],
  vm: VmModel,
): string {
  const name = files[index]?.name ?? "";
  const stem = model.system.name;
  const wanted = name.startsWith(stem) ? vm.system.name + name.slice(stem.length) : name;
  const found = others.find((other) => other.name === wanted);
  const inOrder = files.length === others.length ? others[index] : undefined;
  return (found ?? inOrder)?.content ?? "";
}
