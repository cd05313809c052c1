/** Message digests by the names that Java's default provider knows; case does not matter. */

import { sha1 } from "../../../base/sha1.ts";
import { md2 } from "./md2.ts";
import { md5 } from "./md5.ts";
import { sha3 } from "./sha3.ts";
import { sha224, sha256 } from "./sha256.ts";
import { sha384, sha512, sha512Short } from "./sha512.ts";

export type DigestFunction = (message: Uint8Array) => Uint8Array;

const algorithms: readonly (readonly [names: string, digest: DigestFunction])[] = [
  ["MD2", md2],
  ["MD5", md5],
  ["SHA SHA-1 SHA1 1.3.14.3.2.26", sha1],
  ["SHA-224 SHA224 2.16.840.1.101.3.4.2.4", sha224],
  ["SHA-256 SHA256 2.16.840.1.101.3.4.2.1", sha256],
  ["SHA-384 SHA384 2.16.840.1.101.3.4.2.2", sha384],
  ["SHA-512 SHA512 2.16.840.1.101.3.4.2.3", sha512],
  ["SHA-512/224 SHA512/224 2.16.840.1.101.3.4.2.5", (message) => sha512Short(message, 224)],
  ["SHA-512/256 SHA512/256 2.16.840.1.101.3.4.2.6", (message) => sha512Short(message, 256)],
  ["SHA3-224 2.16.840.1.101.3.4.2.7", (message) => sha3(message, 224)],
  ["SHA3-256 2.16.840.1.101.3.4.2.8", (message) => sha3(message, 256)],
  ["SHA3-384 2.16.840.1.101.3.4.2.9", (message) => sha3(message, 384)],
  ["SHA3-512 2.16.840.1.101.3.4.2.10", (message) => sha3(message, 512)],
];

const byName = new Map(
  algorithms.flatMap(([names, digest]) => names.split(" ").map((name) => [name, digest] as const)),
);

/** The names for people, one of each algorithm. */
export const digestNames: readonly string[] = algorithms.map(
  ([names]) => names.split(" ")[0] as string,
);

/** The digest of a name, undefined if there is none. */
export function digestFunction(name: string): DigestFunction | undefined {
  return byName.get(name.toUpperCase().replace(/^OID\.(?=\d)/, ""));
}
