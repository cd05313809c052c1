/** What the machine is made of: `/hardware` of the description. */

import * as pattern from "../shape/pattern.ts";
import {
  boolean,
  choice,
  type Infer,
  integer,
  list,
  optional,
  record,
  required,
  text,
} from "../shape/shape.ts";

export const arch = choice("x86_64", "i686", "aarch64", "armv7l");

const cpu = record({
  count: required(integer(1, 4096), "virtual CPUs when the machine starts"),
  max: optional(integer(1, 4096), "virtual CPUs that it can be given while it runs"),
  arch: required(arch, "architecture of the CPUs"),
});

const memory = record({
  size: required(integer(1, 16_777_216, "MiB"), "memory when the machine starts"),
  max: optional(integer(1, 16_777_216, "MiB"), "memory that it can be given while it runs"),
});

const vnc = record({
  listen: required(text(pattern.ip), "address of the host on which to listen"),
  display: optional(integer(0, 59_635), "display number; 0 is TCP port 5900"),
  autoport: required(boolean, "whether another display is taken if the wanted one is in use"),
  keymap: optional(text(pattern.keymap), "keyboard layout"),
});

const serial = record({
  type: required(choice("pty", "null", "file"), "where the other end of the port is"),
  path: optional(text(pattern.path), "the file, for a port of type file"),
});

const devices = record({
  graphics: optional(
    record({ vnc: optional(vnc, "graphical console over VNC") }),
    "graphical consoles",
  ),
  serial: optional(list("port", serial), "serial ports, the first one first"),
});

export const hardware = record({
  cpu: required(cpu, "virtual CPUs"),
  memory: required(memory, "memory"),
  devices: required(devices, "devices other than disks and network interfaces"),
});

export type Hardware = Infer<typeof hardware>;
export type Vnc = Infer<typeof vnc>;
export type SerialPort = Infer<typeof serial>;
