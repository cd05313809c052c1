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
import type { Backend, SpawnOptions } from "../backend.ts";
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
  if (release === undefined || compareReleases(release, oldestRelease) < 0) {
    const args = {
      release: options.xenRelease,
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
