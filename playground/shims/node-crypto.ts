/** The digest of the commands' skeletons, without Node: the same bytes come out. */

import { digestFunction } from "../../src/pan/java/digest/digest.ts";

class Hash {
  private readonly algorithm: string;
  private readonly parts: Uint8Array[] = [];

  constructor(algorithm: string) {
    this.algorithm = algorithm;
  }

  update(content: string | Uint8Array): this {
    this.parts.push(typeof content === "string" ? new TextEncoder().encode(content) : content);
    return this;
  }

  digest(_encoding: "hex"): string {
    const size = this.parts.reduce((sum, { length }) => sum + length, 0);
    const whole = new Uint8Array(size);
    let at = 0;
    for (const part of this.parts) {
      whole.set(part, at);
      at += part.length;
    }
    const bytes = digestFunction(this.algorithm)?.(whole) ?? new Uint8Array();
    return [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  }
}

export function createHash(algorithm: string): Hash {
  return new Hash(algorithm);
}
