/** How the machine is connected: `/network` of the description. */

import * as pattern from "../shape/pattern.ts";
import {
  boolean,
  choice,
  derived,
  type Infer,
  integer,
  list,
  map,
  optional,
  record,
  required,
  text,
} from "../shape/shape.ts";

const rate = record({
  average: required(integer(1, 4_294_967_295, "kbit/s"), "average that is not exceeded"),
  interval: optional(integer(1, 4_294_967_295, "us"), "interval over which it is counted"),
});

const model = choice(
  "netfront",
  "virtio",
  "e1000",
  "e1000e",
  "rtl8139",
  "vmxnet3",
  "ne2k_pci",
  "pcnet",
  "i82551",
  "i82557b",
  "i82559er",
);

const networkInterface = record({
  mac: derived(text(pattern.mac), "MAC address"),
  bridge: optional(
    text(pattern.hostInterface),
    "bridge of the host that the interface is attached to",
  ),
  network: optional(
    text(pattern.word),
    "virtual network of the host that the interface is attached to instead",
  ),
  model: optional(model, "netfront: paravirtual; the others: emulated"),
  rate: optional(rate, "limit of what the interface may send"),
  mtu: optional(integer(68, 65_535, "bytes"), "largest packet"),
  vlan: optional(integer(1, 4094), "VLAN that the host puts the interface in"),
  vlans: optional(
    text(pattern.vlanTrunk),
    "VLANs that the host lets through to the interface; excludes vlan",
  ),
  script: optional(text(pattern.script), "script of the host that attaches the interface"),
  backend: optional(
    text(pattern.vmName),
    "machine that serves the interface, where that is not the host",
  ),
  target: optional(
    text(pattern.hostInterface),
    "name of the network device by which the host knows the interface",
  ),
  gateway_device: optional(
    text(pattern.hostInterface),
    "network device of the host through which the interface is routed",
  ),
  allowed_addresses: optional(
    list("address", text(pattern.allowedAddress)),
    "addresses that the host lets the guest use",
  ),
  devid: optional(integer(0, 255), "number of the interface; its place in the list where absent"),
  trusted: optional(boolean, "whether the guest can trust the machine that serves the interface"),
  colo: optional(
    map("option", "name", pattern.coloOption, text(pattern.option)),
    "options of COLO, which keeps a second machine in step, without their colo_",
  ),
  addresses: optional(list("address", text(pattern.cidr)), "addresses that the guest uses"),
  dhcp4: optional(boolean, "whether the guest gets an IPv4 address by DHCP"),
  dhcp6: optional(boolean, "whether the guest gets an IPv6 address by DHCP"),
  gateway4: optional(text(pattern.ipv4), "IPv4 address of the gateway"),
  gateway6: optional(text(pattern.ipv6), "IPv6 address of the gateway"),
});

const dns = record({
  nameservers: optional(
    list("nameserver", text(pattern.ip)),
    "name servers, the preferred one first",
  ),
  search: optional(
    list("domain", text(pattern.hostname)),
    "domains in which unqualified names are looked up",
  ),
});

const route = record({
  to: required(text(pattern.destination), "network that it leads to, or default"),
  via: required(text(pattern.ip), "next gateway"),
  metric: optional(integer(0, 4_294_967_295), "cost; the cheapest route wins"),
});

export const network = record({
  interfaces: optional(
    map("interface", "name", pattern.guestInterface, networkInterface),
    "interfaces by the name that the guest gives them",
  ),
  dns: optional(dns, "how names are resolved"),
  routes: optional(list("route", route), "routes beside those of the interfaces"),
  pvcalls: optional(
    list("device", record({ backend: required(text(pattern.vmName), "machine that serves it") })),
    "sockets that another machine serves, over Xen's PV Calls",
  ),
});

export type Network = Infer<typeof network>;
export type NetworkInterface = Infer<typeof networkInterface>;
export type Rate = Infer<typeof rate>;
