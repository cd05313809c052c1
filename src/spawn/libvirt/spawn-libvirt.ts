/**
 * The libvirt backend: a domain, and the volumes that its disks are made as.
 *
 * No network is written: the model names the virtual networks that interfaces are on, and does not say what they
 * are, as they are the host's.
 */

import type { VmModel } from "../../vm/model/model.ts";
import { createReporter } from "../../vm/reporter.ts";
import type { Backend, SpawnOptions } from "../backend.ts";
import type { SpawnResult } from "../spawn-result.ts";
import { isXen, type LibvirtContext } from "./context.ts";
import { domain } from "./domain.ts";
import { hasPassword } from "./graphics.ts";
import { checkWords } from "./no-word.ts";
import { volumes } from "./volumes.ts";
import { printDocument } from "./xml-node.ts";

export const libvirtBackend: Backend = {
  name: "libvirt",
  summary: "domain and volumes for libvirt",
  spawn: spawnLibvirt,
};

function spawnLibvirt(vm: VmModel, options: SpawnOptions): SpawnResult {
  const { report, diagnostics, failed } = createReporter(options.locate);
  const { hypervisor = "xen", type: guest, name } = vm.system;
  const ctx: LibvirtContext = { vm, hypervisor, guest, report, readSecret: options.readSecret };
  if (!isXen(ctx) && guest !== "hvm") {
    report("libvirt-guest-type-not-on-hypervisor", ["system", "type"], { guest, hypervisor });
    return { files: [], diagnostics };
  }
  checkWords(ctx);
  const origin = `Made by vmcs from ${vm.profile}, source ${vm.digest}.`;
  const root = domain(ctx);
  const disks = volumes(ctx, origin);
  if (failed()) return { files: [], diagnostics };
  const content = printDocument([`${name}: for virsh define.`, origin], root);
  const secret = hasPassword(ctx) ? { secret: true } : {};
  return { files: [{ name: `${name}.domain.xml`, content, ...secret }, ...disks], diagnostics };
}
