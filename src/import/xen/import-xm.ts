/** Configurations of xm, the tool of Xen before xl: their assignments in the words of xl. */

import { lookUp } from "../../base/lookup.ts";
import type { ImportResult } from "../description.ts";
import { type CfgItem, type CfgList, madeText } from "./cfg-value.ts";
import { keyPlace, type ReportImport, reportInto } from "./context.ts";
import { importAssignments, type XenImportOptions } from "./import-assignments.ts";
import type { Assignment } from "./parse-cfg.ts";
import { parsePython } from "./parse-python.ts";
import { xlDevice } from "./xm-devices.ts";
import { idleXmKeys, joinedKeys, lostXmKeys, renamedKeys, sameKeys } from "./xm-keys.ts";

export function importXm(text: string, options: XenImportOptions): ImportResult {
  const { settings, diagnostics: found, used } = parsePython(text, options.file);
  const diagnostics = [...found];
  const report = reportInto(options.file, diagnostics);
  const given = new Map(settings.map((setting) => [setting.key, setting]));
  const translation: Translation = { given, used, report, result: [] };
  for (const setting of given.values()) translate(translation, setting);
  join(translation);
  addDefaults(translation);
  return importAssignments(text, translation.result, diagnostics, { ...options, tool: "xm" });
}

interface Translation {
  readonly given: ReadonlyMap<string, Assignment>;
  readonly used: ReadonlySet<string>;
  readonly report: ReportImport;
  readonly result: Assignment[];
}

function translate(translation: Translation, setting: Assignment): void {
  const { result, given } = translation;
  const { key, value } = setting;
  if (joinedKeys.includes(key) || (key === "vcpus" && given.has("vcpu_avail"))) return;
  if (key === "disk" || key === "vif") {
    result.push({ ...setting, value: xlDevice(key, value, translation.report) });
  } else if (key === "builder" && value.kind === "text" && value.text === "linux") {
    result.push({ ...setting, value: { ...value, text: "generic" } });
  } else if (sameKeys.includes(key)) {
    result.push({ ...setting, value: asList(key, value) });
  } else {
    const renamed = lookUp(renamedKeys, key);
    if (renamed === undefined) leaveOut(translation, setting);
    else result.push({ ...setting, key: renamed, value: asList(key, value) });
  }
}

/** What is no key is a variable of the author's, and a mistake only where nothing is made of it. */
function leaveOut({ used, report, result }: Translation, setting: Assignment): void {
  const { key, value } = setting;
  const place = keyPlace({ ...setting, isSum: false });
  const reason = lookUp(idleXmKeys, key);
  const what = lookUp(lostXmKeys, key);
  if (reason !== undefined) {
    report("import-key-without-effect", place, { key, reason });
  } else if (what !== undefined) {
    if (!isOff(value)) report("import-not-expressible", place, { what });
  } else if (!used.has(key)) {
    result.push(setting);
  }
}

/** Some keys can be one value in xm and are lists in xl. */
function asList(key: string, value: CfgItem): CfgItem {
  const isList = ["irq", "ioports", "pci", "vtpm", "vfb"].includes(key);
  if (!isList || value.kind === "list") return value;
  return { kind: "list", items: [value], start: value.start, end: value.end };
}

function isOff(value: CfgItem): boolean {
  return value.kind === "text" ? /^(0|no|)$/.test(value.text) : value.items.length === 0;
}

// ------------------------------------------------------------------------------------------- keys read together

function join(translation: Translation): void {
  joinCommandLine(translation);
  joinProcessors(translation);
  joinRestart(translation);
  joinInterfaces(translation);
  joinDrive(translation);
  joinLabel(translation);
}

function textAt({ given }: Translation, key: string): string {
  const value = given.get(key)?.value;
  return value?.kind === "text" ? value.text : "";
}

/** A setting of xl that comes from one of xm's. */
function add({ given, result }: Translation, key: string, text: string, from: string): void {
  const { keyStart = 0, keyEnd = 0 } = given.get(from) ?? {};
  const value = madeText(text, /^[0-9]+$/.test(text), { start: keyStart, end: keyEnd });
  const index = result.findIndex((setting) => setting.key === key);
  if (index >= 0) result.splice(index, 1);
  result.push({ key, keyStart, keyEnd, operator: "=", value });
}

/** The kernel is told of its address and of a root over NFS on its command line. */
function joinCommandLine(translation: Translation): void {
  const at = (key: string): string => textAt(translation, key);
  const dhcp = at("dhcp") === "" ? "off" : at("dhcp");
  const parts: string[] = [];
  if (at("ip") !== "" || dhcp !== "off") {
    const server = at("nfs_server") || "127.0.255.255";
    const names = [at("gateway"), at("netmask"), at("hostname"), at("interface") || "eth0", dhcp];
    parts.push(`ip=${[at("ip"), server, ...names].join(":")}`);
  }
  if (at("root") !== "") parts.push(`root=${at("root")}`);
  if (at("nfs_root") !== "") parts.push(`nfsroot=${at("nfs_server")}:${at("nfs_root")}`);
  if (at("extra") !== "") parts.push(at("extra"));
  const origin = ["ip", "dhcp", "nfs_root"].find((key) => translation.given.has(key));
  const isPlain = parts.every((part) => !/^(ip|nfsroot)=/.test(part));
  if (origin === undefined || isPlain) return;
  const { result } = translation;
  const others = result.filter(({ key }) => key !== "root" && key !== "extra");
  result.splice(0, result.length, ...others);
  add(translation, "cmdline", parts.join(" "), origin);
}

/** A bit for each processor that is there at the start. */
function joinProcessors(translation: Translation): void {
  const { given, report } = translation;
  const mask = given.get("vcpu_avail");
  if (mask === undefined) return;
  const bits = Number(textAt(translation, "vcpu_avail"));
  const count = Number.isSafeInteger(bits)
    ? [...bits.toString(2)].filter((bit) => bit === "1").length
    : 0;
  const all = textAt(translation, "vcpus") || "1";
  if (count < 1) {
    const args = {
      key: "vcpu_avail",
      value: textAt(translation, "vcpu_avail"),
      wanted: "a mask such as 3",
    };
    report("import-value-refused", mask.value, args);
    add(translation, "vcpus", all, "vcpus");
    return;
  }
  const present = Math.min(count, Number(all));
  add(translation, "vcpus", String(present), "vcpu_avail");
  if (present < Number(all)) add(translation, "maxvcpus", all, "vcpus");
}

const restarts: Readonly<Record<string, readonly [string, string, string]>> = {
  onreboot: ["destroy", "restart", "destroy"],
  always: ["restart", "restart", "restart"],
  never: ["destroy", "destroy", "destroy"],
};

function joinRestart(translation: Translation): void {
  const setting = translation.given.get("restart");
  if (setting === undefined) return;
  const value = textAt(translation, "restart");
  const actions = lookUp(restarts, value);
  if (actions === undefined) {
    const args = { key: "restart", value, wanted: "onreboot, always, never" };
    translation.report("import-value-refused", setting.value, args);
    return;
  }
  const keys = ["on_poweroff", "on_reboot", "on_crash"];
  for (const [index, key] of keys.entries()) {
    if (!translation.given.has(key)) add(translation, key, actions[index] ?? "", "restart");
  }
  const path = "/system/lifecycle";
  translation.report("import-key-old", keyPlace({ ...setting, isSum: false }), {
    key: "restart",
    path,
  });
}

/** xm adds interfaces without a specification until there are as many as `nics` says. */
function joinInterfaces(translation: Translation): void {
  const wanted = Number(textAt(translation, "nics") || "0");
  const setting = translation.given.get("nics");
  if (setting === undefined || !Number.isSafeInteger(wanted) || wanted > 255) return;
  const { result } = translation;
  const index = result.findIndex(({ key }) => key === "vif");
  const vif = result[index];
  const items = vif?.value.kind === "list" ? vif.value.items : [];
  const { keyStart: start, keyEnd: end } = setting;
  const missing = Math.max(0, wanted - items.length);
  if (missing === 0) return;
  const empty = madeText("", false, { start, end });
  const list: CfgList = {
    kind: "list",
    items: [...items, ...Array.from({ length: missing }, () => empty)],
    start,
    end,
  };
  if (index >= 0) result.splice(index, 1);
  result.push({ ...(vif ?? setting), key: "vif", value: list });
}

/** The drive of an emulated PC, before disks could say what they are. */
function joinDrive(translation: Translation): void {
  const path = textAt(translation, "cdrom");
  const setting = translation.given.get("cdrom");
  if (path === "" || setting === undefined) return;
  const { result } = translation;
  const index = result.findIndex(({ key }) => key === "disk");
  const disk = result[index];
  const items = disk?.value.kind === "list" ? disk.value.items : [];
  const { keyStart: start, keyEnd: end } = setting;
  const text = `vdev=hdc,devtype=cdrom,access=ro,target=${path}`;
  const drive = madeText(text, false, { start, end });
  if (index >= 0) result.splice(index, 1);
  const value: CfgList = { kind: "list", items: [...items, drive], start, end };
  result.push({ ...(disk ?? setting), key: "disk", value });
}

/** Labels of the policies of old are labels of XSM today, if the host's policy has them. */
function joinLabel(translation: Translation): void {
  const setting = translation.given.get("access_control");
  if (setting === undefined) return;
  const { value } = setting;
  const first = value.kind === "list" ? value.items[0] : value;
  const text = first?.kind === "text" ? first.text : "";
  const label = /(?:^|,)\s*label\s*=\s*([^,]*?)\s*(?:,|$)/.exec(text)?.[1];
  if (label === undefined) return;
  add(translation, "seclabel", label, "access_control");
  const what = `The label ${label} is taken over without its policy: see that the host's policy has it`;
  translation.report("import-value-assumed", keyPlace({ ...setting, isSum: false }), { what });
}

/** What xm does where it is told nothing, as far as xl does otherwise. */
function addDefaults(translation: Translation): void {
  const { given, result, report } = translation;
  const has = (key: string): boolean => result.some((setting) => setting.key === key);
  const isHvm = textAt(translation, "builder") === "hvm";
  if (result.length === 0) return;
  if (!has("memory")) add(translation, "memory", "128", "memory");
  if (!has("on_crash")) {
    add(translation, "on_crash", "restart", "on_crash");
    const what = "on_crash is restart, which xm does where it is told nothing";
    const { keyStart: start = 0, keyEnd: end = 0 } = given.get("name") ?? {};
    report("import-value-assumed", { start, end }, { what });
  }
  if (isHvm && !has("boot")) add(translation, "boot", "c", "boot");
  if (isHvm && !has("vnc")) add(translation, "vnc", "0", "vnc");
}
