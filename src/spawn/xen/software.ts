/**
 * What xl is told of the software skeleton: channels, over which agents in the guest speak to the host.
 *
 * xl creates domains and knows nothing else of what runs in them. Software reaches the guest in its disks.
 */

import { channelKey } from "./devices.ts";
import type { XlKey } from "./xl-table.ts";

export const softwareKeys: readonly XlKey[] = [channelKey];
