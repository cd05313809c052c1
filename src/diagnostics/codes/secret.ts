import type { Definitions } from "../definition.ts";

/** Secrets that cannot be had. */
export const secretCodes = {} as const satisfies Definitions;
