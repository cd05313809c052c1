/** What xl is told of consoles: graphical ones over VNC, and serial ports. */

import type { SerialPort } from "../../vm/model/devices.ts";
import type { Vnc } from "../../vm/model/graphics.ts";
import type { VmModel } from "../../vm/model/model.ts";
import { printDevice } from "./device-spec.ts";
import {
  computedKey,
  requireRelease,
  row,
  valuesOf,
  type XenContext,
  type XlKey,
  type XlRow,
} from "./xl-table.ts";

const vncPlace = ["hardware", "devices", "graphics", "vnc"];

/** An emulated PC has its graphics card anyway; a paravirtual guest is given a frame buffer. */
export const consoleKeys: readonly XlKey[] = [
  row("vfb", vncPlace, { guests: ["pv"] }, frameBuffers),
  row("vnc", vncPlace, { guests: ["hvm"] }, vncSwitch),
  ofEmulatedPc("vnclisten", "listen", ({ listen }) => listen),
  ofEmulatedPc("vncdisplay", "display", ({ display }) => display),
  ofEmulatedPc("vncunused", "autoport", ({ autoport }) => Number(autoport)),
  ofEmulatedPc("keymap", "keymap", ({ keymap }) => keymap),
  computedKey("serial", "/hardware/devices/serial", { guests: ["hvm"] }, serialPorts),
];

const frameBufferOptions: readonly XlRow<Vnc, string | number>[] = [
  row("vnc", [], {}, () => 1),
  row("vnclisten", ["listen"], {}, ({ listen }) => listen),
  row("vncdisplay", ["display"], {}, ({ display }) => display),
  row("vncunused", ["autoport"], {}, ({ autoport }) => Number(autoport)),
  row("keymap", ["keymap"], {}, ({ keymap }) => keymap),
];

function vncOf({ hardware }: VmModel): Vnc | undefined {
  return hardware.devices.graphics?.vnc;
}

function frameBuffers(vm: VmModel, ctx: XenContext): readonly string[] | undefined {
  const vnc = vncOf(vm);
  if (vnc === undefined || vm.system.type === "hvm") return undefined;
  return [printDevice(valuesOf(ctx, frameBufferOptions, vnc, vncPlace))];
}

/** xl gives an emulated PC a VNC server unless it is told not to. */
function vncSwitch(vm: VmModel): number | undefined {
  if (vm.system.type !== "hvm") return undefined;
  return vncOf(vm) === undefined ? 0 : 1;
}

function ofEmulatedPc(
  name: string,
  field: keyof Vnc,
  value: (vnc: Vnc) => string | number | undefined,
): XlKey {
  return row(name, [...vncPlace, field], { guests: ["hvm"] }, (vm) => {
    const vnc = vncOf(vm);
    return vnc === undefined || vm.system.type !== "hvm" ? undefined : value(vnc);
  });
}

/** One port is a text, as the first releases know no list; several are a list. */
function serialPorts(
  { hardware }: VmModel,
  ctx: XenContext,
): string | readonly string[] | undefined {
  const ports = hardware.devices.serial;
  if (ports === undefined) return undefined;
  const [first, ...others] = ports.map(serialPort);
  if (others.length === 0) return first;
  requireRelease(ctx, "serial=[…]", 5, ["hardware", "devices", "serial", 1]);
  return ports.map(serialPort);
}

function serialPort({ type, path }: SerialPort): string {
  return type === "file" ? `file:${path ?? ""}` : type;
}
