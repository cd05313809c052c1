import type { Definitions } from "../definition.ts";
import { xenImportCodes } from "./import-xen.ts";

/** What a configuration of another tool says that the model does not, or does not say clearly. */
export const importCodes = {
  ...xenImportCodes,
} as const satisfies Definitions;
