/** Paravirtual devices that only Xen knows (xl.cfg(5): vdispl, vsnd, vkb, virtio). */

import * as pattern from "../shape/pattern.ts";
import {
  boolean,
  choice,
  type Infer,
  integer,
  list,
  map,
  optional,
  record,
  required,
  text,
} from "../shape/shape.ts";

const size = integer(1, 65_535, "pixels");
const backend = optional(
  text(pattern.vmName),
  "machine that serves it, where that is not the host",
);

export const virtualDisplay = record({
  backend,
  be_alloc: optional(boolean, "whether the backend can provide buffers"),
  connectors: optional(
    map("connector", "id", pattern.identifier, text(pattern.resolution)),
    "connectors by identifier, with their width and height",
  ),
});

const sampleFormat = choice(
  "s8",
  "u8",
  "s16_le",
  "s16_be",
  "u16_le",
  "u16_be",
  "s24_le",
  "s24_be",
  "u24_le",
  "u24_be",
  "s32_le",
  "s32_be",
  "u32_le",
  "u32_be",
  "float_le",
  "float_be",
  "float64_le",
  "float64_be",
  "iec958_subframe_le",
  "iec958_subframe_be",
  "mu_law",
  "a_law",
  "ima_adpcm",
  "mpeg",
  "gsm",
);

/** What a card, a device of it and a stream of that can each say. */
const soundParameters = {
  sample_rates: optional(list("rate", integer(1, 768_000, "Hz")), "rates of samples"),
  sample_formats: optional(list("format", sampleFormat), "formats of samples"),
  channels_min: optional(integer(1, 256), "least number of channels"),
  channels_max: optional(integer(1, 256), "greatest number of channels"),
  buffer_size: optional(integer(1, 4_294_967_295, "bytes"), "largest buffer of a stream"),
};

const soundStream = record({
  unique_id: optional(text(pattern.identifier), "identifier of the stream"),
  type: optional(choice("playback", "capture"), "direction of the stream"),
  ...soundParameters,
});

const soundDevice = record({
  name: optional(text(pattern.option), "name of the device"),
  ...soundParameters,
  streams: optional(list("stream", soundStream), "streams of the device"),
});

export const soundCard = record({
  backend,
  short_name: optional(text(pattern.option), "short name of the card"),
  long_name: optional(text(pattern.option), "long name of the card"),
  ...soundParameters,
  devices: optional(list("device", soundDevice), "PCM devices of the card"),
});

export const keyboard = record({
  backend_type: required(choice("qemu", "linux"), "what serves it: QEMU, or a machine with Linux"),
  unique_id: optional(text(pattern.option), "identifier"),
  backend,
  disable_keyboard: optional(boolean, "whether there is no keyboard"),
  disable_pointer: optional(boolean, "whether there is no pointer"),
  abs_pointer: optional(boolean, "whether the pointer tells absolute positions"),
  raw_pointer: optional(boolean, "whether it tells them unscaled"),
  multi_touch: optional(boolean, "whether it can be touched with many fingers"),
  multi_touch_width: optional(size, "width of what can be touched"),
  multi_touch_height: optional(size, "height of what can be touched"),
  multi_touch_num_contacts: optional(integer(1, 255), "number of fingers"),
  width: optional(size, "width of what the pointer can reach"),
  height: optional(size, "height of what the pointer can reach"),
});

export const virtioDevice = record({
  type: required(text(pattern.virtioType), "type of the device, as the device tree has it"),
  backend,
  transport: optional(choice("mmio"), "how it is reached"),
  grant_usage: optional(boolean, "whether memory is shared page by page"),
});

export type VirtualDisplay = Infer<typeof virtualDisplay>;
export type SoundCard = Infer<typeof soundCard>;
export type SoundDevice = Infer<typeof soundDevice>;
export type SoundStream = Infer<typeof soundStream>;
export type Keyboard = Infer<typeof keyboard>;
export type VirtioDevice = Infer<typeof virtioDevice>;
