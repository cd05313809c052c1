/**
 * Identity that a description leaves open, derived from names: the same machine every time it is built.
 *
 * The UUID is the name-based one of RFC 9562 (version 5) of `urn:vmcs:vm:NAME` in the namespace of URLs, so other
 * programs can compute it. MAC addresses are in Xen's range, 00:16:3e:00:00:00 to 00:16:3e:7f:ff:ff.
 */

import { sha1 } from "../base/sha1.ts";

/** The machine's name if the description gives none: the last part of the profile's. */
export function nameOfProfile(profile: string): string {
  return profile.slice(profile.lastIndexOf("/") + 1);
}

export function uuidOfName(name: string): string {
  const bytes = digestInUrlNamespace(`urn:vmcs:vm:${name}`).slice(0, 16);
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x50;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = [...bytes].map(hexByte).join("");
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    hex.slice(12, 16),
    hex.slice(16, 20),
    hex.slice(20),
  ].join("-");
}

export function macOfInterface(name: string, networkInterface: string): string {
  const [first = 0, second = 0, third = 0] = digestInUrlNamespace(
    `urn:vmcs:vm:${name}:interface:${networkInterface}`,
  );
  return ["00", "16", "3e", ...[first & 0x7f, second, third].map(hexByte)].join(":");
}

const urlNamespace = [
  0x6b, 0xa7, 0xb8, 0x11, 0x9d, 0xad, 0x11, 0xd1, 0x80, 0xb4, 0x00, 0xc0, 0x4f, 0xd4, 0x30, 0xc8,
];

function digestInUrlNamespace(text: string): Uint8Array {
  return sha1(Uint8Array.of(...urlNamespace, ...new TextEncoder().encode(text)));
}

function hexByte(byte: number): string {
  return byte.toString(16).padStart(2, "0");
}
