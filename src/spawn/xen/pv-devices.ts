/** What xl is told of paravirtual devices: displays, keyboards and virtio devices (xl.cfg(5)). */

import { formatPlace, type Place, type VmModel } from "../../vm/model/model.ts";
import type { Keyboard, VirtioDevice, VirtualDisplay } from "../../vm/model/xen-devices.ts";
import { type DeviceRow, deviceOptions, deviceText, printDevice } from "./device-spec.ts";
import { soundCards } from "./sound.ts";
import { computedKey, flag, row, type XenContext, type XlKey } from "./xl-table.ts";

export const pvDeviceKeys: readonly XlKey[] = [
  computedKey("vdispl", "/system/xen/vdispl", { since: 10 }, displays),
  computedKey("vsnd", "/system/xen/vsnd", { since: 12 }, soundCards),
  computedKey("vkb", "/system/xen/vkb", { since: 12 }, keyboards),
  computedKey("virtio", "/system/xen/virtio", { platform: "Arm", since: 18 }, virtioDevices),
];

const displayRows: readonly DeviceRow<VirtualDisplay>[] = [
  row("backend", ["backend"], {}, ({ backend }) => backend),
  row("be-alloc", ["be_alloc"], {}, ({ be_alloc }) => flag(be_alloc)),
  row("connectors", ["connectors"], {}, ({ connectors }) =>
    [...(connectors ?? [])].map(([id, size]) => `${id}:${size}`).join(";"),
  ),
];

function displays({ system }: VmModel, ctx: XenContext): readonly string[] | undefined {
  return system.xen?.vdispl?.map((display, index) => {
    const place = ["system", "xen", "vdispl", index];
    if ((display.connectors?.size ?? 0) > 0) return deviceText(ctx, displayRows, display, place);
    const other = formatPlace([...place, "connectors"]);
    ctx.report("vm-value-needs-other", place, { other });
    return "";
  });
}

const keyboardRows: readonly DeviceRow<Keyboard>[] = [
  row("backend", ["backend"], {}, ({ backend }) => backend),
  row("backend-type", ["backend_type"], {}, ({ backend_type }) => backend_type),
  row("unique-id", ["unique_id"], {}, ({ unique_id }) => unique_id),
  keyboardFlag("feature-disable-keyboard", "disable_keyboard"),
  keyboardFlag("feature-disable-pointer", "disable_pointer"),
  keyboardFlag("feature-abs-pointer", "abs_pointer"),
  keyboardFlag("feature-raw-pointer", "raw_pointer"),
  keyboardFlag("feature-multi-touch", "multi_touch"),
  keyboardSize("multi-touch-width", "multi_touch_width"),
  keyboardSize("multi-touch-height", "multi_touch_height"),
  keyboardSize("multi-touch-num-contacts", "multi_touch_num_contacts"),
  keyboardSize("width", "width"),
  keyboardSize("height", "height"),
];

function keyboardFlag(
  name: string,
  field: "disable_keyboard" | "disable_pointer" | "abs_pointer" | "raw_pointer" | "multi_touch",
): DeviceRow<Keyboard> {
  return row(name, [field], {}, (keyboard) => flag(keyboard[field]));
}

function keyboardSize(
  name: string,
  field:
    | "multi_touch_width"
    | "multi_touch_height"
    | "multi_touch_num_contacts"
    | "width"
    | "height",
): DeviceRow<Keyboard> {
  return row(name, [field], {}, (keyboard) => keyboard[field]);
}

function keyboards({ system }: VmModel, ctx: XenContext): readonly string[] | undefined {
  return system.xen?.vkb?.map((keyboard, index) =>
    deviceText(ctx, keyboardRows, keyboard, ["system", "xen", "vkb", index]),
  );
}

const virtioRows: readonly DeviceRow<VirtioDevice>[] = [
  row("backend", ["backend"], {}, ({ backend }) => backend),
  row("transport", ["transport"], {}, ({ transport }) => transport),
  row("grant_usage", ["grant_usage"], {}, ({ grant_usage }) => flag(grant_usage)),
];

function virtioDevices({ system }: VmModel, ctx: XenContext): readonly string[] | undefined {
  return system.xen?.virtio?.map((device, index) => {
    const place = ["system", "xen", "virtio", index];
    const options = printDevice(deviceOptions(ctx, virtioRows, device, place));
    const type = virtioType(ctx, device, [...place, "type"]);
    return options === "" ? type : `${type},${options}`;
  });
}

/** A type that begins with `virtio` takes all up to the second comma; any other ends at the first. */
function virtioType({ report }: XenContext, { type }: VirtioDevice, place: Place): string {
  const commas = type.split(",").length - 1;
  const wanted = type.startsWith("virtio") ? 1 : 0;
  if (commas !== wanted) {
    const reason =
      wanted === 1
        ? "xl expects one comma in a type that begins with virtio, as in virtio,device22"
        : "a comma ends the type";
    report("xen-value-misread", place, { value: type, reason });
  }
  return `type=${type}`;
}
