/**
 * The cloud-init backend: from the skeletons of a machine to the seed that cloud-init in the guest reads, in the
 * form of its data source NoCloud, and a script that makes a disk of it.
 */

import type { Place, VmModel } from "../../vm/model/model.ts";
import { createReporter } from "../../vm/reporter.ts";
import type { Backend, SpawnOptions } from "../backend.ts";
import type { SpawnedFile, SpawnResult } from "../spawn-result.ts";
import type { CloudInitContext } from "./context.ts";
import { metaData } from "./meta-data.ts";
import { networkConfig, routeTable } from "./network-config.ts";
import { seedScript } from "./seed-script.ts";
import { userData } from "./user-data.ts";
import { printYaml } from "./yaml.ts";

export const cloudInitBackend: Backend = {
  name: "cloud-init",
  summary: "seed for cloud-init, which sets up the guest when it first boots",
  spawn: spawnCloudInit,
};

function spawnCloudInit(vm: VmModel, options: SpawnOptions): SpawnResult {
  const reporter = createReporter(options.locate);
  const ctx: CloudInitContext = { vm, report: reporter.report, readSecret: options.readSecret };
  const files = seedFiles(ctx);
  return { files: reporter.failed() ? [] : files, diagnostics: reporter.diagnostics };
}

function seedFiles(ctx: CloudInitContext): readonly SpawnedFile[] {
  const { vm } = ctx;
  const folder = `${vm.system.name}.seed`;
  const origin = ` Made by vmcs from ${vm.profile}, source ${vm.digest}.`;
  const network = networkConfig(vm, routeTable(ctx));
  const secret = [...(vm.software.users?.values() ?? [])].some(
    ({ hashed_passwd }) => hashed_passwd !== undefined,
  );
  const files: SpawnedFile[] = [
    {
      name: `${folder}/user-data`,
      content: printYaml(["cloud-config", origin], userData(ctx)),
      ...(secret ? { secret } : {}),
    },
    { name: `${folder}/meta-data`, content: printYaml([origin], metaData(vm)) },
  ];
  if (network !== undefined) {
    files.push({ name: `${folder}/network-config`, content: printYaml([origin], network) });
  }
  const image = seedImage(ctx);
  if (image === undefined) return files;
  const names = files.map(({ name }) => name.slice(folder.length + 1));
  const content = seedScript({ vm: vm.system.name, image, files: names, secret });
  return [...files, { name: `${folder}/make-seed.sh`, content, executable: true }];
}

/** The file that the guest's drive shows; undefined where there is no such drive. */
function seedImage({ vm, report }: CloudInitContext): string | undefined {
  const { cloud_init } = vm.software;
  if (cloud_init === undefined) {
    if (needsCloudInit(vm)) report("cloud-init-without-drive", ["software"], {});
    return undefined;
  }
  const source = vm.storage.cdroms?.get(cloud_init.device)?.source;
  if (source?.file !== undefined) return source.file;
  const place: Place = ["storage", "cdroms", cloud_init.device, "source"];
  report("cloud-init-drive-not-a-file", place, { device: cloud_init.device });
  return undefined;
}

/** Whether the description asks for anything that only happens in the guest. */
function needsCloudInit({ software }: VmModel): boolean {
  const { packages, cloud_init, ...rest } = software;
  const values: readonly unknown[] = Object.values(rest);
  const isToBeInstalled = [...(packages?.values() ?? [])].some(({ imported }) => !imported);
  return isToBeInstalled || values.some((value) => value !== undefined && !isEmpty(value));
}

function isEmpty(value: unknown): boolean {
  return value instanceof Map ? value.size === 0 : Array.isArray(value) && value.length === 0;
}
