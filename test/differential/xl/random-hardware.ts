/** Random hardware of a machine. */
import type {
  Channel,
  Devices,
  PciDevice,
  SerialPort,
  Tpm,
  Usb,
  UsbController,
  UsbHostDevice,
} from "../../../src/vm/model/devices.ts";
import type { Graphics, Sdl, Spice, Video, Vnc } from "../../../src/vm/model/graphics.ts";
import type { Hardware, NumaNode } from "../../../src/vm/model/hardware.ts";
import type { GuestType } from "../../../src/vm/model/system.ts";
import type { Random } from "../random.ts";
import {
  between,
  boolean,
  compact,
  domainName,
  hex,
  listOf,
  type MachineWish,
  mapOf,
  maybe,
  plainPath,
  secret,
  some,
  uuid,
} from "./random-values.ts";

export function randomHardware(random: Random, type: GuestType, wish: MachineWish): Hardware {
  const count = between(random, 1, 6);
  const size = random.pick([64, 128, 777, 1024, 4096, 65_536]);
  const numa = wish.onlyXen && type !== "pv" && random.chance(0.15);
  const max = numa ? count : maybe(random, 0.4, () => count + between(random, 0, 4));
  const leaves = wish.onlyXen && random.chance(0.1);
  const memoryMax = numa ? undefined : maybe(random, 0.4, () => size + between(random, 0, 4096));
  // Memory that is populated on demand excludes devices of the host.
  const mayLend = wish.onlyXen && (type === "pv" || memoryMax === undefined);
  return {
    cpu: compact<Hardware["cpu"]>({
      count,
      max,
      arch: "x86_64",
      features: leaves ? undefined : mapOf(cpuFeatures(random)),
      leaves: leaves ? cpuidLeaves(random) : undefined,
      nested: type === "pv" ? undefined : maybe(random, 0.2, () => boolean(random)),
      numa: numa ? numaNodes(random, count, size) : undefined,
    }),
    memory: compact<Hardware["memory"]>({
      size,
      max: memoryMax,
    }),
    devices: randomDevices(random, type, { ...wish, mayLend }),
  };
}

function cpuFeatures(random: Random): readonly (readonly [string, string])[] {
  if (!random.chance(0.2)) return [];
  const names = ["aes", "avx", "invtsc", "pcid", "rdtscp", "x2apic"];
  return some(random, names, 0.5).map((name) => [name, random.pick(["0", "1", "x", "k"])]);
}

function cpuidLeaves(random: Random): readonly string[] {
  const policy = (): string => random.times(32, () => random.pick([..."01xk"])).join("");
  return [`0x1:ecx=${policy()},edx=${policy()}`, `0x7,0x0:ebx=${policy()}`].slice(random.int(2));
}

/** Nodes that share out the CPUs and the memory. */
function numaNodes(random: Random, count: number, size: number): readonly NumaNode[] {
  const nodes = Math.min(count, between(random, 1, 2));
  const first = Math.floor(size / nodes);
  return random.times(nodes, (index) => ({
    host_node: 0,
    memory: index === 0 ? first : size - first,
    cpus:
      nodes === 1
        ? range(0, count - 1)
        : index === 0
          ? range(0, Math.floor(count / 2) - 1)
          : range(Math.floor(count / 2), count - 1),
    distances: random.times(nodes, (other) => (other === index ? 10 : 20)),
  }));
}

function range(first: number, last: number): string {
  return first === last ? String(first) : `${first}-${last}`;
}

interface DeviceWish extends MachineWish {
  readonly mayLend: boolean;
}

function randomDevices(random: Random, type: GuestType, wish: DeviceWish): Devices {
  const hvm = type === "hvm";
  const usb = hvm ? maybe(random, 0.4, () => randomUsb(random, wish)) : undefined;
  return compact<Devices>({
    graphics: type === "pvh" ? undefined : randomGraphics(random, type, usb),
    video: hvm ? maybe(random, 0.4, () => randomVideo(random, wish)) : undefined,
    serial: hvm ? listOf(random.times(random.int(3), () => serialPort(random))) : undefined,
    sound: hvm
      ? maybe(random, 0.2, () => [random.pick(["hda", "ac97", "es1370"] as const)])
      : undefined,
    pci: wish.mayLend ? listOf(pciDevices(random, type)) : undefined,
    usb,
    tpm: wish.onlyXen ? maybe(random, 0.1, () => [randomTpm(random)]) : undefined,
    channels: mapOf(channels(random)),
  });
}

function randomGraphics(
  random: Random,
  type: GuestType,
  usb: Usb | undefined,
): Graphics | undefined {
  const graphics = compact<Graphics>({
    vnc: maybe(random, 0.4, () => randomVnc(random)),
    sdl: maybe(random, 0.1, () => randomSdl(random)),
    spice: type === "hvm" ? maybe(random, 0.2, () => randomSpice(random, usb)) : undefined,
  });
  return Object.keys(graphics).length === 0 ? undefined : graphics;
}

const keymaps = ["de", "en-us", "fr-be", "pt-br"];

function randomVnc(random: Random): Vnc {
  return compact<Vnc>({
    listen: random.pick(["127.0.0.1", "0.0.0.0", "192.0.2.1"]),
    display: maybe(random, 0.4, () => random.int(100)),
    autoport: boolean(random),
    password: maybe(random, 0.3, () => secret(random)),
    keymap: maybe(random, 0.3, () => random.pick(keymaps)),
  });
}

function randomSdl(random: Random): Sdl {
  return compact<Sdl>({
    opengl: maybe(random, 0.5, () => boolean(random)),
    display: maybe(random, 0.5, () => ":0.0"),
    xauthority: maybe(random, 0.5, () => plainPath(random, ".xauth")),
  });
}

function randomSpice(random: Random, usb: Usb | undefined): Spice {
  const open = boolean(random);
  const vdagent = maybe(random, 0.5, () => true);
  return compact<Spice>({
    listen: maybe(random, 0.5, () => "127.0.0.1"),
    port: between(random, 5900, 6900),
    tls_port: maybe(random, 0.3, () => between(random, 7000, 7999)),
    password: open ? undefined : secret(random),
    disable_ticketing: open ? true : undefined,
    agent_mouse: maybe(random, 0.3, () => boolean(random)),
    vdagent,
    clipboard_sharing: vdagent === undefined ? undefined : maybe(random, 0.5, () => true),
    usb_redirection: usb === undefined ? maybe(random, 0.3, () => random.int(5)) : undefined,
    image_compression: maybe(random, 0.3, () => random.pick(["auto_glz", "quic", "off"])),
    streaming_video: maybe(random, 0.3, () => random.pick(["filter", "all", "off"])),
  });
}

function randomVideo(random: Random, wish: MachineWish): Video {
  const model = random.pick(["none", "stdvga", "cirrus", "qxl"] as const);
  return compact<Video>({
    model,
    ram: model === "none" ? undefined : maybe(random, 0.4, () => (model === "qxl" ? 128 : 16)),
    passthrough: wish.onlyXen
      ? maybe(random, 0.1, () => random.pick(["default", "igd"]))
      : undefined,
  });
}

function serialPort(random: Random): SerialPort {
  const type = random.pick([
    "pty",
    "null",
    "file",
    "stdio",
    "vc",
    "pipe",
    "unix",
    "tcp",
    "telnet",
    "udp",
  ] as const);
  switch (type) {
    case "file":
    case "pipe":
    case "unix":
      return { type, path: plainPath(random, ".out") };
    case "tcp":
    case "telnet":
    case "udp":
      return { type, address: `127.0.0.1:${between(random, 1024, 65_535)}` };
    default:
      return { type };
  }
}

function pciDevices(random: Random, type: GuestType): readonly PciDevice[] {
  const flag = (): boolean | undefined => maybe(random, 0.3, () => boolean(random));
  return random.times(random.chance(0.2) ? between(random, 1, 2) : 0, (index) =>
    compact<PciDevice>({
      address:
        `${random.pick(["0000:", ""])}0${index + 1}:${hex(random, 1)}0.${random.int(8)}`.replace(
          /:[0-9a-f]0/,
          ":10",
        ),
      slot: maybe(random, 0.3, () => `0${index + 5}`),
      permissive: flag(),
      msitranslate: flag(),
      seize: flag(),
      power_mgmt: type === "hvm" ? flag() : undefined,
      rdm_policy:
        type === "hvm" ? maybe(random, 0.3, () => random.pick(["strict", "relaxed"])) : undefined,
    }),
  );
}

function randomUsb(random: Random, wish: MachineWish): Usb {
  if (wish.onlyXen && random.chance(0.3)) {
    const version = random.pick([1, 2, 3]);
    const ports = version === 3 ? between(random, 1, 15) : 2 * (2 * version - 1);
    const controllers = [
      compact<UsbController>({
        type: random.pick(["devicemodel", "auto"]),
        version,
        ports,
      }),
    ];
    const devices = random.times(random.int(2), () =>
      compact<UsbHostDevice>({
        bus: between(random, 1, 9),
        address: between(random, 1, 100),
        controller: 0,
        port: between(random, 1, ports),
      }),
    );
    return compact<Usb>({ controllers, host_devices: listOf(devices) });
  }
  if (random.chance(0.3)) return { version: random.pick([1, 2, 3]) };
  return compact<Usb>({
    enabled: true,
    devices: listOf(some(random, ["tablet", "mouse", "host:1234:abcd"], 0.4)),
  });
}

function randomTpm(random: Random): Tpm {
  return compact<Tpm>({
    backend: domainName(random),
    uuid: maybe(random, 0.5, () => uuid(random)),
  });
}

function channels(random: Random): readonly (readonly [string, Channel])[] {
  const names = ["org.qemu.guest_agent.0", "vendor.log-1"];
  return some(random, names, 0.15).map((name) => [
    name,
    random.chance(0.5)
      ? { connection: "pty" }
      : { connection: "socket", path: plainPath(random, ".sock") },
  ]);
}
