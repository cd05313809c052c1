/** user-data: what cloud-init does in the guest, in the order in which a person would read it. */

import type { VmModel } from "../../vm/model/model.ts";
import type { CloudInitContext } from "./context.ts";
import { filesPart } from "./files.ts";
import { mountsOf } from "./guest-device.ts";
import { aptPart, packagesToInstall, yumPart } from "./packages.ts";
import { groupsPart, usersPart } from "./users.ts";
import { nonEmpty, type YamlValue } from "./yaml.ts";

export function userData(ctx: CloudInitContext): { readonly [key: string]: YamlValue | undefined } {
  const { vm } = ctx;
  const { software } = vm;
  return {
    ...hostPart(vm),
    timezone: software.timezone,
    locale: software.locale,
    groups: groupsPart(ctx),
    users: usersPart(ctx),
    disable_root: software.disable_root,
    ssh_pwauth: software.ssh_pwauth,
    apt: aptPart(vm),
    yum_repos: yumPart(vm),
    package_upgrade: software.package_upgrade,
    packages: nonEmpty(packagesToInstall(vm)),
    write_files: filesPart(ctx),
    mounts: nonEmpty(mountEntries(vm)),
    bootcmd: nonEmpty(software.bootcmd),
    runcmd: nonEmpty([...serviceCommands(vm), ...(software.runcmd ?? [])]),
  };
}

/** Its name, which it can look up itself. */
function hostPart({ system: { hostname } }: VmModel): Readonly<Record<string, YamlValue>> {
  if (hostname === undefined) return {};
  const [first = hostname] = hostname.split(".");
  const fqdn: Readonly<Record<string, YamlValue>> = hostname === first ? {} : { fqdn: hostname };
  return { hostname: first, ...fqdn, manage_etc_hosts: "localhost" };
}

/**
 * The root is mounted before cloud-init runs, and no business of its. The others do not keep the guest from booting
 * where they are missing, unless the description has options of its own.
 */
function mountEntries(vm: VmModel): readonly YamlValue[] {
  return mountsOf(vm)
    .filter(({ mount }) => mount !== "/")
    .map(({ device, mount, type, options, pass }) => [
      device,
      mount,
      type,
      options ?? (mount === "none" ? "sw" : "defaults,nofail"),
      "0",
      String(pass),
    ]);
}

/** Services come before the commands of the description, which may need them. */
function serviceCommands({ software }: VmModel): readonly YamlValue[] {
  return [...(software.services ?? [])].flatMap(([name, { enabled, state }]) => [
    ["systemctl", enabled ? "enable" : "disable", name],
    ...(state === undefined ? [] : [["systemctl", state === "running" ? "start" : "stop", name]]),
  ]);
}
