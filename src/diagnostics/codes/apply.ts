import type { Definitions } from "../definition.ts";

/** What went wrong while a machine was created on a host. */
export const applyCodes = {} as const satisfies Definitions;
