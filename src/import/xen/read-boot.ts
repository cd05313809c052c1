/** Booting: kernels, command lines, boot loaders, firmware. */

import { type CfgSetting, pieceOf } from "./cfg-value.ts";
import { withoutEffect, type XlImport } from "./context.ts";
import { refuse, textOf } from "./convert.ts";
import { type Readers, readPlain } from "./reader.ts";

export const bootReaders: Readers = {
  kernel: readKernel,
  root: readPartOfCommandLine,
  extra: readPartOfCommandLine,
  bootloader_args: readBootloaderArguments,
  bios: readBios,
  firmware: (ctx, setting) => readPlain(ctx, setting, ["system", "boot", "firmware"]),
  boot: readOrder,
};

function readKernel(ctx: XlImport, setting: CfgSetting): void {
  const { value } = setting;
  const isLoader = value.kind === "text" && /(^|\/)hvmloader$/.test(value.text);
  if (ctx.guest === "hvm" && isLoader) {
    withoutEffect(ctx, setting, "xl finds the loader of an hvm guest by itself");
  } else {
    readPlain(ctx, setting, ["system", "boot", "kernel"]);
  }
}

function readPartOfCommandLine(ctx: XlImport, setting: CfgSetting): void {
  if (ctx.settings.has("cmdline")) {
    withoutEffect(ctx, setting, "cmdline is the whole command line");
  } else {
    readPlain(ctx, setting, ["system", "boot", setting.key]);
  }
}

/** A text is taken apart at blanks, as xl does. */
function readBootloaderArguments(ctx: XlImport, setting: CfgSetting): void {
  const place = ["system", "boot", "bootloader_args"];
  if (setting.value.kind === "list") {
    readPlain(ctx, setting, place);
    return;
  }
  const words = setting.value.text.split(/[ \t\n]+/).filter((word) => word !== "");
  if (words.length > 0) ctx.draft.put(place, words);
}

function readBios(ctx: XlImport, setting: CfgSetting): void {
  const text = textOf(ctx, setting.value, setting.key);
  if (text === undefined || ctx.settings.has("firmware")) return;
  const names = ["seabios", "rombios", "ovmf"];
  if (!names.includes(text.text)) refuse(ctx, pieceOf(text), setting.key, names.join(", "));
  else ctx.draft.put(["system", "boot", "firmware"], text.text);
}

const letters: Readonly<Record<string, string>> = { c: "hd", d: "cdrom", n: "network" };

function readOrder(ctx: XlImport, setting: CfgSetting): void {
  const text = textOf(ctx, setting.value, setting.key);
  if (text === undefined) return;
  const order: string[] = [];
  for (const [index, letter] of [...text.text.toLowerCase()].entries()) {
    const device = letters[letter];
    if (device === undefined) {
      const piece = pieceOf(text, index, index + 1);
      refuse(ctx, piece, setting.key, "c (disk), d (CD-ROM) or n (network) for each");
    } else if (!order.includes(device)) {
      order.push(device);
    }
  }
  if (order.length > 0) ctx.draft.put(["system", "boot", "order"], order);
}
