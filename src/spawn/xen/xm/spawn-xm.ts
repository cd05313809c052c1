/**
 * Configurations for xm, the tool of Xen 3 (and of 4.0 and 4.1, whose xl read little of what is written for it today).
 *
 * Most keys and their values are those of the oldest xl that is known; xm's own table says which of them it has, since
 * when, and how it calls them. Everything else is refused.
 */

import { invariant } from "../../../base/invariant.ts";
import type { VmModel } from "../../../vm/model/model.ts";
import { createReporter, type Report } from "../../../vm/reporter.ts";
import { type SkeletonKind, skeletonKinds } from "../../../vm/skeleton/kinds.ts";
import type { SpawnOptions } from "../../backend.ts";
import type { SpawnResult } from "../../spawn-result.ts";
import type { CfgValue } from "../cfg.ts";
import { checkXen } from "../check-xen.ts";
import { formatRelease, oldestRelease, type XenRelease } from "../release.ts";
import { type RowValue, valuesOf, type XenContext, type XlKey } from "../xl-table.ts";
import { refuse, requireXm, type XmContext } from "./context.ts";
import { diskTexts, interfaceTexts } from "./devices.ts";
import { type PythonSection, type PythonSetting, type PythonValue, printPython } from "./python.ts";
import { numberedModes, type XmKey, xmKeys } from "./xm-table.ts";

export interface XmOptions extends SpawnOptions {
  /** What xl is told of each skeleton. */
  readonly keys: Readonly<Record<SkeletonKind, readonly XlKey[]>>;
}

const order: readonly SkeletonKind[] = ["system", "network", "storage", "software"];

export function spawnXm(vm: VmModel, release: XenRelease, options: XmOptions): SpawnResult {
  const reporter = createReporter(options.locate);
  const ctx: XmContext = { vm, release, report: reporter.report };
  const { readSecret, keys } = options;
  const xl: XenContext = { vm, release: oldestRelease, report: asXm(ctx), readSecret };
  checkXen(xl);
  const sections = new Map(
    skeletonKinds.map((kind) => [kind, { comment: kind, settings: settings(ctx, xl, kind, keys) }]),
  );
  if (reporter.failed()) return { files: [], diagnostics: reporter.diagnostics };
  const inOrder = (kinds: readonly SkeletonKind[]): readonly PythonSection[] =>
    kinds.flatMap((kind) => sections.get(kind) ?? []);
  const { name } = vm.system;
  const origin = `Made by vmcs from ${vm.profile}, source ${vm.digest}.`;
  const secret = hasSecret(vm) ? { secret: true } : {};
  const parts = skeletonKinds.map((kind) => ({
    name: `${name}.${kind}.xl`,
    content: printPython([`${name}: the ${kind} part of ${name}.cfg.`, origin], inOrder([kind])),
    ...(kind === "system" ? secret : {}),
  }));
  const head = [`${name}: for xm create, Xen ${formatRelease(release)}.`, origin];
  const whole = { name: `${name}.cfg`, content: printPython(head, inOrder(order)), ...secret };
  return { files: [...parts, whole], diagnostics: reporter.diagnostics };
}

/** What the oldest xl lacks, xm lacks as well. */
function asXm(ctx: XmContext): Report {
  return (code, place, args, extras) => {
    if (code !== "xen-not-in-release") ctx.report(code, place, args, extras);
    else refuse(ctx, place, `'${"name" in args ? String(args.name) : code}'`);
  };
}

function hasSecret({ hardware }: VmModel): boolean {
  return hardware.devices.graphics?.vnc?.password !== undefined;
}

function settings(
  ctx: XmContext,
  xl: XenContext,
  kind: SkeletonKind,
  keys: XmOptions["keys"],
): readonly PythonSetting[] {
  if (kind === "network") return networkSettings(ctx);
  if (kind === "storage") return storageSettings(ctx);
  const said = valuesOf(
    xl,
    keys[kind].filter(({ name }) => !ownKeys.has(name)),
    ctx.vm,
    [],
  );
  const translated = said.flatMap((value) => translate(ctx, value));
  return kind === "system" ? [...systemSettings(ctx), ...translated] : translated;
}

/** Keys of xl whose values xm is told in another way, or not at all. */
const ownKeys: ReadonlySet<string> = new Set([
  "type",
  "builder",
  "vcpus",
  "maxvcpus",
  "kernel",
  "vfb",
]);

function translate(
  ctx: XmContext,
  { name, value, at }: RowValue<CfgValue>,
): readonly PythonSetting[] {
  const key = xmKeys.get(name);
  if (key === undefined) {
    refuse(ctx, at, `what xl calls '${name}'`);
    return [];
  }
  if (!requireXm(ctx, key.name, key.since, at)) return [];
  const python = pythonValue(ctx, value, key.form, name, at);
  return python === undefined ? [] : [{ key: key.name, value: python }];
}

function pythonValue(
  ctx: XmContext,
  value: CfgValue,
  form: XmKey["form"],
  name: string,
  at: RowValue<CfgValue>["at"],
): PythonValue | undefined {
  if (form === "words") return wordsValue(ctx, value, at);
  if (form === "number") {
    const number = numberedModes[name]?.indexOf(String(value)) ?? -1;
    invariant(number >= 0, `xm has a number for ${name}=${String(value)}`);
    return number;
  }
  const isText = typeof value === "string" || typeof value === "number";
  if (form === "list" || isText || name === "cpuid" || name === "cpus") return value;
  refuse(ctx, at, `more than one value for '${name}'`);
  return undefined;
}

/** Arguments as one text, which is taken apart at blanks. */
function wordsValue(
  ctx: XmContext,
  value: CfgValue,
  at: RowValue<CfgValue>["at"],
): PythonValue | undefined {
  if (!Array.isArray(value)) return value;
  const words = value.map(String);
  const index = words.findIndex((word) => /^$|\s/.test(word));
  if (index < 0) return words.join(" ");
  refuse(ctx, [...at, index], "an argument with a blank in it, or with nothing");
  return undefined;
}

/** The type of the guest, its processors, and what an emulated PC is made by. */
function systemSettings(ctx: XmContext): readonly PythonSetting[] {
  const { system, hardware } = ctx.vm;
  const { count, max = count } = hardware.cpu;
  const isHvm = system.type === "hvm";
  const { kernel } = system.boot;
  if (isHvm && kernel !== undefined) {
    refuse(ctx, ["system", "boot", "kernel"], "a kernel for an hvm guest");
  }
  const available = [{ key: "vcpu_avail", value: 2 ** count - 1 }];
  const isLarge = max > count && count > 52;
  if (isLarge) refuse(ctx, ["hardware", "cpu", "count"], "more than 52 processors of many");
  const isSplit = max > count && !isLarge;
  if (isSplit) requireXm(ctx, "vcpu_avail", 1, ["hardware", "cpu", "max"]);
  const loader = [
    { key: "kernel", value: "/usr/lib/xen/boot/hvmloader" },
    { key: "device_model", value: "/usr/lib/xen/bin/qemu-dm" },
  ];
  return [
    { key: "builder", value: isHvm ? "hvm" : "linux" },
    ...(isHvm ? loader : kernel === undefined ? [] : [{ key: "kernel", value: kernel }]),
    { key: "vcpus", value: max },
    ...(isSplit ? available : []),
    ...frameBuffer(ctx),
  ];
}

/** A paravirtual guest has its console in a frame buffer. */
function frameBuffer(ctx: XmContext): readonly PythonSetting[] {
  const { vm } = ctx;
  const graphics = vm.hardware.devices.graphics;
  const place = ["hardware", "devices", "graphics"];
  if (vm.system.type !== "pv" || graphics === undefined) return [];
  const { vnc, sdl } = graphics;
  if ((vnc ?? sdl) === undefined || !requireXm(ctx, "vfb", 1, place)) return [];
  if (vnc?.password !== undefined) {
    refuse(ctx, [...place, "vnc", "password"], "a password in a text that others see");
  }
  const options: readonly (readonly [string, string | number | undefined])[] = [
    ["vnc", vnc === undefined ? undefined : 1],
    ["vnclisten", vnc?.listen],
    ["vncdisplay", vnc?.display],
    ["vncunused", vnc === undefined ? undefined : Number(vnc.autoport)],
    ["keymap", vnc?.keymap],
    ["sdl", sdl === undefined ? undefined : 1],
    ["opengl", sdl?.opengl === undefined ? undefined : Number(sdl.opengl)],
    ["display", sdl?.display],
    ["xauthority", sdl?.xauthority],
  ];
  const text = options
    .flatMap(([name, value]) => (value === undefined ? [] : [`${name}=${value}`]))
    .join(",");
  return [{ key: "vfb", value: [text] }];
}

function networkSettings(ctx: XmContext): readonly PythonSetting[] {
  if ((ctx.vm.network.pvcalls?.length ?? 0) > 0) {
    refuse(ctx, ["network", "pvcalls"], "sockets that another machine serves");
  }
  const texts = interfaceTexts(ctx);
  return texts.length === 0 ? [] : [{ key: "vif", value: texts }];
}

function storageSettings(ctx: XmContext): readonly PythonSetting[] {
  const { controller, shares } = ctx.vm.storage;
  if (controller !== undefined) refuse(ctx, ["storage", "controller"], "a choice of controllers");
  if ((shares?.size ?? 0) > 0) refuse(ctx, ["storage", "shares"], "directories of the host");
  const texts = diskTexts(ctx);
  return texts.length === 0 ? [] : [{ key: "disk", value: texts }];
}
