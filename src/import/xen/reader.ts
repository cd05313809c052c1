/** What reads one key of a configuration. */

import type { CfgSetting } from "./cfg-value.ts";
import type { XlImport } from "./context.ts";

/** Puts what a setting says into the draft, and reports what it cannot. */
export type Reader = (ctx: XlImport, setting: CfgSetting) => void;

export type Readers = Readonly<Record<string, Reader>>;
