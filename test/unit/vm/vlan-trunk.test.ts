/** The VLANs of a trunk, by the words of xl-network-configuration(5). */
import { expect, it } from "vitest";
import { vlansOfTrunk } from "../../../src/vm/vlan-trunk.ts";

it.each([
  ["10", [10], undefined],
  ["10p/20", [10, 20], 10],
  ["100+10x4", [100, 110, 120, 130, 140], undefined],
  ["5p+1x2/3", [5, 6, 7, 3], 5],
])("of %s are %j", (trunk, ids, native) => {
  const vlans = vlansOfTrunk(trunk);
  expect(vlans.map(({ id }) => id)).toEqual(ids);
  expect(vlans.find(({ isNative }) => isNative)?.id).toBe(native);
});
