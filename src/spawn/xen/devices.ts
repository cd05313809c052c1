/** What xl is told of devices other than disks, interfaces and consoles. */

import type { Channel, Tpm, UsbController, UsbHostDevice } from "../../vm/model/devices.ts";
import type { Place, VmModel } from "../../vm/model/model.ts";
import { type DeviceRow, deviceText } from "./device-spec.ts";
import { pciDevices } from "./pci.ts";
import {
  computedKey,
  plainKey,
  type Readers,
  requireRelease,
  row,
  type XenContext,
  type XlKey,
} from "./xl-table.ts";

const hvm: Readers = { guests: ["hvm"] };

export const deviceKeys: readonly XlKey[] = [
  computedKey("soundhw", "/hardware/devices/sound", hvm, soundCard),
  plainKey("usb", "/hardware/devices/usb/enabled", hvm),
  plainKey("usbversion", "/hardware/devices/usb/version", { ...hvm, since: 4 }),
  computedKey("usbdevice", "/hardware/devices/usb/devices", hvm, usbDevices),
  listKey("usbctrl", ["usb", "controllers"], 7, usbControllers),
  listKey("usbdev", ["usb", "host_devices"], 7, usbHostDevices),
  listKey("pci", ["pci"], 0, pciDevices),
  listKey("vtpm", ["tpm"], 3, tpms),
];

/** xl.cfg has it in the software part: a channel is there for an agent in the guest. */
export const channelKey: XlKey = listKey("channel", ["channels"], 5, channels);

function listKey(name: string, at: Place, since: number, value: XlKey["value"]): XlKey {
  return row(name, ["hardware", "devices", ...at], { since }, value);
}

/** The texts for some devices; none at all where there are none. */
function texts<Device>(
  ctx: XenContext,
  rows: readonly DeviceRow<Device>[],
  devices: Iterable<Device> | undefined,
  placeOf: (index: number) => Place,
): readonly string[] | undefined {
  const written = [...(devices ?? [])].map((device, index) =>
    deviceText(ctx, rows, device, placeOf(index)),
  );
  return written.length === 0 ? undefined : written;
}

/** Since 4.17 xl looks the whole text up in a list of cards. */
function soundCard({ hardware }: VmModel, { report }: XenContext): string | undefined {
  const [first, ...others] = hardware.devices.sound ?? [];
  if (others.length > 0) {
    const what = "more than one sound card";
    report("xen-cannot-express", ["hardware", "devices", "sound", 1], { what });
  }
  return first;
}

/** One device is a text, as the first release knows no list; several are a list. */
function usbDevices(
  { hardware }: VmModel,
  ctx: XenContext,
): string | readonly string[] | undefined {
  const devices = hardware.devices.usb?.devices ?? [];
  if (devices.length < 2) return devices[0];
  requireRelease(ctx, "usbdevice=[…]", 3, ["hardware", "devices", "usb", "devices", 1]);
  return devices;
}

export const controllerRows: readonly DeviceRow<UsbController>[] = [
  row("type", ["type"], {}, ({ type }) => type),
  row("version", ["version"], {}, ({ version }) => version),
  row("ports", ["ports"], {}, ({ ports }) => ports),
];

function usbControllers({ hardware }: VmModel, ctx: XenContext): readonly string[] | undefined {
  const controllers = hardware.devices.usb?.controllers;
  const place = (index: number): Place => ["hardware", "devices", "usb", "controllers", index];
  for (const [index, { backend }] of controllers?.entries() ?? []) {
    if (backend === undefined) continue;
    ctx.report("xen-cannot-express", [...place(index), "backend"], {
      what: "the backend of a USB controller",
    });
  }
  return texts(ctx, controllerRows, controllers, place);
}

export const hostDeviceRows: readonly DeviceRow<UsbHostDevice>[] = [
  row("type", [], {}, () => "hostdev"),
  row("hostbus", ["bus"], {}, ({ bus }) => bus),
  row("hostaddr", ["address"], {}, ({ address }) => address),
  row("controller", ["controller"], {}, ({ controller }) => controller),
  row("port", ["port"], {}, ({ port }) => port),
];

function usbHostDevices({ hardware }: VmModel, ctx: XenContext): readonly string[] | undefined {
  const place = (index: number): Place => ["hardware", "devices", "usb", "host_devices", index];
  return texts(ctx, hostDeviceRows, hardware.devices.usb?.host_devices, place);
}

export const tpmRows: readonly DeviceRow<Tpm>[] = [
  row("backend", ["backend"], {}, ({ backend }) => backend),
  row("uuid", ["uuid"], {}, ({ uuid }) => uuid),
];

function tpms({ hardware }: VmModel, ctx: XenContext): readonly string[] | undefined {
  return texts(ctx, tpmRows, hardware.devices.tpm, (index) => [
    "hardware",
    "devices",
    "tpm",
    index,
  ]);
}

type NamedChannel = readonly [name: string, channel: Channel];

export const channelRows: readonly DeviceRow<NamedChannel>[] = [
  row("name", [], {}, ([name]) => name),
  row("connection", ["connection"], {}, ([, { connection }]) => connection),
  row("path", ["path"], {}, ([, { path }]) => path),
  row("backend", ["backend"], {}, ([, { backend }]) => backend),
];

function channels({ hardware }: VmModel, ctx: XenContext): readonly string[] | undefined {
  const named = [...(hardware.devices.channels ?? [])];
  return texts(ctx, channelRows, named, (index) => [
    "hardware",
    "devices",
    "channels",
    named[index]?.[0] ?? "",
  ]);
}
