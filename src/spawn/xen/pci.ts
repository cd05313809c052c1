/** What xl is told of PCI devices of the host: `pci` (xl-pci-configuration(5)). */

import type { PciDevice } from "../../vm/model/devices.ts";
import type { Place, VmModel } from "../../vm/model/model.ts";
import { type DeviceRow, deviceOptions, printDevice } from "./device-spec.ts";
import { flag, row, type XenContext } from "./xl-table.ts";

export const pciOptions: readonly DeviceRow<PciDevice>[] = [
  row("permissive", ["permissive"], {}, ({ permissive }) => flag(permissive)),
  row("msitranslate", ["msitranslate"], {}, ({ msitranslate }) => flag(msitranslate)),
  row("seize", ["seize"], { since: 5 }, ({ seize }) => flag(seize)),
  row("power_mgmt", ["power_mgmt"], { guests: ["hvm"] }, ({ power_mgmt }) => flag(power_mgmt)),
  row("rdm_policy", ["rdm_policy"], { guests: ["hvm"], since: 6 }, ({ rdm_policy }) => rdm_policy),
];

export function pciDevices({ hardware }: VmModel, ctx: XenContext): readonly string[] | undefined {
  const { pci } = hardware.devices;
  if (pci === undefined || pci.length === 0) return undefined;
  return pci.map((device, index) => {
    const place = ["hardware", "devices", "pci", index];
    checkAddress(ctx, device, place);
    const { address, slot } = device;
    const position = slot === undefined ? address : `${address}@${slot}`;
    const options = printDevice(deviceOptions(ctx, pciOptions, device, place));
    return options === "" ? position : `${position},${options}`;
  });
}

/** The address and the slot come first, as all releases read them there; both have limits. */
function checkAddress({ report }: XenContext, { address, slot }: PciDevice, place: Place): void {
  const [device = "", bus = "", domain = "0"] = address.split(/[:.]/).toReversed().slice(1);
  if (Number.parseInt(domain, 16) > 0xffff || Number.parseInt(device, 16) > 0x1f || bus === "") {
    report("xen-value-misread", [...place, "address"], {
      value: address,
      reason: "the domain is at most ffff, and the device at most 1f",
    });
  }
  if (slot === undefined || (!slot.includes(".") && Number.parseInt(slot, 16) <= 0x1f)) return;
  report("xen-value-misread", [...place, "slot"], {
    value: slot,
    reason: "the guest sees the device in a slot from 00 to 1f, without a function",
  });
}
