/** The VLANs of a trunk, as Xen writes them (xl-network-configuration(5), `vlan`). */

/** The numbers of the VLANs that go through with their tag: all but the one marked `p`. */
export function tagsOfTrunk(trunk: string): readonly number[] {
  const tags = trunk.split("/").flatMap(tagsOfItem);
  return [...new Set(tags)].toSorted((a, b) => a - b);
}

/** `20`, or `100+10x4` for 100 and four more in steps of 10; `10p` has no tag. */
function tagsOfItem(item: string): readonly number[] {
  const [, first = "", untagged, step = "0", more = "0"] =
    /^([0-9]+)(p?)(?:\+([0-9]+)x([0-9]+))?$/.exec(item) ?? [];
  const all = Array.from({ length: Number(more) + 1 }, (_, i) => Number(first) + i * Number(step));
  return all.filter((tag, index) => tag >= 1 && tag <= 4094 && !(untagged === "p" && index === 0));
}
