/** Specifications of disks and interfaces as xm has them, in the words of xl. */

import { type CfgItem, type CfgText, pieceOf } from "./cfg-value.ts";
import type { ReportImport } from "./context.ts";

export function xlDevice(key: "disk" | "vif", value: CfgItem, report: ReportImport): CfgItem {
  if (value.kind === "text") return key === "disk" ? diskOf(value, report) : interfaceOf(value);
  return { ...value, items: value.items.map((item) => xlDevice(key, item, report)) };
}

/** `uname,device,mode[,backend[,protocol]]`: what xl does not take is left out, and the rest stays where it is. */
function diskOf(disk: CfgText, report: ReportImport): CfgText {
  const [target = "", device = "", mode = "", backend = "", protocol = ""] = disk.text.split(",");
  const place = (from: number, length: number): ReturnType<typeof pieceOf> =>
    pieceOf(disk, from, from + length);
  const modeAt = target.length + device.length + 2;
  if (mode === "w!") {
    const what = "Write access that others share (w!) is taken for ordinary write access";
    report("import-value-assumed", place(modeAt, 2), { what });
  }
  if (protocol !== "") {
    const reason = "the guest and the host agree on the protocol by themselves";
    const key = "protocol";
    report(
      "import-key-without-effect",
      place(disk.text.length - protocol.length, protocol.length),
      { key, reason },
    );
  }
  const parts: [string, number][] = [
    [target, 0],
    [device.replace(/^(ioemu:)?(\/dev\/)?/, ""), target.length + 1],
    [mode.replace("!", ""), modeAt],
  ];
  if (backend !== "") parts.push([`backend=${backend}`, modeAt + mode.length + 1]);
  return joined(disk, target === "" && device === "" ? [[disk.text, 0]] : parts);
}

/** Emulated interfaces are the only ones whose type xm has to be told; `netfront` is xl's `vif`. */
function interfaceOf(device: CfgText): CfgText {
  let at = 0;
  const parts = device.text.split(",").map((part): [string, number] => {
    const from = at;
    at += part.length + 1;
    return [part.replace(/^(\s*type\s*=\s*)netfront\s*$/, "$1vif"), from];
  });
  return joined(device, parts);
}

/** A text of parts between commas, each of which begins where it began. */
function joined(whole: CfgText, parts: readonly (readonly [string, number])[]): CfgText {
  const offsets: number[] = [];
  for (const [text, from] of parts) {
    for (let i = 0; i <= text.length; i++) {
      offsets.push(whole.offsets[Math.min(from + i, whole.text.length)] ?? whole.start);
    }
  }
  const text = parts.map(([part]) => part).join(",");
  return { ...whole, text, offsets: [...offsets.slice(0, text.length), whole.end] };
}
