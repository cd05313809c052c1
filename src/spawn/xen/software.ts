/**
 * What xl is told of the software skeleton: nothing yet.
 *
 * xl creates domains and knows nothing of what runs in them. Software reaches the guest in its disks.
 */

import type { XlKey } from "./xl-table.ts";

export const softwareKeys: readonly XlKey[] = [];
