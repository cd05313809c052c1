/** What xl is told of the network skeleton: `vif` (xl-network-configuration(5)) and `pvcalls`. */

import { didYouMean } from "../../text/did-you-mean.ts";
import type { Place, VmModel } from "../../vm/model/model.ts";
import type { NetworkInterface, Rate } from "../../vm/model/network.ts";
import { type DeviceRow, deviceText, printDevice } from "./device-spec.ts";
import { vifColoNames } from "./vif-colo.ts";
import { computedKey, row, type XenContext, type XlKey } from "./xl-table.ts";

export const networkKeys: readonly XlKey[] = [
  computedKey("vif", "/network/interfaces", {}, vifs),
  computedKey("pvcalls", "/network/pvcalls", { since: 11 }, pvCalls),
];

/** The options of a `vif`, in the order in which they are written. */
export const vifOptions: readonly DeviceRow<NetworkInterface>[] = [
  row("mac", ["mac"], {}, ({ mac }) => mac),
  row("bridge", ["bridge"], {}, ({ bridge }) => bridge),
  row("gatewaydev", ["gateway_device"], { since: 3 }, ({ gateway_device }) => gateway_device),
  row("type", ["model"], { guests: ["hvm"] }, vifType),
  row("model", ["model"], { guests: ["hvm"] }, emulatedModel),
  row("vifname", ["target"], {}, ({ target }) => target),
  row("script", ["script"], {}, ({ script }) => script),
  row("ip", ["allowed_addresses"], {}, allowedAddresses),
  row("backend", ["backend"], {}, ({ backend }) => backend),
  row("rate", ["rate"], {}, ({ rate }) => rateText(rate)),
  row("devid", ["devid"], { since: 9 }, ({ devid }) => devid),
  row("mtu", ["mtu"], { since: 15 }, ({ mtu }) => mtu),
  row("vlan", ["vlan"], { since: 19 }, ({ vlan }) => vlan),
  row("vlan", ["vlans"], { since: 19 }, ({ vlans }) => vlans),
  row("trusted", ["trusted"], { since: 17 }, ({ trusted }) => trusted || undefined),
  row("untrusted", ["trusted"], { since: 17 }, ({ trusted }) =>
    trusted === false ? true : undefined,
  ),
  row("forwarddev", ["colo", "forwarddev"], { guests: ["hvm"], since: 7 }, ({ colo }) =>
    colo?.get("forwarddev"),
  ),
  ...vifColoNames.map((name) => coloOption(name)),
];

function coloOption(name: string): DeviceRow<NetworkInterface> {
  return row(`colo_${name}`, ["colo", name], { guests: ["hvm"], since: 9 }, ({ colo }) =>
    colo?.get(name),
  );
}

/** One specification for each interface; their order numbers them. */
function vifs({ network }: VmModel, ctx: XenContext): readonly string[] | undefined {
  if (network.interfaces === undefined || network.interfaces.size === 0) return undefined;
  return [...network.interfaces].map(([name, device]) => {
    const place = ["network", "interfaces", name];
    checkInterface(ctx, device, place);
    checkRate(ctx, device, place);
    return deviceText(ctx, vifOptions, device, place);
  });
}

function checkInterface({ report }: XenContext, device: NetworkInterface, place: Place): void {
  if (device.network !== undefined) {
    report("xen-cannot-express", [...place, "network"], {
      what: "a virtual network: it attaches interfaces to bridges, so set 'bridge' instead",
    });
  }
  for (const name of device.colo?.keys() ?? []) {
    if (name === "forwarddev" || vifColoNames.includes(name)) continue;
    const help = didYouMean(name, vifColoNames);
    const what = `the option ${name} of COLO for interfaces`;
    report("xen-cannot-express", [...place, "colo", name], { what }, { help });
  }
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

/** The script of the interface takes what it is given apart at blanks. */
function allowedAddresses({ allowed_addresses }: NetworkInterface): string | undefined {
  return allowed_addresses === undefined || allowed_addresses.length === 0
    ? undefined
    : allowed_addresses.join(" ");
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

function pvCalls({ network }: VmModel): readonly string[] | undefined {
  return network.pvcalls?.map(({ backend }) => printDevice([{ name: "backend", value: backend }]));
}
