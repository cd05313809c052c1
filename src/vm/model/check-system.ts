/** What must hold between the values that say how a machine boots and runs. */

import type { Report } from "../reporter.ts";
import type { Place, VmModel } from "./model.ts";
import { excludeEachOther } from "./report-pairs.ts";

export function checkSystem(vm: VmModel, report: Report): void {
  if (vm.system.name === "Domain-0") {
    report("vm-name-reserved", ["system", "name"], { name: vm.system.name });
  }
  checkBoot(vm, report);
  checkCap(vm, report);
  checkScheduling(vm, report);
  checkXen(vm, report);
}

function checkBoot({ system: { boot } }: VmModel, report: Report): void {
  const at = (field: string): readonly string[] => ["system", "boot", field];
  for (const field of ["root", "extra"] as const) {
    if (boot.cmdline !== undefined && boot[field] !== undefined) {
      report("vm-values-exclude-each-other", at(field), { other: "/system/boot/cmdline" });
    }
  }
  excludeEachOther(report, ["system", "boot"], boot, "bootloader", "kernel");
  if (boot.bootloader_args !== undefined && boot.bootloader === undefined) {
    report("vm-value-needs-other", at("bootloader_args"), { other: "/system/boot/bootloader" });
  }
  if (boot.bootloader_user !== undefined && boot.bootloader_restrict !== true) {
    const other = "/system/boot/bootloader_restrict";
    report("vm-value-needs-other", at("bootloader_user"), { other });
  }
  if (boot.ramdisk !== undefined && boot.kernel === undefined) {
    report("vm-value-needs-other", at("ramdisk"), { other: "/system/boot/kernel" });
  }
  for (const [index, value] of boot.order?.entries() ?? []) {
    if (boot.order?.indexOf(value) !== index) {
      report("vm-choice-repeated", ["system", "boot", "order", index], { value });
    }
  }
}

function checkCap({ hardware: { cpu }, system: { scheduling } }: VmModel, report: Report): void {
  const count = cpu.max ?? cpu.count;
  const most = 100 * count;
  if (scheduling.cap !== undefined && scheduling.cap > most) {
    report("vm-cap-above-processors", ["system", "scheduling", "cap"], {
      cap: scheduling.cap,
      count,
      most,
    });
  }
}

function checkScheduling({ hardware: { cpu }, system }: VmModel, report: Report): void {
  const { realtime } = system.scheduling;
  if (realtime !== undefined && realtime.budget > realtime.period) {
    const other = "/system/scheduling/realtime/budget";
    const args = { limit: realtime.period, other, value: realtime.budget };
    report("vm-limit-below-value", ["system", "scheduling", "realtime", "period"], args);
  }
  const count = cpu.max ?? cpu.count;
  for (const field of ["hard_affinity", "soft_affinity"] as const) {
    const given = system.scheduling[field]?.each?.length;
    if (given === undefined || given === count) continue;
    const args = { given, wanted: count, what: "virtual CPU" };
    report("vm-list-of-wrong-length", ["system", "scheduling", field, "each"], args);
  }
}

function checkXen({ system: { xen } }: VmModel, report: Report): void {
  if (xen?.device_model_override !== undefined && xen.device_model_version === undefined) {
    const other = "/system/xen/device_model_version";
    report("vm-value-needs-other", ["system", "xen", "device_model_override"], { other });
  }
  checkRanges(xen?.ioports, ["system", "xen", "ioports"], 16, report);
  checkRanges(xen?.llc_colors, ["system", "xen", "llc_colors"], 10, report);
}

/** `FIRST-LAST`, each written in a radix. */
function checkRanges(
  ranges: readonly string[] | undefined,
  place: Place,
  radix: number,
  report: Report,
): void {
  for (const [index, value] of ranges?.entries() ?? []) {
    const [first = 0, last = first] = value.split("-").map((end) => Number.parseInt(end, radix));
    if (last >= first) continue;
    const wanted = "a range whose end is not before its beginning";
    report("vm-text-malformed", [...place, index], { value, wanted });
  }
}
