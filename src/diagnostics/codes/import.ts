import type { Definitions } from "../definition.ts";

/** What a configuration of another tool says that the model does not, or does not say clearly. */
export const importCodes = {} as const satisfies Definitions;
