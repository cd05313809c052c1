import type { Definitions } from "../definition.ts";

/** What cloud-init cannot do. */
export const cloudInitCodes = {} as const satisfies Definitions;
