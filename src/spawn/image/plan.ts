/**
 * The plan of a machine's disks: what is made of what, as data. The script does what the plan says, and whoever has
 * other means can do it without the script.
 */

/** A file that an image is given. */
export interface ImageFile {
  readonly path: string;
  readonly permissions: string;
  readonly content: string;
}

/** An image that is made from packages of Debian. */
export interface DebianImage {
  readonly kind: "debian";
  readonly name: string;
  readonly file: string;
  readonly format: "raw" | "qcow2";
  /** Digest of all that follows: an image with another one is another image. */
  readonly hash: string;
  /** In MiB. */
  readonly size: number;
  readonly suite: string;
  readonly architecture: string;
  readonly variant: string;
  readonly mirror: string | undefined;
  readonly components: readonly string[];
  /** As apt takes them: `name` or `name=version`. */
  readonly packages: readonly string[];
  readonly filesystem: { readonly type: string; readonly label: string | undefined };
  /** Whether the filesystem is on a partition, the only one, or on the whole disk. */
  readonly partitioned: boolean;
  readonly files: readonly ImageFile[];
  /** Units of systemd that start with the guest. */
  readonly units: readonly string[];
  /** Patterns of files that belong to one machine and not into an image. */
  readonly removed: readonly string[];
}

/** An image that the host has. */
export interface ExistingImage {
  readonly kind: "existing";
  readonly name: string;
  readonly file: string;
  readonly format: "raw" | "qcow2";
}

export type ImagePlan = DebianImage | ExistingImage;

/** A file of the host that the machine boots from, taken out of an image. */
export interface BootFile {
  readonly image: string;
  readonly part: "kernel" | "ramdisk";
  readonly file: string;
}

export interface DiskTarget {
  readonly device: string;
  readonly target: string;
  readonly isBlockDevice: boolean;
}

export type DiskPlan =
  /** A disk that holds the differences to an image. */
  | (DiskTarget & { readonly action: "overlay"; readonly image: string; readonly size?: number })
  /** A disk that begins as a copy of an image. */
  | (DiskTarget & {
      readonly action: "copy";
      readonly image: string;
      readonly format: string;
      readonly size?: number;
    })
  /** A disk without data, or with an empty filesystem on the whole of it. */
  | (DiskTarget & {
      readonly action: "empty";
      readonly format: string;
      readonly size: number;
      readonly filesystem?: { readonly type: string; readonly label: string | undefined };
    })
  /** A disk that must be there. */
  | (DiskTarget & { readonly action: "existing" })
  /** A disk that another machine or a script serves. */
  | (DiskTarget & { readonly action: "elsewhere" });

export interface MachinePlan {
  readonly vm: string;
  readonly profile: string;
  readonly digest: string;
  readonly images: readonly ImagePlan[];
  readonly boot: readonly BootFile[];
  readonly disks: readonly DiskPlan[];
  /** The disk that cloud-init in the guest reads; a script of the backend cloud-init makes it. */
  readonly seed: string | undefined;
}
