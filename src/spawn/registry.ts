/** All backends, in the order in which help lists them. */

import type { Backend } from "./backend.ts";
import { cloudInitBackend } from "./cloud-init/spawn-cloud-init.ts";
import { imageBackend } from "./image/spawn-image.ts";
import { libvirtBackend } from "./libvirt/spawn-libvirt.ts";
import { xenBackend } from "./xen/spawn-xen.ts";

export const backends: readonly Backend[] = [
  xenBackend,
  libvirtBackend,
  cloudInitBackend,
  imageBackend,
];
