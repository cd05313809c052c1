/** What xl is told of SPICE. */

import type { Spice } from "../../vm/model/graphics.ts";
import { optionPasswordOf } from "./secret.ts";
import { flag, row, type XenContext, type XlKey } from "./xl-table.ts";

const place = ["hardware", "devices", "graphics", "spice"];

export const spiceKeys: readonly XlKey[] = [
  spiceKey("spice", undefined, 2, () => 1),
  spiceKey("spicehost", "listen", 2, ({ listen }) => listen),
  spiceKey("spiceport", "port", 2, ({ port }) => port),
  spiceKey("spicetls_port", "tls_port", 2, ({ tls_port }) => tls_port),
  spiceKey("spicedisable_ticketing", "disable_ticketing", 2, (spice) =>
    flag(spice.disable_ticketing),
  ),
  spiceKey("spicepasswd", "password", 2, password),
  spiceKey("spiceagent_mouse", "agent_mouse", 2, ({ agent_mouse }) => flag(agent_mouse)),
  spiceKey("spicevdagent", "vdagent", 4, ({ vdagent }) => flag(vdagent)),
  spiceKey("spice_clipboard_sharing", "clipboard_sharing", 4, (spice) =>
    flag(spice.clipboard_sharing),
  ),
  spiceKey("spiceusbredirection", "usb_redirection", 4, ({ usb_redirection }) => usb_redirection),
  spiceKey("spice_image_compression", "image_compression", 6, (spice) => spice.image_compression),
  spiceKey("spice_streaming_video", "streaming_video", 6, (spice) => spice.streaming_video),
];

function spiceKey(
  name: string,
  field: keyof Spice | undefined,
  since: number,
  value: (spice: Spice, ctx: XenContext) => string | number | undefined,
): XlKey {
  const at = field === undefined ? place : [...place, field];
  return row(name, at, { guests: ["hvm"], since }, ({ hardware }, ctx) => {
    const spice = hardware.devices.graphics?.spice;
    return spice === undefined ? undefined : value(spice, ctx);
  });
}

/** It goes on a command line of the device model, where a comma would end it. */
function password(spice: Spice, ctx: XenContext): string | undefined {
  return optionPasswordOf(ctx, spice.password, [...place, "password"]);
}
