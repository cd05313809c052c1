/** What the types of `templates/vmcs` give where a description gives nothing, so that it need not be written. */

/** By path; `*` stands for the key of a map and for an element of a list. */
export const panDefaults: ReadonlyMap<string, string | number | boolean> = new Map<
  string,
  string | number | boolean
>([
  ["/hardware/cpu/count", 1],
  ["/hardware/cpu/arch", "x86_64"],
  ["/hardware/devices/graphics/vnc/listen", "127.0.0.1"],
  ["/hardware/devices/graphics/vnc/autoport", true],
  ["/hardware/devices/serial/*/type", "pty"],
  ["/hardware/devices/channels/*/connection", "pty"],
  ["/system/os/family", "linux"],
  ["/system/lifecycle/on_poweroff", "destroy"],
  ["/system/lifecycle/on_reboot", "restart"],
  ["/system/lifecycle/on_crash", "destroy"],
  ["/system/instances/first", 1],
  ["/system/clock/base", "utc"],
  ["/system/xen/rdm/strategy", "host"],
  ["/system/xen/rdm/policy", "relaxed"],
  ["/storage/directory", "/var/lib/xen/images"],
  ["/storage/disks/*/format", "raw"],
  ["/storage/disks/*/access", "rw"],
  ["/storage/shares/*/security_model", "none"],
  ["/storage/images/*/format", "qcow2"],
  ["/storage/images/*/debian/variant", "minbase"],
  ["/storage/filesystems/*/type", "ext4"],
  ["/software/packages/*/imported", false],
  ["/software/repositories/*/type", "deb"],
  ["/software/services/*/enabled", true],
  ["/software/users/*/lock_passwd", true],
  ["/software/users/*/system", false],
  ["/software/files/*/content", ""],
  ["/software/files/*/owner", "root:root"],
  ["/software/files/*/permissions", "0644"],
  ["/software/cloud_init/device", "xvdz"],
]);

/** Defaults that are written nevertheless: what a machine is matters more than brevity. */
export const writtenAnyway: ReadonlySet<string> = new Set([
  "/hardware/cpu/count",
  "/hardware/devices/serial/*/type",
  "/hardware/devices/channels/*/connection",
  "/system/xen/rdm/strategy",
]);
