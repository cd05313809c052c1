/** From the configuration tree of a description to the skeletons of its machine. */

import { invariant } from "../../base/invariant.ts";
import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import { Dict } from "../../pan/tree/dict.ts";
import type { Value } from "../../pan/tree/value.ts";
import { nameOfProfile } from "../identity.ts";
import { checkModel } from "../model/check-model.ts";
import { hardware } from "../model/hardware.ts";
import type { Place, VmModel } from "../model/model.ts";
import { network } from "../model/network.ts";
import { software } from "../model/software.ts";
import { storage } from "../model/storage.ts";
import { system } from "../model/system.ts";
import { createReporter, type Locate, type Reporter } from "../reporter.ts";
import { digest, matches, profileName } from "../shape/pattern.ts";
import { readTree, type TreeReading } from "../shape/read-tree.ts";
import { derivation } from "./derive.ts";
import { checkInstances, instanceModel, instancesOf, nameOfInstance } from "./instances.ts";
import { withSeedDrive } from "./seed-drive.ts";
import { type SkeletonDocument, writeSkeletons } from "./write-skeletons.ts";

/** What the skeletons say of their origin. */
export interface SkeletonOrigin {
  /** Name of the object template. */
  readonly profile: string;
  /** Digest of its source, such as `sha256:…`. */
  readonly digest: string;
  /** Where the value at a place of the configuration was written. */
  readonly locate: Locate;
}

/** One machine of a description. */
export interface DescribedVm {
  readonly model: VmModel;
  /** The documents that say the same. */
  readonly skeletons: readonly SkeletonDocument[];
}

export interface SkeletonsResult {
  /** One, or one for each of `/system/instances`; none if there are errors. */
  readonly machines: readonly DescribedVm[];
  readonly diagnostics: readonly Diagnostic[];
}

export interface ModelsResult {
  /** One, or one for each of `/system/instances`; none if there are errors. */
  readonly models: readonly VmModel[];
  readonly diagnostics: readonly Diagnostic[];
}

export function skeletonsFromTree(root: Dict, origin: SkeletonOrigin): SkeletonsResult {
  const { models, diagnostics } = modelsFromTree(root, origin);
  return {
    machines: models.map((model) => ({ model, skeletons: writeSkeletons(model) })),
    diagnostics,
  };
}

/** The machines of a description, without their documents. */
export function modelsFromTree(root: Dict, origin: SkeletonOrigin): ModelsResult {
  invariant(matches(profileName, origin.profile), "the profile has the name of a template");
  invariant(matches(digest, origin.digest), "the digest is one");
  const reporter = createReporter(origin.locate);
  const models = readModels(root, origin, reporter);
  const { diagnostics } = reporter;
  return { models: reporter.failed() ? [] : models, diagnostics };
}

/** Whole only if nothing was reported. What is wrong with one instance is not said of the others again. */
function readModels(root: Dict, origin: SkeletonOrigin, reporter: Reporter): readonly VmModel[] {
  const name = textAt(root, "system", "name") ?? nameOfProfile(origin.profile);
  const described = readModel(root, origin, name, reporter);
  if (described === undefined || reporter.failed()) return [];
  const { instances } = described.system;
  if (instances === undefined) return [checked(described, reporter)];
  const input = { report: reporter.report, isGiven: givenIn(root) };
  checkInstances(described, input);
  const models: VmModel[] = [];
  for (const instance of instancesOf(instances.count, instances.first)) {
    const model = readModel(root, origin, nameOfInstance(name, instance), reporter);
    if (model === undefined || reporter.failed()) break;
    models.push(checked(instanceModel(model, instance, input), reporter));
  }
  return models;
}

function checked(described: VmModel, reporter: Reporter): VmModel {
  const model = withSeedDrive(described);
  if (!reporter.failed()) checkModel(model, reporter.report);
  return model;
}

const roots = ["hardware", "network", "system", "storage", "software"] as const;

/** What the types of vmcs/vm give each machine. */
const alwaysThere: readonly Place[] = [
  ["storage", "directory"],
  ["system", "lifecycle"],
  ["system", "os"],
  ["system", "scheduling"],
];

/** The model; whole only if nothing was reported. */
function readModel(
  root: Dict,
  origin: SkeletonOrigin,
  name: string,
  { report }: Reporter,
): VmModel | undefined {
  if (roots.every((key) => root.get(key) === undefined)) {
    report("vm-absent", [], {
      profile: origin.profile,
      roots: roots.map((key) => `/${key}`).join(", "),
    });
    return undefined;
  }
  if (alwaysThere.every((place) => valueAt(root, place) === undefined)) {
    report("vm-types-absent", [], { profile: origin.profile });
    return undefined;
  }
  const derive = derivation({ name, directory: textAt(root, "storage", "directory") ?? "" });
  const ctx: TreeReading = { report, derive };
  return {
    profile: origin.profile,
    digest: origin.digest,
    hardware: readTree(ctx, hardware, root.get("hardware"), ["hardware"]),
    network: readTree(ctx, network, root.get("network"), ["network"]),
    system: readTree(ctx, system, root.get("system"), ["system"]),
    storage: readTree(ctx, storage, root.get("storage"), ["storage"]),
    software: readTree(ctx, software, root.get("software"), ["software"]),
  };
}

/** The text at a path of two keys, if there is one. */
function textAt(root: Dict, first: string, second: string): string | undefined {
  const value = valueAt(root, [first, second]);
  return typeof value === "string" ? value : undefined;
}

function givenIn(root: Dict): (place: Place) => boolean {
  return (place) => valueAt(root, place) !== undefined;
}

/** The value at a path of keys, if there is one. */
function valueAt(root: Dict, path: Place): Value | undefined {
  let value: Value | undefined = root;
  for (const key of path) {
    value = value instanceof Dict ? value.get(String(key)) : undefined;
  }
  return value;
}
