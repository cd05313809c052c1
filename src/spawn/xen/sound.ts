/**
 * What xl is told of paravirtual sound cards: `vsnd` (xl.cfg(5)).
 *
 * A card is a list of texts: what the card says, then for each device what it says and what its streams say.
 */

import type { Place, VmModel } from "../../vm/model/model.ts";
import type { SoundCard, SoundDevice, SoundStream } from "../../vm/model/xen-devices.ts";
import { type DeviceRow, deviceOptions, printDevice } from "./device-spec.ts";
import { row, type XenContext } from "./xl-table.ts";

/** What cards, devices and streams all can say. */
type SoundParameters = Pick<
  SoundCard,
  "sample_rates" | "sample_formats" | "channels_min" | "channels_max" | "buffer_size"
>;

const parameterRows: readonly DeviceRow<SoundParameters>[] = [
  row("sample-rates", ["sample_rates"], {}, ({ sample_rates }) => sample_rates?.join(";")),
  row("sample-formats", ["sample_formats"], {}, ({ sample_formats }) =>
    sample_formats?.map(formatName).join(";"),
  ),
  row("channels-min", ["channels_min"], {}, ({ channels_min }) => channels_min),
  row("channels-max", ["channels_max"], {}, ({ channels_max }) => channels_max),
  row("buffer-size", ["buffer_size"], {}, ({ buffer_size }) => buffer_size),
];

/** xl's own names: `float_le` is F32_LE. */
function formatName(format: string): string {
  return format.replace("float64", "f64").replace("float", "f32").toUpperCase();
}

const cardRows: readonly DeviceRow<SoundCard>[] = [
  row("backend", ["backend"], {}, ({ backend }) => backend),
  row("short-name", ["short_name"], {}, ({ short_name }) => short_name),
  row("long-name", ["long_name"], {}, ({ long_name }) => long_name),
  ...parameterRows,
];

const deviceRows: readonly DeviceRow<SoundDevice>[] = [
  row("name", ["name"], {}, ({ name }) => name),
  ...parameterRows,
];

const streamRows: readonly DeviceRow<SoundStream>[] = [
  row("unique-id", ["unique_id"], {}, ({ unique_id }) => unique_id),
  row("type", ["type"], {}, ({ type }) => type && streamTypes[type]),
  ...parameterRows,
];

const streamTypes = { playback: "P", capture: "C" } as const;

export function soundCards(
  { system }: VmModel,
  ctx: XenContext,
): readonly (readonly string[])[] | undefined {
  return system.xen?.vsnd?.map((card, index) => cardTexts(ctx, card, index));
}

function cardTexts(ctx: XenContext, card: SoundCard, index: number): readonly string[] {
  const place = ["system", "xen", "vsnd", index];
  const devices = card.devices?.flatMap((device, number) => {
    const at = [...place, "devices", number];
    const streams = device.streams?.map((stream, which) =>
      itemText(ctx, "stream", streamRows, stream, [...at, "streams", which]),
    );
    return [itemText(ctx, "pcm", deviceRows, device, at), ...(streams ?? [])];
  });
  return [itemText(ctx, "card", cardRows, card, place), ...(devices ?? [])];
}

/** Its kind, then its options. */
function itemText<Source>(
  ctx: XenContext,
  kind: string,
  rows: readonly DeviceRow<Source>[],
  source: Source,
  place: Place,
): string {
  const options = deviceOptions(ctx, rows, source, place);
  return printDevice([{ name: kind, value: true }, ...options]);
}
