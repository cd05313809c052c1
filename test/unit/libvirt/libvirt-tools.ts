/** Programs and schemas of libvirt. */
import { existsSync } from "node:fs";
import { type Tool, xmllint } from "../../support/tool.ts";

const folder = "/usr/share/libvirt/schemas";

/** The path of a schema of libvirt, such as `domain`. */
export function libvirtSchema(kind: "domain" | "storagevol"): string {
  return `${folder}/${kind}.rng`;
}

/** xmllint, where libvirt's schemas are. */
export const libvirtSchemas: Tool = {
  ...xmllint,
  name: "libvirt's schemas",
  find: () => (existsSync(libvirtSchema("domain")) ? xmllint.find() : undefined),
  remedy: "apt-get install libvirt0 libxml2-utils",
};

export const virsh: Tool = {
  ...xmllint,
  name: "virsh",
  find: () => ["/usr/bin/virsh", "/usr/local/bin/virsh"].find((path) => existsSync(path)),
  remedy: "apt-get install libvirt-clients",
};
