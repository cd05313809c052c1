import type { Definitions } from "../definition.ts";

/** What the images of disks cannot be made of. */
export const imageCodes = {} as const satisfies Definitions;
