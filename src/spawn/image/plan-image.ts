/** How the images that disks start from come to be. */

import { invariant } from "../../base/invariant.ts";
import { sha1Hex } from "../../base/sha1.ts";
import type { Place, VmModel } from "../../vm/model/model.ts";
import { type Disk, type Image, wholeDisk } from "../../vm/model/storage.ts";
import type { Report } from "../../vm/reporter.ts";
import type { RouteTable } from "../cloud-init/network-config.ts";
import { packagesOfImage } from "../cloud-init/packages.ts";
import { guestFiles } from "./guest-files.ts";
import type { DebianImage, ImagePlan } from "./plan.ts";

export interface ImageContext {
  readonly vm: VmModel;
  readonly report: Report;
  readonly routes: RouteTable;
}

/** The image that a disk starts from; undefined, and reported, where it cannot be made. */
export function planImage(
  ctx: ImageContext,
  name: string,
  image: Image,
  [device, disk]: readonly [string, Disk],
): ImagePlan | undefined {
  const { file, format } = image;
  if (image.debian === undefined) return { kind: "existing", name, file, format };
  const size = image.size ?? disk.size;
  invariant(size !== undefined, "the model has been checked: an image that is made has a size");
  const root = rootFilesystem(ctx, device);
  const architecture = debianArchitecture(ctx.vm);
  if (root === undefined) return undefined;
  const { suite, variant, mirror, components } = image.debian;
  const packages = packageList(ctx.vm, image.debian.include ?? []);
  const hasCloudInit = ctx.vm.software.cloud_init !== undefined;
  const plan: Omit<DebianImage, "hash"> = {
    kind: "debian",
    name,
    file,
    format,
    size,
    suite,
    architecture,
    variant,
    mirror,
    components: components === undefined || components.length === 0 ? ["main"] : components,
    packages,
    filesystem: { type: root.type, label: root.label },
    partitioned: root.partitioned,
    files: guestFiles(ctx.vm, device, ctx.routes),
    units: packages.some((item) => ownNetwork.has(nameOf(item))) ? [] : ["systemd-networkd"],
    removed: hasCloudInit ? ["/etc/ssh/ssh_host_*"] : [],
  };
  return {
    ...plan,
    hash: sha1Hex(JSON.stringify({ ...plan, file: undefined, name: undefined })),
  };
}

/** Packages that bring the network up themselves. */
const ownNetwork: ReadonlySet<string> = new Set(["ifupdown", "netplan.io", "network-manager"]);

/** What a guest cannot do without, however little is installed otherwise. */
const always = ["systemd-sysv", "udev", "iproute2"];

function packageList(vm: VmModel, include: readonly string[]): readonly string[] {
  const { cloud_init, repositories } = vm.software;
  const hasKey = [...(repositories?.values() ?? [])].some(({ key }) => key !== undefined);
  const wanted = [
    ...packagesOfImage(vm),
    ...include,
    ...always,
    ...(cloud_init === undefined ? [] : ["cloud-init", ...(hasKey ? ["gpg"] : [])]),
  ];
  const names = wanted.map(nameOf);
  return wanted.filter((_, index) => names.indexOf(names[index] ?? "") === index);
}

function nameOf(item: string): string {
  return item.replace(/=.*$/, "");
}

interface RootFilesystem {
  readonly type: string;
  readonly label: string | undefined;
  readonly partitioned: boolean;
}

function rootFilesystem({ vm, report }: ImageContext, disk: string): RootFilesystem | undefined {
  const all = [...(vm.storage.filesystems ?? [])].filter(
    ([, { device }]) => device === disk || wholeDisk(device) === disk,
  );
  const found = all.find(([, { mount }]) => mount === "/");
  if (found === undefined) return { type: "ext4", label: undefined, partitioned: false };
  const [name, { device, type, label }] = found;
  const place: Place = ["storage", "filesystems", name];
  const other = all.find(([otherName]) => otherName !== name);
  if (type === "swap" || !makeable.has(type)) {
    report("image-filesystem-not-made", [...place, "type"], { type });
    return undefined;
  }
  if (other !== undefined || (device !== disk && device !== `${disk}1`)) {
    const at: Place = ["storage", "filesystems", other?.[0] ?? name, "device"];
    report("image-partitions", at, { disk });
    return undefined;
  }
  return { type, label, partitioned: device !== disk };
}

const architectures = { x86_64: "amd64", i686: "i386", aarch64: "arm64", armv7l: "armhf" } as const;

function debianArchitecture({ system, hardware }: VmModel): string {
  return architectures[system.os.arch ?? hardware.cpu.arch];
}

/** Whether the guest can be booted from an image alone. */
export function checkBoot({ vm, report }: ImageContext, plan: DebianImage): void {
  const { kernel } = vm.system.boot;
  const place: Place = ["storage", "images", plan.name, "debian"];
  if (kernel === undefined) report("image-without-boot-loader", place, {});
  else if (!hasKernel(plan)) {
    report("image-without-kernel", [...place, "include"], { kernel, ...kernelPackage(plan) });
  }
}

/** Whether one of the packages of an image is a kernel. */
export function hasKernel({ packages }: DebianImage): boolean {
  return packages.some((item) => item.startsWith("linux-image-"));
}

function kernelPackage({ architecture }: DebianImage): { readonly name: string } {
  const flavours: Readonly<Record<string, string>> = { i386: "686", armhf: "armmp" };
  return { name: `linux-image-${flavours[architecture] ?? architecture}` };
}

/** The filesystem on the whole of a disk, if it is one that can be made in a file. */
export function wholeDiskFilesystem(
  vm: VmModel,
  device: string,
): { readonly type: string; readonly label: string | undefined } | undefined {
  const found = [...(vm.storage.filesystems?.values() ?? [])].find(
    (filesystem) => filesystem.device === device,
  );
  if (found === undefined || !makeable.has(found.type)) return undefined;
  return { type: found.type, label: found.label };
}

/** Types that are made without mounting anything. */
const makeable: ReadonlySet<string> = new Set(["ext2", "ext3", "ext4", "swap"]);
