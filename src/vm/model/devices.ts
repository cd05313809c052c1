/** Devices other than disks and network interfaces: `/hardware/devices` of the description. */

import * as pattern from "../shape/pattern.ts";
import {
  boolean,
  choice,
  type Infer,
  integer,
  integerOf,
  list,
  map,
  optional,
  record,
  required,
  text,
} from "../shape/shape.ts";
import { graphics, video } from "./graphics.ts";

const serial = record({
  type: required(
    choice("pty", "null", "file", "stdio", "vc", "pipe", "unix", "device", "tcp", "telnet", "udp"),
    "where the other end of the port is",
  ),
  path: optional(text(pattern.path), "the file, for a port of type file, pipe, unix or device"),
  address: optional(
    text(pattern.option),
    "the address HOST:PORT, for a port of type tcp, telnet or udp",
  ),
});

const pci = record({
  address: required(text(pattern.pciAddress), "address of the device on the host"),
  slot: optional(text(pattern.pciSlot), "slot in which the guest sees it"),
  permissive: optional(boolean, "whether the guest may write to all of its configuration space"),
  msitranslate: optional(boolean, "whether MSI interrupts are translated to INTx"),
  seize: optional(boolean, "whether the host's driver is taken off it"),
  power_mgmt: optional(boolean, "whether the guest may set its power states"),
  rdm_policy: optional(
    choice("strict", "relaxed"),
    "what happens if memory that it needs is in use",
  ),
});

const usbController = record({
  type: optional(choice("auto", "pv", "qusb", "devicemodel"), "how it is provided"),
  version: optional(integerOf(1, 2, 3), "version of USB"),
  ports: optional(integer(1, 31), "number of ports"),
  backend: optional(text(pattern.vmName), "machine that serves it, where that is not the host"),
});

const usbHostDevice = record({
  bus: required(integer(1, 255), "bus of the device on the host"),
  address: required(integer(1, 127), "number of the device on that bus"),
  controller: optional(integer(0, 255), "controller of the guest that it is plugged into"),
  port: optional(integer(1, 31), "port of that controller"),
});

const usb = record({
  enabled: optional(boolean, "whether an emulated PC has a USB bus"),
  version: optional(integerOf(1, 2, 3), "version of that bus"),
  devices: optional(
    list("device", text(pattern.qemuDevice)),
    "emulated devices such as tablet, and devices of the host as host:VENDOR:PRODUCT",
  ),
  controllers: optional(list("controller", usbController), "controllers of their own"),
  host_devices: optional(list("device", usbHostDevice), "devices of the host, by bus and number"),
});

const tpm = record({
  backend: required(text(pattern.vmName), "machine that serves the TPM"),
  uuid: optional(text(pattern.uuid), "identity of the TPM"),
});

const channel = record({
  connection: required(choice("pty", "socket"), "what it is connected to on the host"),
  path: optional(text(pattern.path), "the socket, for a channel of connection socket"),
  backend: optional(text(pattern.vmName), "machine that serves it, where that is not the host"),
});

export const devices = record({
  graphics: optional(graphics, "graphical consoles"),
  video: optional(video, "graphics card"),
  serial: optional(list("port", serial), "serial ports, the first one first"),
  sound: optional(
    list("card", choice("hda", "ac97", "es1370", "sb16", "cs4231a", "gus", "adlib", "pcspk")),
    "emulated sound cards",
  ),
  pci: optional(list("device", pci), "PCI devices of the host that the guest is given"),
  usb: optional(usb, "USB"),
  tpm: optional(list("device", tpm), "trusted platform modules"),
  channels: optional(
    map("channel", "name", pattern.identifier, channel),
    "channels between host and guest by name, such as org.qemu.guest_agent.0",
  ),
});

export type Devices = Infer<typeof devices>;
export type SerialPort = Infer<typeof serial>;
export type PciDevice = Infer<typeof pci>;
export type Usb = Infer<typeof usb>;
export type UsbController = Infer<typeof usbController>;
export type UsbHostDevice = Infer<typeof usbHostDevice>;
export type Tpm = Infer<typeof tpm>;
export type Channel = Infer<typeof channel>;
