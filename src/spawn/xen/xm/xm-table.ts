/** The keys of xm: since which release of Xen 3 it knows them, and how xl calls them (research in its own sources). */

export interface XmKey {
  /** As xm spells it. */
  readonly name: string;
  /** The minor release of Xen 3 that knew it first; 5 and 6 stand for Xen 4.0 and 4.1, whose tool it still was. */
  readonly since: number;
  /** What the value becomes. */
  readonly form: "same" | "list" | "words" | "number";
}

function same(since: number, ...names: readonly string[]): readonly (readonly [string, XmKey])[] {
  return names.map((name) => [name, { name, since, form: "same" }]);
}

/** By xl's name. */
export const xmKeys: ReadonlyMap<string, XmKey> = new Map<string, XmKey>([
  ...same(0, "name", "uuid", "memory", "maxmem", "kernel", "ramdisk", "root", "extra"),
  ...same(0, "bootloader", "cpu_weight", "on_poweroff", "on_reboot", "on_crash", "boot"),
  ...same(0, "acpi", "apic", "pae", "localtime", "stdvga", "nographic", "usb", "vnc", "sdl"),
  ...same(0, "display", "xauthority", "cpus"),
  ...same(1, "shadow_memory", "soundhw", "keymap", "vncdisplay", "vnclisten", "vncpasswd"),
  ...same(1, "vncunused", "rtc_timeoffset"),
  ...same(3, "hap", "hpet", "videoram", "opengl", "cpuid"),
  ...same(4, "viridian", "vpt_align", "xen_platform_pci", "pci_msitranslate", "pci_power_mgmt"),
  ...same(5, "nomigrate", "oos", "gfx_passthru"),
  ["cap", { name: "cpu_cap", since: 1, form: "same" }],
  ["bootloader_args", { name: "bootargs", since: 1, form: "words" }],
  ["usbdevice", { name: "usbdevice", since: 1, form: "same" }],
  ["serial", { name: "serial", since: 0, form: "same" }],
  ["irqs", { name: "irq", since: 0, form: "list" }],
  ["ioports", { name: "ioports", since: 0, form: "list" }],
  ["pci", { name: "pci", since: 0, form: "list" }],
  ["timer_mode", { name: "timer_mode", since: 2, form: "number" }],
  ["tsc_mode", { name: "tsc_mode", since: 5, form: "number" }],
]);

/** Modes that xm has by number. */
export const numberedModes: Readonly<Record<string, readonly string[]>> = {
  timer_mode: [
    "delay_for_missed_ticks",
    "no_delay_for_missed_ticks",
    "no_missed_ticks_pending",
    "one_missed_tick_pending",
  ],
  tsc_mode: ["default", "always_emulate", "native", "native_paravirt"],
};
