import type { Definitions } from "../definition.ts";

/** What libvirt cannot do, or would do otherwise than the description says. */
export const libvirtCodes = {} as const satisfies Definitions;
