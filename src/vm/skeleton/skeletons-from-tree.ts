/** From the configuration tree of a description to the skeletons of its machine. */

import { invariant } from "../../base/invariant.ts";
import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import { Dict } from "../../pan/tree/dict.ts";
import type { Value } from "../../pan/tree/value.ts";
import { checkModel } from "../model/check-model.ts";
import { hardware } from "../model/hardware.ts";
import type { VmModel } from "../model/model.ts";
import { network } from "../model/network.ts";
import { software } from "../model/software.ts";
import { storage } from "../model/storage.ts";
import { system } from "../model/system.ts";
import { createReporter, type Locate, type Reporter } from "../reporter.ts";
import { digest, matches, profileName } from "../shape/pattern.ts";
import { readTree, type TreeReading } from "../shape/read-tree.ts";
import { derivation } from "./derive.ts";
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

export interface SkeletonsResult {
  /** Empty if there are errors. */
  readonly skeletons: readonly SkeletonDocument[];
  /** What the skeletons say; undefined if there are errors. */
  readonly model: VmModel | undefined;
  readonly diagnostics: readonly Diagnostic[];
}

export function skeletonsFromTree(root: Dict, origin: SkeletonOrigin): SkeletonsResult {
  invariant(matches(profileName, origin.profile), "the profile has the name of a template");
  invariant(matches(digest, origin.digest), "the digest is one");
  const reporter = createReporter(origin.locate);
  const described = readModel(root, origin, reporter);
  const model = described === undefined || reporter.failed() ? described : withSeedDrive(described);
  if (model !== undefined && !reporter.failed()) checkModel(model, reporter.report);
  const { diagnostics } = reporter;
  return model === undefined || reporter.failed()
    ? { skeletons: [], model: undefined, diagnostics }
    : { skeletons: writeSkeletons(model), model, diagnostics };
}

const roots = ["hardware", "network", "system", "storage", "software"] as const;

/** The model; whole only if nothing was reported. */
function readModel(root: Dict, origin: SkeletonOrigin, { report }: Reporter): VmModel | undefined {
  if (roots.every((name) => root.get(name) === undefined)) {
    report("vm-absent", [], {
      profile: origin.profile,
      roots: roots.map((name) => `/${name}`).join(", "),
    });
    return undefined;
  }
  const derive = derivation({
    profile: origin.profile,
    givenName: textAt(root, "system", "name"),
    directory: textAt(root, "storage", "directory") ?? "",
  });
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
  const parent: Value | undefined = root.get(first);
  const value = parent instanceof Dict ? parent.get(second) : undefined;
  return typeof value === "string" ? value : undefined;
}
