/**
 * The Xen backend: from the skeletons of a machine to the configuration of xl.
 *
 * As in the V-MCS paper there is one part for each skeleton. `NAME.cfg`, which xl reads, has them all.
 */

import { diagnostic } from "../../diagnostics/diagnostic.ts";
import { noSpan } from "../../text/span.ts";
import type { VmModel } from "../../vm/model/model.ts";
import { createReporter, type Locate } from "../../vm/reporter.ts";
import { type SkeletonKind, skeletonKinds } from "../../vm/skeleton/kinds.ts";
import type { SpawnedFile, SpawnResult } from "../spawn-result.ts";
import { type CfgSection, printCfg } from "./cfg.ts";
import { checkXen } from "./check-xen.ts";
import { networkKeys } from "./network.ts";
import {
  compareReleases,
  formatRelease,
  latestRelease,
  oldestRelease,
  parseRelease,
  type XenRelease,
} from "./release.ts";
import { softwareKeys } from "./software.ts";
import { storageKeys } from "./storage.ts";
import { systemKeys } from "./system.ts";
import { settingsOf, type XenContext, type XlKey } from "./xl-table.ts";

export interface XenOptions {
  /** The release of Xen on the host, such as `4.17`. */
  readonly release: string;
  /** Where the value at a place of the model was written. */
  readonly locate: Locate;
}

/** What xl is told of each skeleton. */
export const xlKeys: Readonly<Record<SkeletonKind, readonly XlKey[]>> = {
  network: networkKeys,
  system: systemKeys,
  storage: storageKeys,
  software: softwareKeys,
};

/** The order of the parts in the whole: people look for the name first. */
const order: readonly SkeletonKind[] = ["system", "network", "storage", "software"];

export function spawnXen(vm: VmModel, options: XenOptions): SpawnResult {
  const release = parseRelease(options.release);
  if (release === undefined || compareReleases(release, oldestRelease) < 0) {
    const args = {
      release: options.release,
      oldest: formatRelease(oldestRelease),
      latest: formatRelease(latestRelease),
    };
    return { files: [], diagnostics: [diagnostic("xen-release-unknown", noSpan, args)] };
  }
  const reporter = createReporter(options.locate);
  const ctx: XenContext = { vm, release, report: reporter.report };
  if (compareReleases(release, latestRelease) > 0) warnOfLaterRelease(ctx);
  checkXen(ctx);
  const sections = new Map(skeletonKinds.map((kind) => [kind, sectionOf(ctx, kind)]));
  const files = reporter.failed() ? [] : printFiles(vm, release, sections);
  return { files, diagnostics: reporter.diagnostics };
}

function sectionOf(ctx: XenContext, kind: SkeletonKind): CfgSection {
  return { comment: kind, settings: settingsOf(ctx, xlKeys[kind]) };
}

function printFiles(
  vm: VmModel,
  release: XenRelease,
  sections: ReadonlyMap<SkeletonKind, CfgSection>,
): readonly SpawnedFile[] {
  const { name } = vm.system;
  const origin = `Made by vmcs from ${vm.profile}, source ${vm.digest}.`;
  const inOrder = (kinds: readonly SkeletonKind[]): readonly CfgSection[] =>
    kinds.flatMap((kind) => sections.get(kind) ?? []);
  const parts = skeletonKinds.map((kind) => ({
    name: `${name}.${kind}.xl`,
    content: printCfg([`${name}: the ${kind} part of ${name}.cfg.`, origin], inOrder([kind])),
  }));
  const head = [`${name}: for xl create, Xen ${formatRelease(release)}.`, origin];
  return [...parts, { name: `${name}.cfg`, content: printCfg(head, inOrder(order)) }];
}

function warnOfLaterRelease({ release, report }: XenContext): void {
  report("xen-release-later", [], {
    release: formatRelease(release),
    latest: formatRelease(latestRelease),
  });
}
