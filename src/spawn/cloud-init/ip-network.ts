/** Which network an address is in: as much of IP addresses as gateways and routes need. */

export type IpVersion = 4 | 6;

export function ipVersion(address: string): IpVersion {
  return address.includes(":") ? 6 : 4;
}

/** Whether an address is in the network of an address with its prefix length, such as 192.0.2.10/24. */
export function isInNetwork(address: string, cidr: string): boolean {
  const [base = "", prefix = ""] = cidr.split("/");
  const version = ipVersion(base);
  if (ipVersion(address) !== version) return false;
  const hostBits = BigInt((version === 4 ? 32 : 128) - Number(prefix));
  return numberOf(address) >> hostBits === numberOf(base) >> hostBits;
}

/** Whether an address is for the link that it is used on, whatever its network: fe80::/10. */
export function isLinkLocal(address: string): boolean {
  return ipVersion(address) === 6 && isInNetwork(address, "fe80::/10");
}

function numberOf(address: string): bigint {
  return ipVersion(address) === 4
    ? address.split(".").reduce((sum, part) => sum * 256n + BigInt(part), 0n)
    : groupsOf(address).reduce((sum, group) => sum * 65_536n + group, 0n);
}

function groupsOf(address: string): readonly bigint[] {
  const [head = "", tail] = address.split("::");
  const before = parse(head);
  const after = parse(tail ?? "");
  const missing = tail === undefined ? 0 : 8 - before.length - after.length;
  return [...before, ...Array.from({ length: missing }, () => 0n), ...after];
}

function parse(groups: string): readonly bigint[] {
  return groups === "" ? [] : groups.split(":").map((group) => BigInt(`0x${group}`));
}
