/** All backends, in the order in which help lists them. */

import type { Backend } from "./backend.ts";
import { xenBackend } from "./xen/spawn-xen.ts";

export const backends: readonly Backend[] = [xenBackend];
