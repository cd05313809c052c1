/** Which interface the name servers are told to. */
import { expect, it } from "vitest";
import { interfaceOfResolver } from "../../../src/spawn/cloud-init/network-config.ts";
import type { NetworkInterface } from "../../../src/vm/model/network.ts";

type Part = Partial<NetworkInterface>;

const address: Part = { addresses: ["10.0.0.2/24"] };

it.each<readonly [string, Readonly<Record<string, Part>>, string | undefined]>([
  ["with a gateway", { a: address, b: { gateway4: "10.1.0.1" } }, "b"],
  ["with a gateway of IPv6 alone", { a: address, b: { gateway6: "fe80::1" } }, "b"],
  ["with an address, if none has a gateway", { a: { addresses: [] }, b: address }, "b"],
  ["that comes first, if none has an address", { a: {}, b: {} }, "a"],
  ["none, if there is none", {}, undefined],
])("the one %s", (_, interfaces, wanted) => {
  const map = new Map(Object.entries(interfaces)) as ReadonlyMap<string, NetworkInterface>;
  expect(interfaceOfResolver({ interfaces: map })).toBe(wanted);
});
