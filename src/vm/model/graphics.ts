/** Graphical consoles and the graphics card: `/hardware/devices/graphics` and `video`. */

import * as pattern from "../shape/pattern.ts";
import {
  boolean,
  choice,
  type Infer,
  integer,
  optional,
  record,
  required,
  text,
} from "../shape/shape.ts";

const vnc = record({
  listen: required(text(pattern.ip), "address of the host on which to listen"),
  display: optional(integer(0, 59_635), "display number; 0 is TCP port 5900"),
  autoport: required(boolean, "whether another display is taken if the wanted one is in use"),
  password: optional(text(pattern.secret), "where the password is"),
  keymap: optional(text(pattern.keymap), "keyboard layout"),
});

const sdl = record({
  opengl: optional(boolean, "whether OpenGL draws it"),
  display: optional(text(pattern.option), "X display of the host, such as :0.0"),
  xauthority: optional(text(pattern.path), "file with the key to that display"),
});

const spice = record({
  listen: optional(text(pattern.ip), "address of the host on which to listen"),
  port: optional(integer(1, 65_535), "TCP port"),
  tls_port: optional(integer(1, 65_535), "TCP port for encrypted connections"),
  password: optional(text(pattern.secret), "where the password is"),
  disable_ticketing: optional(boolean, "whether anybody may connect without a password"),
  agent_mouse: optional(boolean, "whether the guest's agent moves the mouse"),
  vdagent: optional(boolean, "whether the guest has an agent"),
  clipboard_sharing: optional(boolean, "whether the clipboard is shared; wants vdagent"),
  usb_redirection: optional(integer(0, 4), "number of USB devices that the client may lend"),
  image_compression: optional(
    choice("auto_glz", "auto_lz", "quic", "glz", "lz", "off"),
    "how images are compressed",
  ),
  streaming_video: optional(choice("filter", "all", "off"), "what is taken for a video"),
});

export const graphics = record({
  vnc: optional(vnc, "graphical console over VNC"),
  sdl: optional(sdl, "window on the host's screen"),
  spice: optional(spice, "graphical console over SPICE"),
});

export const video = record({
  model: optional(
    choice("none", "stdvga", "cirrus", "qxl", "virtio"),
    "emulated graphics card, or none",
  ),
  ram: optional(integer(1, 1024, "MiB"), "memory of the card"),
  passthrough: optional(
    choice("default", "igd"),
    "the host's own graphics card instead: found by itself, or Intel's",
  ),
});

export type Graphics = Infer<typeof graphics>;
export type Vnc = Infer<typeof vnc>;
export type Sdl = Infer<typeof sdl>;
export type Spice = Infer<typeof spice>;
export type Video = Infer<typeof video>;
