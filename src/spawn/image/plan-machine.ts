/** The plan of all disks of a machine, from its skeletons. */

import type { Place, VmModel } from "../../vm/model/model.ts";
import { type Disk, type Image, sourcePath } from "../../vm/model/storage.ts";
import type { BootFile, DiskPlan, DiskTarget, ImagePlan, MachinePlan } from "./plan.ts";
import {
  checkBoot,
  hasKernel,
  type ImageContext,
  planImage,
  wholeDiskFilesystem,
} from "./plan-image.ts";

export function planMachine(ctx: ImageContext): MachinePlan {
  const { vm } = ctx;
  const images = new Map<string, ImagePlan>();
  const disks: DiskPlan[] = [];
  for (const [device, disk] of vm.storage.disks ?? []) {
    const found = imageOf(ctx, device, disk);
    if (found === "unknown") continue;
    const plan =
      found && (images.get(found.name) ?? planImage(ctx, found.name, found.image, [device, disk]));
    if (plan !== undefined) images.set(plan.name, plan);
    const planned = planDisk(ctx, device, disk, plan);
    if (planned !== undefined) disks.push(planned);
  }
  for (const plan of images.values()) if (plan.kind === "debian") checkBoot(ctx, plan);
  return {
    vm: vm.system.name,
    profile: vm.profile,
    digest: vm.digest,
    images: [...images.values()],
    boot: bootFiles(vm, [...images.values()]),
    disks,
    seed: seedOf(vm),
  };
}

interface NamedImage {
  readonly name: string;
  readonly image: Image;
}

/** Where a description has no images at all, the model takes it that the host knows them. This backend does not. */
function imageOf(
  { vm: { storage }, report }: ImageContext,
  device: string,
  { image: name }: Disk,
): NamedImage | "unknown" | undefined {
  if (name === undefined) return undefined;
  const image = storage.images?.get(name);
  if (image !== undefined) return { name, image };
  report("image-unknown", ["storage", "disks", device, "image"], { name });
  return "unknown";
}

function planDisk(
  ctx: ImageContext,
  device: string,
  disk: Disk,
  image: ImagePlan | undefined,
): DiskPlan | undefined {
  const { source, backend, script } = disk;
  const target: DiskTarget = {
    device,
    target: sourcePath(source),
    isBlockDevice: source.block !== undefined,
  };
  if (backend !== undefined || script !== undefined || source.target !== undefined) {
    return { ...target, action: "elsewhere" };
  }
  if (disk.image !== undefined) return image && diskFromImage(ctx, target, disk, image);
  if (target.isBlockDevice) return { ...target, action: "existing" };
  const place: Place = ["storage", "disks", device];
  if (disk.size === undefined) {
    ctx.report("image-disk-not-made", place, { file: target.target });
    return { ...target, action: "existing" };
  }
  const filesystem = wholeDiskFilesystem(ctx.vm, device);
  const empty = { ...target, action: "empty" as const, format: disk.format, size: disk.size };
  return filesystem === undefined ? empty : { ...empty, filesystem };
}

function diskFromImage(
  { report }: ImageContext,
  target: DiskTarget,
  { format, size }: Disk,
  image: ImagePlan,
): DiskPlan | undefined {
  const place: Place = ["storage", "disks", target.device];
  if (format !== "raw" && format !== "qcow2") {
    report("image-disk-format", [...place, "format"], { format });
    return undefined;
  }
  const least = image.kind === "debian" ? image.size : undefined;
  if (size !== undefined && least !== undefined && size < least) {
    const args = { size, image: `/storage/images/${image.name}`, least };
    report("image-larger-than-disk", [...place, "size"], args);
    return undefined;
  }
  const sized = size === undefined ? {} : { size };
  return format === "qcow2"
    ? { ...target, ...sized, action: "overlay", image: image.name }
    : { ...target, ...sized, action: "copy", image: image.name, format };
}

/** Kernel and RAM disk come out of the first image that has a kernel. */
function bootFiles(
  { system: { boot } }: VmModel,
  images: readonly ImagePlan[],
): readonly BootFile[] {
  const image = images.find((plan) => plan.kind === "debian" && hasKernel(plan))?.name;
  if (image === undefined) return [];
  const files: BootFile[] = [];
  if (boot.kernel !== undefined) files.push({ image, part: "kernel", file: boot.kernel });
  if (boot.ramdisk !== undefined) files.push({ image, part: "ramdisk", file: boot.ramdisk });
  return files;
}

function seedOf({ software, storage }: VmModel): string | undefined {
  const device = software.cloud_init?.device;
  return device === undefined ? undefined : storage.cdroms?.get(device)?.source?.file;
}
