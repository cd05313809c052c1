/** The VLANs of a trunk as `pattern.vlanTrunk` has them, in Xen's words (xl-network-configuration(5), `vlan`). */

export interface Vlan {
  readonly id: number;
  /** Whether it is the one whose packets have no tag: `10p`. */
  readonly isNative: boolean;
}

/** In the order in which they are written; `100+10x4` is 100 and four more in steps of 10. */
export function vlansOfTrunk(trunk: string): readonly Vlan[] {
  return trunk.split("/").flatMap((item) => {
    const [, first, native, step = "0", more = "0"] =
      /^([0-9]+)(p?)(?:\+([0-9]+)x([0-9]+))?$/.exec(item) ?? [];
    return Array.from({ length: Number(more) + 1 }, (_, index) => ({
      id: Number(first) + index * Number(step),
      isNative: native === "p" && index === 0,
    }));
  });
}
