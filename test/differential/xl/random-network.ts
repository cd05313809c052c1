/** Random interfaces, name servers and routes of a machine. */
import type { Network, NetworkInterface, Rate } from "../../../src/vm/model/network.ts";
import type { GuestType } from "../../../src/vm/model/system.ts";
import type { Random } from "../random.ts";
import {
  between,
  boolean,
  compact,
  domainName,
  hex,
  type MachineWish,
  mapOf,
  maybe,
} from "./random-values.ts";

export function randomNetwork(random: Random, type: GuestType, wish: MachineWish): Network {
  const interfaces = random.times(random.int(4), (index): [string, NetworkInterface] => [
    `eth${index}`,
    networkInterface(random, index, type, wish),
  ]);
  return compact<Network>({
    interfaces: mapOf(interfaces),
    dns: maybe(random, 0.3, () => ({
      nameservers: ["192.0.2.53", "2001:db8::53"].slice(random.int(2)),
      search: ["example.org"],
    })),
    routes:
      interfaces.length === 0
        ? undefined
        : maybe(random, 0.2, () => [
            { to: "198.51.100.0/24", via: "192.0.2.1", metric: random.int(1000) },
          ]),
    pvcalls: wish.onlyXen
      ? maybe(random, 0.05, () => [{ backend: domainName(random) }])
      : undefined,
  });
}

function networkInterface(
  random: Random,
  index: number,
  type: GuestType,
  { onlyXen }: MachineWish,
): NetworkInterface {
  const routed = onlyXen && random.chance(0.1);
  const fixed = random.chance(0.5);
  const anywhere = <Value>(probability: number, make: () => Value): Value | undefined =>
    onlyXen ? maybe(random, probability, make) : undefined;
  return compact<NetworkInterface>({
    mac: `00:16:${random.pick(["3e", "3E"])}:${hex(random, 2)}:${hex(random, 2)}:0${index}`,
    bridge: routed ? undefined : random.pick(["xenbr0", "br-lan.10", "virbr0"]),
    model:
      type === "hvm"
        ? maybe(random, 0.5, () => random.pick(["netfront", "e1000", "rtl8139", "virtio"]))
        : maybe(random, 0.2, () => "netfront"),
    rate: maybe(random, 0.3, () => randomRate(random)),
    mtu: maybe(random, 0.3, () => between(random, 576, 9000)),
    script: routed ? "vif-route" : anywhere(0.1, () => "vif-bridge"),
    backend: anywhere(0.1, () => domainName(random)),
    target: maybe(random, 0.2, () => `web.${index}-${random.int(10)}`),
    gateway_device: routed ? "eth0" : undefined,
    allowed_addresses: anywhere(0.2, () => ["192.0.2.10", "2001:db8::10"].slice(random.int(2))),
    devid: anywhere(0.2, () => index),
    addresses: fixed ? [`192.0.2.${10 + index}/24`, `2001:db8::${10 + index}/64`] : undefined,
    dhcp4: fixed ? undefined : true,
    dhcp6: fixed ? undefined : maybe(random, 0.3, () => boolean(random)),
    gateway4: fixed && index === 0 ? "192.0.2.1" : undefined,
    gateway6: fixed && index === 0 ? maybe(random, 0.5, () => "2001:db8::1") : undefined,
  });
}

function randomRate(random: Random): Rate {
  return compact<Rate>({
    average: between(random, 1000, 1_000_000),
    interval: maybe(random, 0.4, () => between(random, 10_000, 1_000_000)),
  });
}
