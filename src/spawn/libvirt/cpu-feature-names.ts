/** CPU features that libvirt and Xen call by different names. */

const xenNames: readonly (readonly [libvirt: string, xen: string])[] = [
  ["cx16", "cmpxchg16"],
  ["cid", "cntxid"],
  ["ds_cpl", "dscpl"],
  ["pclmuldq", "pclmulqdq"],
  ["pni", "sse3"],
  ["ht", "htt"],
  ["pn", "psn"],
  ["clflush", "clfsh"],
  ["sep", "sysenter"],
  ["cx8", "cmpxchg8"],
  ["nodeid_msr", "nodeid"],
  ["cr8legacy", "altmovcr8"],
  ["lahf_lm", "lahfsahf"],
  ["cmp_legacy", "cmplegacy"],
  ["fxsr_opt", "ffxsr"],
  ["pdpe1gb", "page1gb"],
  ["spec-ctrl", "ibrsb"],
];

const toLibvirt = new Map(xenNames.map(([libvirt, xen]) => [xen, libvirt]));
const toXen = new Map(xenNames);

/** What libvirt calls a feature that has Xen's name. */
export function libvirtFeature(name: string): string {
  return toLibvirt.get(name) ?? name;
}

/** What Xen calls a feature that has libvirt's name. */
export function xenFeature(name: string): string {
  return toXen.get(name) ?? name;
}
