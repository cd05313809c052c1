import type { Definitions } from "../definition.ts";

/** What xm, the tool of Xen before xl, cannot do. */
export const xmCodes = {
  "xm-not-in-release": {
    severity: "error",
    message: "{path} needs Xen {since}: the xm of Xen {release} does not know '{name}'.",
    help: "Remove it, or build for a later release.",
    explanation: `xm learnt new keys with the releases of Xen 3, and refuses or ignores those that it does not know. What the
description asks for cannot be had on a host with this release.`,
  },
  "xm-cannot-express": {
    severity: "error",
    message: "{path}: xm has no word for {what}.",
    help: "Remove it, or build for Xen 4.2 or later, whose tool is xl.",
    explanation: `Xen 3 knew less of machines than Xen does today: guests without an emulated PC (\`pvh\`), data in images of some
formats, channels to agents and much more came later. What cannot be told is refused, so that no machine lacks what its
description says.`,
  },
} as const satisfies Definitions;
