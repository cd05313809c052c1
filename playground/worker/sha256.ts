/** SHA-256 at once; browsers have it with promises alone, and only in pages that come encrypted. */

import { sha256 as digest } from "../../src/pan/java/digest/sha256.ts";
import type { Sha256 } from "../../src/pipeline/source-digest.ts";
import { concatenated } from "../bytes.ts";

export const sha256: Sha256 = (parts) => {
  const encoder = new TextEncoder();
  const bytes = parts.map((part) => (typeof part === "string" ? encoder.encode(part) : part));
  return [...digest(concatenated(bytes))]
    .map((byte) => byte.toString(16).padStart(2, "0"))
    .join("");
};
