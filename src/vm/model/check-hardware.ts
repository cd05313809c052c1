/** What must hold between processors, memory and devices. */

import type { Report } from "../reporter.ts";
import { cpusOf } from "./cpu-list.ts";
import type { Devices, SerialPort } from "./devices.ts";
import type { Spice } from "./graphics.ts";
import type { Hardware } from "./hardware.ts";
import { formatPlace, type Place } from "./model.ts";
import { excludeEachOther, isTakenBy } from "./report-pairs.ts";

export function checkHardware(hardware: Hardware, report: Report): void {
  const { cpu, memory, devices } = hardware;
  if (cpu.max !== undefined && cpu.max < cpu.count) {
    const args = { limit: cpu.max, other: "/hardware/cpu/count", value: cpu.count };
    report("vm-limit-below-value", ["hardware", "cpu", "max"], args);
  }
  if (memory.max !== undefined && memory.max < memory.size) {
    const args = { limit: memory.max, other: "/hardware/memory/size", value: memory.size };
    report("vm-limit-below-value", ["hardware", "memory", "max"], args);
  }
  excludeEachOther(report, ["hardware", "cpu"], cpu, "leaves", "features");
  checkNuma(hardware, report);
  checkDevices(devices, report);
}

const numa: Place = ["hardware", "cpu", "numa"];

/** The nodes share out all memory and all processors that the machine can have. */
function checkNuma({ cpu, memory }: Hardware, report: Report): void {
  if (cpu.numa === undefined) return;
  const sum = cpu.numa.reduce((total, node) => total + node.memory, 0);
  const wanted = memory.max ?? memory.size;
  if (sum !== wanted) report("vm-numa-memory", numa, { sum, wanted });
  const nodes = new Map<number, number>();
  for (const [index, node] of cpu.numa.entries()) {
    const count = node.distances.length;
    if (count !== cpu.numa.length) {
      const args = { given: count, wanted: cpu.numa.length, what: "NUMA node" };
      report("vm-list-of-wrong-length", [...numa, index, "distances"], args);
    }
    for (const vcpu of cpusOf(node.cpus) ?? []) {
      const other = nodes.get(vcpu);
      nodes.set(vcpu, index);
      if (other !== undefined) {
        const args = { cpu: vcpu, other: formatPlace([...numa, other, "cpus"]) };
        report("vm-numa-cpu-twice", [...numa, index, "cpus"], args);
      }
    }
  }
  checkNumaCpus(nodes, cpu.max ?? cpu.count, report);
}

function checkNumaCpus(nodes: ReadonlyMap<number, number>, count: number, report: Report): void {
  const missing = Array.from({ length: count }, (_, vcpu) => vcpu).find((vcpu) => !nodes.has(vcpu));
  if (missing !== undefined) report("vm-numa-cpu-missing", numa, { cpu: missing });
  const beyond = [...nodes.keys()].find((vcpu) => vcpu >= count);
  if (beyond !== undefined) report("vm-cpu-unknown", numa, { cpu: beyond, last: count - 1 });
}

function checkDevices(devices: Devices, report: Report): void {
  const at = ["hardware", "devices"];
  for (const [index, port] of devices.serial?.entries() ?? []) {
    checkSerial(port, [...at, "serial", index], report);
  }
  if (devices.graphics?.spice !== undefined) {
    checkSpice(devices.graphics.spice, [...at, "graphics", "spice"], report);
  }
  for (const [name, { connection, path }] of devices.channels ?? []) {
    if (connection === "pty" && path !== undefined) {
      const place = [...at, "channels", name];
      const args = { other: formatPlace([...place, "connection"]), value: connection };
      report("vm-value-without-use", [...place, "path"], args);
    }
  }
  const pci = new Map<string, Place>();
  for (const [index, { address }] of devices.pci?.entries() ?? []) {
    const place = [...at, "pci", index, "address"];
    const key = address.toLowerCase().replace(/^([0-9a-f]{2}:)/, "0000:$1");
    isTakenBy(report, place, address, pci.get(key));
    pci.set(key, place);
  }
  checkUsb(devices, report);
  if (devices.video?.model === "none" && devices.video.ram !== undefined) {
    const args = { other: "/hardware/devices/video/model", value: "none" };
    report("vm-value-without-use", [...at, "video", "ram"], args);
  }
}

const pathTypes = new Set(["file", "pipe", "unix", "device"]);
const addressTypes = new Set(["tcp", "telnet", "udp"]);

function checkSerial({ type, path, address }: SerialPort, place: Place, report: Report): void {
  const fields = [
    ["path", path, pathTypes.has(type)],
    ["address", address, addressTypes.has(type)],
  ] as const;
  for (const [field, value, isWanted] of fields) {
    if (isWanted && value === undefined) {
      const other = formatPlace([...place, field]);
      report("vm-value-needs-other", [...place, "type"], { other });
    } else if (!isWanted && value !== undefined) {
      const other = formatPlace([...place, "type"]);
      report("vm-value-without-use", [...place, field], { other, value: type });
    }
  }
}

function checkSpice(spice: Spice, place: Place, report: Report): void {
  const other = (field: keyof Spice): string => formatPlace([...place, field]);
  if (spice.port === undefined && spice.tls_port === undefined) {
    report("vm-value-needs-other", place, { other: other("port") });
  }
  if (spice.password === undefined && spice.disable_ticketing !== true) {
    report("vm-value-needs-other", place, { other: other("password") });
  }
  if (spice.clipboard_sharing === true && spice.vdagent !== true) {
    report("vm-value-needs-other", [...place, "clipboard_sharing"], { other: other("vdagent") });
  }
}

function checkUsb({ usb }: Devices, report: Report): void {
  if (usb === undefined) return;
  const at = ["hardware", "devices", "usb"];
  const hosts = new Map<string, Place>();
  for (const [index, { bus, address, controller, port }] of usb.host_devices?.entries() ?? []) {
    const place = [...at, "host_devices", index];
    isTakenBy(report, place, `${bus}.${address}`, hosts.get(`${bus}.${address}`));
    hosts.set(`${bus}.${address}`, place);
    const count = usb.controllers?.length ?? 0;
    if (controller !== undefined && count > 0 && controller >= count) {
      report("vm-controller-unknown", [...place, "controller"], { controller, last: count - 1 });
    }
    const ports = controller === undefined ? undefined : usb.controllers?.[controller]?.ports;
    if (port !== undefined && ports !== undefined && port > ports) {
      const args = { value: port, wanted: `one of the ${ports} ports of its controller` };
      report("vm-number-out-of-range", [...place, "port"], args);
    }
  }
}
