/** What must hold between the interfaces of a machine. */

import type { Report } from "../reporter.ts";
import type { Network } from "./network.ts";

export function checkNetwork({ interfaces }: Network, report: Report): void {
  const owners = new Map<string, string>();
  for (const [name, { mac }] of interfaces ?? []) {
    const place = ["network", "interfaces", name, "mac"];
    const address = mac.toLowerCase();
    const owner = owners.get(address);
    if (address === "00:00:00:00:00:00") report("vm-mac-zero", place, {});
    if (owner === undefined) {
      owners.set(address, name);
      continue;
    }
    report(
      "vm-mac-duplicate",
      place,
      { mac, other: `/network/interfaces/${owner}` },
      {
        related: [{ place: ["network", "interfaces", owner, "mac"], message: "the same address" }],
      },
    );
  }
}
