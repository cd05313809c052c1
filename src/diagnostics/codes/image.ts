import type { Definitions } from "../definition.ts";

/** What the images of disks cannot be made of. */
export const imageCodes = {
  "image-unknown": {
    severity: "error",
    message: "{path} is '{name}', but there is no such image in /storage/images.",
    help: "Say where it is by /storage/images/{name}/file.",
    explanation: `A disk that starts as a copy of an image names it; \`/storage/images\` says where the image is and, if it does not
exist, how it is made. A host may know images by name, but to make a disk their files are needed.

Wrong:

    '/storage/disks/xvda/image' = 'debian-12';

Right:

    '/storage/images/debian-12' = dict(
        'file', '/srv/images/debian-12.qcow2',
        'format', 'qcow2',
        'size', 4 * GiB,
        'debian', dict('suite', 'bookworm'),
    );
    '/storage/disks/xvda/image' = 'debian-12';`,
  },
  "image-larger-than-disk": {
    severity: "error",
    message: "{path} is {size} MiB, but {image} has {least} MiB.",
    help: "Make the disk at least as large as its image.",
    explanation: `A disk begins as a copy of its image, so it cannot be smaller. If it is larger, the guest grows its filesystem when it
boots.

Wrong:

    '/storage/images/debian-12/size' = 4 * GiB;
    '/storage/disks/xvda' = dict('image', 'debian-12', 'size', 2 * GiB);

Right:

    '/storage/disks/xvda' = dict('image', 'debian-12', 'size', 20 * GiB);`,
  },
  "image-disk-format": {
    severity: "error",
    message: "{path} is '{format}', but a disk that starts from an image is raw or qcow2.",
    help: "Choose 'qcow2' for a disk that holds the differences to the image, 'raw' for a copy of it.",
    explanation: `A qcow2 disk keeps what differs from its image, and is made at once. A raw disk is a whole copy. The other formats
are old, and disks in them can be used but not made from images.

Wrong:

    '/storage/disks/xvda' = dict('image', 'debian-12', 'format', 'vhd', 'size', 20 * GiB);

Right:

    '/storage/disks/xvda' = dict('image', 'debian-12', 'format', 'qcow2', 'size', 20 * GiB);`,
  },
  "image-filesystem-not-made": {
    severity: "error",
    message: "{path} is '{type}', but images are made with ext2, ext3 or ext4.",
    help: "Set it to 'ext4'.",
    explanation: `The filesystem of an image is made from its files without mounting anything, which needs no root. Only the tools of
ext2, ext3 and ext4 can do that.

Wrong:

    '/storage/filesystems/root' = dict('device', 'xvda', 'mount', '/', 'type', 'xfs');

Right:

    '/storage/filesystems/root' = dict('device', 'xvda', 'mount', '/', 'type', 'ext4');`,
  },
  "image-partitions": {
    severity: "error",
    message:
      "{path}: the image of {disk} can have one filesystem, on the whole disk or on {disk}1.",
    help: "Put the other filesystems on disks of their own.",
    explanation: `An image that is made from packages holds the root filesystem, on the whole disk or on its only partition. Swap
space and data on disks of their own can be moved, grown and thrown away by themselves.

Wrong:

    '/storage/filesystems/root' = dict('device', 'xvda1', 'mount', '/');
    '/storage/filesystems/swap' = dict('device', 'xvda2', 'type', 'swap');

Right:

    '/storage/filesystems/root' = dict('device', 'xvda1', 'mount', '/');
    '/storage/disks/xvdb' = create('vmcs/disk/file', 'size', 1 * GiB);
    '/storage/filesystems/swap' = dict('device', 'xvdb', 'type', 'swap');`,
  },
  "image-disk-not-made": {
    severity: "warning",
    message: "{path} has neither a size nor an image, so {file} is not made and must be there.",
    help: "Set {path}/size, if it is to be made.",
    explanation: `A disk of a given size is made empty, a disk with an image starts as a copy of it. Of any other disk it is only
checked that it exists.

Wrong, unless the file exists:

    '/storage/disks/xvdb' = create('vmcs/disk/file');

Right:

    '/storage/disks/xvdb' = create('vmcs/disk/file', 'size', 20 * GiB);`,
  },
  "image-without-kernel": {
    severity: "warning",
    message:
      "{path} has no kernel, so {kernel} must come from elsewhere, with modules that fit the image.",
    help: "Add '{name}' to it, and kernel and RAM disk are taken out of the image.",
    explanation: `Where an image has a package \`linux-image-…\`, its kernel and RAM disk are copied to \`/system/boot/kernel\` and
\`/system/boot/ramdisk\`, so that they always fit. Without one, the kernel of the host is used, and its modules may be missing
in the guest.

Wrong:

    '/storage/images/debian-12/debian' = dict('suite', 'bookworm');
    '/system/boot/kernel' = '/var/lib/xen/boot/vmlinuz';

Right:

    '/storage/images/debian-12/debian' = dict('suite', 'bookworm', 'include', list('linux-image-amd64'));
    '/system/boot/kernel' = '/var/lib/xen/boot/vmlinuz';`,
  },
  "image-without-boot-loader": {
    severity: "warning",
    message: "{path} gets no boot loader, but /system/boot/kernel is not given.",
    help: "Set /system/boot/kernel and /system/boot/ramdisk, which are then taken out of the image.",
    explanation: `An image that is made from packages holds a filesystem and no boot loader. The guest is booted with the image's kernel,
which is copied to files of the host.

Wrong:

    '/storage/images/debian-12/debian' = dict('suite', 'bookworm', 'include', list('linux-image-amd64'));

Right, beside it:

    '/system/boot/kernel' = '/var/lib/xen/boot/web1-vmlinuz';
    '/system/boot/ramdisk' = '/var/lib/xen/boot/web1-initrd.img';
    '/system/boot/root' = '/dev/xvda ro';`,
  },
} as const satisfies Definitions;
