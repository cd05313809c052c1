/** The keys of xm, and what became of them in xl. */

/** Keys that xl has under the same name and with the same meaning. */
export const sameKeys: readonly string[] = [
  ...["name", "uuid", "builder", "kernel", "ramdisk", "root", "extra", "bootloader", "memory"],
  ...["maxmem", "shadow_memory", "cpus", "cpu_weight", "vcpus", "on_poweroff", "on_reboot"],
  ...[
    "on_crash",
    "acpi",
    "apic",
    "pae",
    "hap",
    "hpet",
    "localtime",
    "rtc_timeoffset",
    "timer_mode",
  ],
  ...["tsc_mode", "vpt_align", "viridian", "xen_platform_pci", "nomigrate", "oos", "stdvga"],
  ...["videoram", "vnc", "vncdisplay", "vnclisten", "vncpasswd", "vncunused", "sdl", "opengl"],
  ...["display", "xauthority", "keymap", "nographic", "serial", "soundhw", "usb", "usbdevice"],
  ...["boot", "pci", "pci_msitranslate", "pci_power_mgmt", "gfx_passthru", "ioports", "vfb"],
  ...["vtpm", "cpuid", "disk", "vif", "device_model", "vncviewer", "vif2"],
];

/** Keys that xl has under another name. */
export const renamedKeys: Readonly<Record<string, string>> = {
  cpu_cap: "cap",
  bootargs: "bootloader_args",
  cpu: "cpus",
  irq: "irqs",
};

const ofNoUse = "xl has nothing like it, and does well without";

/** Keys without a counterpart, and why that does no harm. */
export const idleXmKeys: Readonly<Record<string, string>> = {
  vncconsole: "xl starts a viewer when it is called with -V",
  on_xend_start: "what starts with the host is a link in /etc/xen/auto today",
  on_xend_stop: "what happens when the host stops is for xendomains to say today",
  loader: "xl finds the loader of an hvm guest by itself",
  description: ofNoUse,
  vhpt: "it was for Itanium",
  guest_os_type: "it was for Itanium",
  isa: "it was for emulated PCs of old",
  monitor: ofNoUse,
  monitor_path: ofNoUse,
  ssidref: ofNoUse,
  s3_integrity: ofNoUse,
  memory_sharing: ofNoUse,
  superpages: ofNoUse,
  target: ofNoUse,
  cpuid_check: ofNoUse,
  suppress_spurious_page_faults: ofNoUse,
  netif: "it was for guests that serve network devices, which driver_domain is for today",
  blkif: "it was for guests that serve disks, which driver_domain is for today",
  tpmif: "it was for guests that serve TPMs",
  bootentry: "the boot loader of old is gone",
};

/** Keys that say something which cannot be said any more. */
export const lostXmKeys: Readonly<Record<string, string>> = {
  fda: "floppy disks",
  fdb: "floppy disks",
  parallel: "parallel ports",
  features: "the features of a paravirtual kernel",
  vscsi: "SCSI devices of the host",
  vusb: "USB devices in the words of xm",
  machine_address_size: "the width of the addresses of the host's memory",
  ne2000: "network cards for all interfaces; set 'model' of each",
  audio: "sound cards in the words of Xen 3.0; set /hardware/devices/sound",
};

/** Keys that are read together, into others. */
export const joinedKeys: readonly string[] = [
  ...["ip", "netmask", "gateway", "hostname", "interface", "dhcp", "nfs_server", "nfs_root"],
  ...["restart", "vcpu_avail", "nics", "access_control", "cdrom"],
];

/** Keys by which a file is known to be one for xm. */
export const telltaleKeys: ReadonlySet<string> = new Set([
  ...["cpu_cap", "bootargs", "vcpu_avail", "restart", "access_control", "ip", "netmask", "gateway"],
  ...["dhcp", "nfs_server", "nfs_root", "nics", "vncconsole", "on_xend_start", "on_xend_stop"],
  ...["fda", "fdb", "ne2000", "audio", "ssidref", "features", "blkif", "netif", "tpmif"],
]);

export function isXmKey(key: string): boolean {
  const tables = [renamedKeys, idleXmKeys, lostXmKeys];
  return (
    sameKeys.includes(key) ||
    joinedKeys.includes(key) ||
    tables.some((table) => Object.hasOwn(table, key))
  );
}
