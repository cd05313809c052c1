/** Arithmetic on IP addresses that have the form of `pattern.ip` or `pattern.cidr`. */

import { invariant } from "../base/invariant.ts";

export interface IpAddress {
  /** Number of bits of an address: 32 or 128. */
  readonly bits: 32 | 128;
  readonly value: bigint;
}

export type IpVersion = 4 | 6;

export function ipVersion(address: string): IpVersion {
  return address.includes(":") ? 6 : 4;
}

export function parseIp(text: string): IpAddress {
  return ipVersion(text) === 6 ? parseIpv6(text) : parseIpv4(text);
}

/** IPv6 in the form of RFC 5952. */
export function formatIp({ bits, value }: IpAddress): string {
  return bits === 32 ? parts(value, 8, 4).join(".") : formatIpv6(value);
}

/** The address and the length of its prefix; all of it where it has none. */
export function parseCidr(text: string): {
  readonly address: IpAddress;
  readonly prefix: number;
} {
  const [host = "", length] = text.split("/");
  const address = parseIp(host);
  return { address, prefix: length === undefined ? address.bits : Number(length) };
}

/** Whether two addresses are in one network. */
export function sameNetwork(left: IpAddress, right: IpAddress, prefix: number): boolean {
  const shift = BigInt(left.bits - prefix);
  return left.bits === right.bits && left.value >> shift === right.value >> shift;
}

/** Whether an address is in the network of an address with its prefix length, such as 192.0.2.10/24. */
export function isInNetwork(text: string, cidr: string): boolean {
  const { address, prefix } = parseCidr(cidr);
  return sameNetwork(address, parseIp(text), prefix);
}

/** Whether an address is for the link that it is used on, whatever its network. */
export function isLinkLocal(address: string): boolean {
  return isInNetwork(address, "fe80::/10");
}

/** Whether it is the address of all hosts of its network, which IPv6 has not, nor a link of two (RFC 3021). */
export function isBroadcast({ bits, value }: IpAddress, prefix: number): boolean {
  const hosts = (1n << BigInt(bits - prefix)) - 1n;
  return bits === 32 && prefix < 31 && (value & hosts) === hosts;
}

function parseIpv4(text: string): IpAddress {
  const octets = text.split(".").map(BigInt);
  invariant(octets.length === 4, `${text} is an IPv4 address`);
  return { bits: 32, value: octets.reduce((value, octet) => (value << 8n) | octet, 0n) };
}

function parseIpv6(text: string): IpAddress {
  const [head = "", tail] = text.split("::");
  const before = groupsOf(head);
  const after = groupsOf(tail ?? "");
  const zeros = Array.from({ length: 8 - before.length - after.length }, () => 0n);
  const groups = [...before, ...zeros, ...after];
  invariant(groups.length === 8, `${text} is an IPv6 address`);
  return { bits: 128, value: groups.reduce((value, group) => (value << 16n) | group, 0n) };
}

function groupsOf(text: string): readonly bigint[] {
  return text === "" ? [] : text.split(":").map((group) => BigInt(`0x${group}`));
}

/** The longest run of at least two zero groups, the first of several, becomes `::`. */
function formatIpv6(value: bigint): string {
  const text = parts(value, 16, 8)
    .map((group) => group.toString(16))
    .join(":");
  const runs = text.match(/(?<![0-9a-f])0(:0)+(?![0-9a-f])/g) ?? [];
  const longest = runs.reduce((best, run) => (run.length > best.length ? run : best), "");
  if (longest === "") return text;
  return text.replace(new RegExp(`(^|:)${longest}(:|$)`), "::");
}

function parts(value: bigint, width: number, count: number): readonly bigint[] {
  const mask = (1n << BigInt(width)) - 1n;
  return Array.from(
    { length: count },
    (_, index) => (value >> BigInt(width * (count - 1 - index))) & mask,
  );
}
