/**
 * Several machines from one description: what differs between them, by index (`/system/instances`).
 *
 * The machine of an index has the description's name with `-INDEX`; identity that is derived follows from the name.
 * Addresses, displays and ports count up from the first machine's. Elsewhere a text says `{index}` where it differs.
 */

import { formatIp, isBroadcast, parseCidr, sameNetwork } from "../ip-address.ts";
import type { Graphics } from "../model/graphics.ts";
import type { Place, VmModel } from "../model/model.ts";
import type { NetworkInterface } from "../model/network.ts";
import type { Report } from "../reporter.ts";
import { hostInterface, hostname, matches, vmName } from "../shape/pattern.ts";

export interface Instance {
  readonly index: number;
  /** Distance to the first one. */
  readonly offset: number;
}

export function instancesOf(count: number, first: number): readonly Instance[] {
  return Array.from({ length: count }, (_, offset) => ({ index: first + offset, offset }));
}

/** `node` and 3 give `node-3`; a name that ends in a separator needs no other. */
export function nameOfInstance(name: string, { index }: Instance): string {
  return /[._-]$/.test(name) ? `${name}${index}` : `${name}-${index}`;
}

/** The model of one instance, given the model that was read for its name. */
export function instanceModel(vm: VmModel, instance: Instance, input: InstanceInput): VmModel {
  const ctx: Context = { instance, ...input };
  const { instances: _, ...system } = withIndex(vm.system, instance);
  return {
    ...vm,
    hardware: instanceHardware(ctx, withIndex(vm.hardware, instance)),
    network: instanceNetwork(ctx, withIndex(vm.network, instance)),
    system: instanceSystem(ctx, system),
    storage: withIndex(vm.storage, instance),
  };
}

/** What one description must not say if it stands for several machines. */
export function checkInstances(vm: VmModel, { isGiven, report }: InstanceInput): void {
  if (isGiven(["system", "uuid"])) {
    report("vm-instances-share-value", ["system", "uuid"], {});
  }
  for (const [device, { source, access }] of vm.storage.disks ?? []) {
    const place = ["storage", "disks", device, "source"];
    if (access === "ro" || !isGiven(place)) continue;
    if (!Object.values(source).some((path) => String(path).includes(placeholder))) {
      report("vm-instances-share-disk", place, { placeholder });
    }
  }
}

export interface InstanceInput {
  /** Whether the description gives the value at a place, so that it was not derived. */
  readonly isGiven: (place: Place) => boolean;
  readonly report: Report;
}

interface Context extends InstanceInput {
  readonly instance: Instance;
}

const placeholder = "{index}";

/** The value with the index in the place of every placeholder. */
function withIndex<T>(value: T, { index }: Instance): T {
  const replace = (part: unknown): unknown => {
    if (typeof part === "string") return part.replaceAll(placeholder, String(index));
    if (Array.isArray(part)) return part.map(replace);
    if (part instanceof Map) return new Map([...part].map(([key, item]) => [key, replace(item)]));
    if (typeof part !== "object" || part === null) return part;
    return Object.fromEntries(Object.entries(part).map(([key, item]) => [key, replace(item)]));
  };
  return replace(value) as T;
}

function instanceSystem(ctx: Context, system: VmModel["system"]): VmModel["system"] {
  const name = nameOfInstance(system.name, ctx.instance);
  if (!matches(vmName, name)) tooLong(ctx, ["system", "name"], name);
  if (system.hostname === undefined) return { ...system, name };
  const [first = "", ...domain] = system.hostname.split(".");
  const host = [nameOfInstance(first, ctx.instance), ...domain].join(".");
  if (!matches(hostname, host)) tooLong(ctx, ["system", "hostname"], host);
  return { ...system, name, hostname: host };
}

function tooLong({ report }: Context, place: Place, value: string): void {
  report("vm-instance-name-too-long", place, { value });
}

function instanceHardware(ctx: Context, hardware: VmModel["hardware"]): VmModel["hardware"] {
  const { graphics } = hardware.devices;
  if (graphics === undefined) return hardware;
  const devices = { ...hardware.devices, graphics: instanceGraphics(ctx, graphics) };
  return { ...hardware, devices };
}

function instanceGraphics(ctx: Context, graphics: Graphics): Graphics {
  const at = ["hardware", "devices", "graphics"];
  const { vnc, spice } = graphics;
  return {
    ...graphics,
    ...(vnc && { vnc: counted(ctx, vnc, { display: 59_635 }, [...at, "vnc"]) }),
    ...(spice && {
      spice: counted(ctx, spice, { port: 65_535, tls_port: 65_535 }, [...at, "spice"]),
    }),
  };
}

/** The record with some of its numbers counted up, of which the greatest that they may be are given. */
function counted<T extends object>(
  { instance, report }: Context,
  record: T,
  most: { readonly [Key in keyof T]?: number },
  place: Place,
): T {
  const numbers = Object.entries(most as Readonly<Record<string, number>>).flatMap(([key, end]) => {
    const value: unknown = record[key as keyof T];
    if (typeof value !== "number") return [];
    const next = value + instance.offset;
    if (next > end) {
      report("vm-instance-number-too-large", [...place, key], { value: next, most: end });
    }
    return [[key, next]];
  });
  return { ...record, ...Object.fromEntries(numbers) };
}

function instanceNetwork(ctx: Context, network: VmModel["network"]): VmModel["network"] {
  if (network.interfaces === undefined) return network;
  const interfaces = [...network.interfaces].map(([name, item]) => {
    return [name, instanceInterface(ctx, item, ["network", "interfaces", name])] as const;
  });
  return { ...network, interfaces: new Map(interfaces) };
}

function instanceInterface(ctx: Context, item: NetworkInterface, place: Place): NetworkInterface {
  const { addresses, allowed_addresses: allowed, target } = item;
  const counting = (field: string, list: readonly string[]): readonly string[] =>
    list.map((text, index) => instanceAddress(ctx, text, [...place, field, index]));
  const device = target === undefined ? undefined : nameOfInstance(target, ctx.instance);
  if (device !== undefined && !matches(hostInterface, device)) {
    tooLong(ctx, [...place, "target"], device);
  }
  return {
    ...item,
    mac: instanceMac(ctx, item.mac, [...place, "mac"]),
    ...(addresses === undefined ? {} : { addresses: counting("addresses", addresses) }),
    ...(allowed === undefined ? {} : { allowed_addresses: counting("allowed_addresses", allowed) }),
    ...(device === undefined ? {} : { target: device }),
  };
}

/** The address that lies as far behind the given one as the instance is behind the first; a network stays. */
function instanceAddress(ctx: Context, text: string, place: Place): string {
  const { address, prefix } = parseCidr(text);
  const isNetwork = text.includes("/") && place.includes("allowed_addresses");
  if (ctx.instance.offset === 0 || isNetwork) return text;
  const next = { ...address, value: address.value + BigInt(ctx.instance.offset) };
  const within = text.includes("/") ? prefix : 0;
  const isIn =
    next.value >> BigInt(next.bits) === 0n &&
    sameNetwork(address, next, within) &&
    !isBroadcast(next, within);
  if (!isIn) {
    ctx.report("vm-instance-address-outside", place, { index: ctx.instance.index, address: text });
    return text;
  }
  return text.includes("/") ? `${formatIp(next)}/${prefix}` : formatIp(next);
}

/** A MAC address that the description gives is the first one's; the last three octets count up. */
function instanceMac({ instance, isGiven, report }: Context, mac: string, place: Place): string {
  if (instance.offset === 0 || !isGiven(place)) return mac;
  const octets = mac.split(":");
  const low = Number.parseInt(octets.slice(3).join(""), 16) + instance.offset;
  if (low > 0xff_ffff) {
    report("vm-instance-mac-outside", place, { index: instance.index, mac });
    return mac;
  }
  const digits = low.toString(16).padStart(6, "0");
  return [...octets.slice(0, 3), digits.slice(0, 2), digits.slice(2, 4), digits.slice(4)].join(":");
}
