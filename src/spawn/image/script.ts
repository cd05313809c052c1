/** The script that carries out a plan. */

import { assertNever } from "../../base/assert-never.ts";
import { invariant } from "../../base/invariant.ts";
import { shellWord } from "../../text/shell-word.ts";
import { hostPath } from "./bash-writer.ts";
import type { DebianImage, DiskPlan, ImagePlan, MachinePlan } from "./plan.ts";
import {
  blockHelper,
  copyHelper,
  emptyHelper,
  existingHelper,
  existsHelper,
  imageHelpers,
  kernelHelpers,
  overlayHelper,
} from "./script-helpers.ts";
import { imageFunction, kernelSuffix } from "./script-image.ts";

export function planScript(plan: MachinePlan): string {
  const made = plan.images
    .filter((image) => image.kind === "debian")
    .map((image, index) => ({ image, functionName: `make_image_${index + 1}` }));
  const blocks = [
    head(plan),
    start(plan),
    needs(plan),
    ...helpers(plan),
    ...made.map(({ image, functionName }) =>
      imageFunction(image, functionName, keepsKernel(plan, image)),
    ),
    work(plan, new Map(made.map(({ image, functionName }) => [image, functionName]))),
  ];
  return `${blocks.join("\n\n")}\n`;
}

function head({ vm, profile, digest }: MachinePlan): string {
  return `#!/bin/bash
# Makes the disks of ${vm}, as ${vm}.image.json plans them.
# Made by vmcs from ${profile}, source ${digest}.
#
# What is there already is left as it is, so the script can be run again. It needs no root as long as it may write
# where the disks go. For a trial, ROOT=/some/directory puts everything below that directory; what is
# only needed meanwhile goes to TMPDIR, or /var/tmp.`;
}

function start({ vm, seed, images }: MachinePlan): string {
  const cleaner = images.some(({ kind }) => kind === "debian")
    ? asRoot
    : `trap 'rm -rf "$work"' EXIT`;
  // biome-ignore lint/suspicious/noTemplateCurlyInString: it is the shell's.
  const here = seed === undefined ? "" : '\nhere=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)';
  return `set -euo pipefail
umask 022
root=\${ROOT:-}${here}
work=$(mktemp -d "\${TMPDIR:-/var/tmp}/vmcs.XXXXXX")
${cleaner}

say() { printf '%s: %s\\n' ${shellWord(`${vm}.image.sh`)} "$*" >&2; }
die() { say "$*"; exit 1; }`;
}

/** Files of an image have owners that only root can give them: the real one, or one of a user namespace. */
const asRoot = `as_root=()
[ "$(id -u)" = 0 ] || as_root=(unshare --map-root-user --map-auto)
trap '"\${as_root[@]}" rm -rf "$work"' EXIT`;

/** Programs, and the packages of Debian that have them. */
function needs(plan: MachinePlan): string {
  const debian = plan.images.filter((image) => image.kind === "debian");
  const programs: (readonly [string, string])[] = [];
  if (debian.length > 0) programs.push(["mmdebstrap", "mmdebstrap"], ["mke2fs", "e2fsprogs"]);
  if (debian.some(({ partitioned }) => partitioned)) programs.push(["sfdisk", "fdisk"]);
  programs.push(["qemu-img", "qemu-utils"]);
  const filesystems = plan.disks.flatMap((disk) =>
    disk.action === "empty" ? (disk.filesystem?.type ?? []) : [],
  );
  if (filesystems.includes("swap")) programs.push(["mkswap", "util-linux"]);
  if (filesystems.some((type) => type !== "swap") && debian.length === 0) {
    programs.push(["mke2fs", "e2fsprogs"]);
  }
  if (plan.disks.some(({ action, isBlockDevice }) => action === "copy" && isBlockDevice)) {
    programs.push(["wipefs", "util-linux"]);
  }
  const lines = programs.map(([program, name]) => `need ${program} ${name}`);
  if (debian.length > 0) lines.push('[ "$(id -u)" = 0 ] || need newuidmap uidmap');
  return `# need PROGRAM PACKAGE
need() { command -v "$1" > /dev/null || die "$1 is missing: apt-get install $2"; }
PATH=$PATH:/usr/sbin:/sbin
${lines.join("\n")}`;
}

function helpers(plan: MachinePlan): readonly string[] {
  const actions = new Set(plan.disks.map(({ action }) => action));
  const isTo = (blockDevice: boolean): boolean =>
    plan.disks.some(
      ({ action, isBlockDevice }) => action === "copy" && isBlockDevice === blockDevice,
    );
  const makesFiles = actions.has("overlay") || isTo(false) || actions.has("empty");
  return [
    ...(plan.images.some(({ kind }) => kind === "debian") ? [imageHelpers] : []),
    ...(plan.boot.length > 0 ? [kernelHelpers] : []),
    ...(makesFiles ? [existsHelper] : []),
    ...(actions.has("overlay") ? [overlayHelper] : []),
    ...(isTo(false) ? [copyHelper] : []),
    ...(isTo(true) ? [blockHelper] : []),
    ...(actions.has("empty") ? [emptyHelper] : []),
    ...(actions.has("existing") ? [existingHelper] : []),
  ];
}

function keepsKernel({ boot }: MachinePlan, { name }: DebianImage): boolean {
  return boot.some(({ image }) => image === name);
}

/** What is done, in order. */
function work(plan: MachinePlan, functions: ReadonlyMap<ImagePlan, string>): string {
  const images = new Map(plan.images.map((image) => [image.name, image]));
  const lines = plan.images.map((image) => functions.get(image) ?? existingImage(image));
  for (const { image, part, file } of plan.boot) {
    const from = hostPath(`${imageNamed(image, images).file}${kernelSuffix[part]}`);
    lines.push(`boot_file ${from} ${hostPath(file)}`);
  }
  for (const disk of plan.disks) lines.push(diskLine(disk, images));
  if (plan.seed !== undefined) lines.push(...seedLines(plan.vm));
  return lines.length === 0 ? 'say "there is nothing to do."' : lines.join("\n");
}

function existingImage({ name, file }: ImagePlan): string {
  return `[ -e ${hostPath(file)} ] || die ${shellWord(`${file} is missing, the image ${name}.`)}`;
}

function diskLine(disk: DiskPlan, images: ReadonlyMap<string, ImagePlan>): string {
  const target = hostPath(disk.target);
  switch (disk.action) {
    case "overlay":
      return ["overlay_disk", target, ...imageWords(disk.image, images), ...sizeWords(disk)].join(
        " ",
      );
    case "copy": {
      const image = imageWords(disk.image, images);
      const words = disk.isBlockDevice
        ? ["copy_to_device", shellWord(disk.target), ...image]
        : ["copy_disk", target, ...image, ...sizeWords(disk)];
      return words.join(" ");
    }
    case "empty": {
      const format = formatsOfQemu[disk.format] ?? disk.format;
      return ["empty_disk", target, format, String(disk.size), ...formatter(disk)].join(" ");
    }
    case "existing":
      return `wanted_disk ${disk.isBlockDevice ? shellWord(disk.target) : target}`;
    case "elsewhere":
      return `# ${disk.device} is served by another machine or by a script, which provides it.`;
    default:
      return assertNever(disk);
  }
}

/** QEMU has a name of its own for the format of Virtual PC. */
const formatsOfQemu: Readonly<Record<string, string>> = { vhd: "vpc" };

function imageWords(name: string, images: ReadonlyMap<string, ImagePlan>): readonly string[] {
  const { file, format } = imageNamed(name, images);
  return [hostPath(file), format];
}

function imageNamed(name: string, images: ReadonlyMap<string, ImagePlan>): ImagePlan {
  const image = images.get(name);
  invariant(image !== undefined, `the plan has the image ${name}`);
  return image;
}

function sizeWords({ size }: { readonly size?: number }): readonly string[] {
  return size === undefined ? [] : [String(size)];
}

/** The command that makes a filesystem in the file that is its last argument. */
function formatter({ filesystem }: DiskPlan & { readonly action: "empty" }): readonly string[] {
  if (filesystem === undefined) return [];
  const { type, label } = filesystem;
  const labelled = label === undefined ? [] : ["-L", shellWord(label)];
  if (type === "swap") return ["mkswap", ...labelled];
  return ["mke2fs", "-q", "-F", "-t", shellWord(type), ...labelled];
}

/** The seed changes with the description, so it is made anew each time. */
function seedLines(vm: string): readonly string[] {
  const script = `"$here"${shellWord(`/${vm}.seed/make-seed.sh`)}`;
  return [
    `if [ -e ${script} ]; then`,
    `    ROOT=$root sh ${script}`,
    "else",
    "    say 'the seed is not made: build with the backend cloud-init too.'",
    "fi",
  ];
}
