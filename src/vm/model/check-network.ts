/** What must hold between the interfaces of a machine. */

import { parseCidr } from "../ip-address.ts";
import type { Report } from "../reporter.ts";
import { vlansOfTrunk } from "../vlan-trunk.ts";
import type { Place } from "./model.ts";
import type { Network, NetworkInterface } from "./network.ts";
import { excludeEachOther, isTakenBy } from "./report-pairs.ts";

export function checkNetwork({ interfaces }: Network, report: Report): void {
  const owners: Owners = {
    macs: new Map(),
    addresses: new Map(),
    devids: new Map(),
    targets: new Map(),
  };
  for (const [name, device] of interfaces ?? []) {
    checkInterface(device, ["network", "interfaces", name], owners, report);
  }
}

/** Who has what only one may have. */
interface Owners {
  readonly macs: Map<string, string>;
  readonly addresses: Map<bigint, Place>;
  readonly devids: Map<number, Place>;
  readonly targets: Map<string, Place>;
}

function checkInterface(
  device: NetworkInterface,
  place: Place,
  { macs, addresses, devids, targets }: Owners,
  report: Report,
): void {
  excludeEachOther(report, place, device, "vlans", "vlan");
  excludeEachOther(report, place, device, "network", "bridge");
  checkTrunk(device.vlans, [...place, "vlans"], report);
  checkMac(device.mac, place, macs, report);
  for (const [index, text] of device.addresses?.entries() ?? []) {
    const at = [...place, "addresses", index];
    const { value } = parseCidr(text).address;
    isTakenBy(report, at, text, addresses.get(value));
    addresses.set(value, at);
  }
  checkOwner(device.devid, [...place, "devid"], devids, report);
  checkOwner(device.target, [...place, "target"], targets, report);
}

function checkTrunk(trunk: string | undefined, place: Place, report: Report): void {
  if (trunk === undefined || vlansOfTrunk(trunk).every(({ id }) => id >= 1 && id <= 4094)) return;
  report("vm-text-malformed", place, { value: trunk, wanted: "a set of VLANs from 1 to 4094" });
}

function checkOwner<Value extends string | number>(
  value: Value | undefined,
  place: Place,
  owners: Map<Value, Place>,
  report: Report,
): void {
  if (value === undefined) return;
  isTakenBy(report, place, value, owners.get(value));
  owners.set(value, place);
}

function checkMac(mac: string, at: Place, owners: Map<string, string>, report: Report): void {
  const place = [...at, "mac"];
  const name = String(at.at(-1));
  const address = mac.toLowerCase();
  const owner = owners.get(address);
  if (address === "00:00:00:00:00:00") report("vm-mac-zero", place, {});
  if (owner === undefined) {
    owners.set(address, name);
    return;
  }
  const related = [{ place: ["network", "interfaces", owner, "mac"], message: "the same address" }];
  report("vm-mac-duplicate", place, { mac, other: `/network/interfaces/${owner}` }, { related });
}
