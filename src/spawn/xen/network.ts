/** What xl is told of the network skeleton: `vif` (xl-network-configuration(5)). */

import type { Place, VmModel } from "../../vm/model/model.ts";
import type { NetworkInterface, Rate } from "../../vm/model/network.ts";
import { printDevice } from "./device-spec.ts";
import { computedKey, row, valuesOf, type XenContext, type XlKey, type XlRow } from "./xl-table.ts";

export const networkKeys: readonly XlKey[] = [computedKey("vif", "/network/interfaces", {}, vifs)];

/** The options of a `vif`, in the order in which they are written. */
const vifOptions: readonly XlRow<NetworkInterface, string | number>[] = [
  row("mac", ["mac"], {}, ({ mac }) => mac),
  row("bridge", ["bridge"], {}, ({ bridge }) => bridge),
  row("type", ["model"], { guests: ["hvm"] }, vifType),
  row("model", ["model"], { guests: ["hvm"] }, emulatedModel),
  row("script", ["script"], {}, ({ script }) => script),
  row("backend", ["backend"], {}, ({ backend }) => backend),
  row("rate", ["rate"], {}, ({ rate }) => rateText(rate)),
  row("mtu", ["mtu"], { since: 15 }, ({ mtu }) => mtu),
  row("vlan", ["vlan"], { since: 19 }, ({ vlan }) => vlan),
];

/** One specification for each interface; their order numbers them. */
function vifs({ network }: VmModel, ctx: XenContext): readonly string[] | undefined {
  if (network.interfaces === undefined || network.interfaces.size === 0) return undefined;
  return [...network.interfaces].map(([name, device]) => {
    const place = ["network", "interfaces", name];
    checkRate(ctx, device, place);
    return printDevice(valuesOf(ctx, vifOptions, device, place));
  });
}

/** Every guest but an emulated PC has paravirtual interfaces only, so there is nothing to say. */
function vifType({ model }: NetworkInterface, { vm }: XenContext): string | undefined {
  if (model === undefined || (model === "netfront" && vm.system.type !== "hvm")) return undefined;
  return model === "netfront" ? "vif" : "ioemu";
}

/** The model as the device model spells it. */
function emulatedModel({ model }: NetworkInterface, { vm }: XenContext): string | undefined {
  if (vm.system.type !== "hvm" || model === "netfront") return undefined;
  return model === "virtio" ? "virtio-net" : model;
}

function rateText(rate: Rate | undefined): string | undefined {
  if (rate === undefined) return undefined;
  const interval = rate.interval === undefined ? "" : `@${rate.interval}us`;
  return `${rate.average}Kb/s${interval}`;
}

/** In microseconds. */
const defaultInterval = 50_000;

/** Xen counts bytes in an interval; none at all would be no limit. */
function checkRate({ report }: XenContext, { rate }: NetworkInterface, place: Place): void {
  if (rate === undefined) return;
  const interval = rate.interval ?? defaultInterval;
  const bytesPerSecond = Math.floor((rate.average * 1000) / 8);
  if (bytesPerSecond * interval < 1_000_000)
    report("xen-rate-too-low", [...place, "rate"], { interval });
}
