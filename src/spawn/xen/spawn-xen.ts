/**
 * The Xen backend: from the skeletons of a machine to the configuration of xl.
 *
 * As in the V-MCS paper there is one part for each skeleton. `NAME.cfg`, which xl reads, has them all.
 */

import { diagnostic } from "../../diagnostics/diagnostic.ts";
import { noSpan } from "../../text/span.ts";
import type { VmModel } from "../../vm/model/model.ts";
import { createReporter } from "../../vm/reporter.ts";
import { type SkeletonKind, skeletonKinds } from "../../vm/skeleton/kinds.ts";
import type { Backend, ReadSecret, SpawnOptions } from "../backend.ts";
import type { SpawnedFile, SpawnResult } from "../spawn-result.ts";
import { type CfgSection, printCfg } from "./cfg.ts";
import { checkCreation } from "./check-creation.ts";
import { checkXen } from "./check-xen.ts";
import { networkKeys } from "./network.ts";
import {
  compareReleases,
  formatRelease,
  latestRelease,
  oldestRelease,
  oldestXmRelease,
  parseRelease,
  type XenRelease,
} from "./release.ts";
import { postCreateScript } from "./scheduling.ts";
import { softwareKeys } from "./software.ts";
import { storageKeys } from "./storage.ts";
import { systemKeys } from "./system.ts";
import { settingsOf, type XenContext, type XlKey } from "./xl-table.ts";
import { spawnXm } from "./xm/spawn-xm.ts";

export const xenBackend: Backend = {
  name: "xen",
  summary: "configuration for xl, the tool of Xen",
  spawn: spawnXen,
};

/** What xl is told of each skeleton. */
export const xlKeys: Readonly<Record<SkeletonKind, readonly XlKey[]>> = {
  network: networkKeys,
  system: systemKeys,
  storage: storageKeys,
  software: softwareKeys,
};

/** The order of the parts in the whole: people look for the name first. */
const order: readonly SkeletonKind[] = ["system", "network", "storage", "software"];

function spawnXen(vm: VmModel, options: SpawnOptions): SpawnResult {
  const release = parseRelease(options.xenRelease);
  if (release === undefined || compareReleases(release, oldestXmRelease) < 0) {
    const args = {
      release: options.xenRelease,
      oldest: formatRelease(oldestXmRelease),
      latest: formatRelease(latestRelease),
    };
    return { files: [], diagnostics: [diagnostic("xen-release-unknown", noSpan, args)] };
  }
  if (compareReleases(release, oldestRelease) < 0) {
    return spawnXm(vm, release, { ...options, keys: xlKeys });
  }
  const reporter = createReporter(options.locate);
  const { readSecret } = options;
  const ctx: XenContext = { vm, release, report: reporter.report, readSecret };
  if (compareReleases(release, latestRelease) > 0) warnOfLaterRelease(ctx);
  checkXen(ctx);
  checkCreation(ctx);
  const parts = new Map(skeletonKinds.map((kind) => [kind, partOf(ctx, kind)]));
  const script = postCreateScript(ctx);
  const files = reporter.failed() ? [] : printFiles(vm, release, parts);
  return {
    files: script === undefined || files.length === 0 ? files : [...files, script],
    diagnostics: reporter.diagnostics,
  };
}

/** What xl is told of one skeleton, and whether a secret is in it. */
interface CfgPart extends CfgSection {
  readonly secret: boolean;
}

function partOf(ctx: XenContext, kind: SkeletonKind): CfgPart {
  let secret = false;
  const readSecret: ReadSecret = (reference) => {
    secret = true;
    return ctx.readSecret(reference);
  };
  const settings = settingsOf({ ...ctx, readSecret }, xlKeys[kind]);
  return { comment: kind, settings, secret };
}

function printFiles(
  vm: VmModel,
  release: XenRelease,
  parts: ReadonlyMap<SkeletonKind, CfgPart>,
): readonly SpawnedFile[] {
  const { name } = vm.system;
  const origin = `Made by vmcs from ${vm.profile}, source ${vm.digest}.`;
  const print = (file: string, head: string, kinds: readonly SkeletonKind[]): SpawnedFile => {
    const sections = kinds.flatMap((kind) => parts.get(kind) ?? []);
    const content = printCfg([head, origin], sections);
    return sections.some(({ secret }) => secret)
      ? { name: file, content, secret: true }
      : { name: file, content };
  };
  return [
    ...skeletonKinds.map((kind) =>
      print(`${name}.${kind}.xl`, `${name}: the ${kind} part of ${name}.cfg.`, [kind]),
    ),
    print(`${name}.cfg`, `${name}: for xl create, Xen ${formatRelease(release)}.`, order),
  ];
}

function warnOfLaterRelease({ release, report }: XenContext): void {
  report("xen-release-later", [], {
    release: formatRelease(release),
    latest: formatRelease(latestRelease),
  });
}
