/** What the file system says of a file: size, times, identity. */

import { statSync } from "node:fs";
import type { FileStamp } from "../host.ts";

/** File systems with nanoseconds count them in ticks of the kernel; others round to two seconds at worst. */
const fineTick = 50;
const coarseTick = 2500;
const million = 1_000_000n;

export function fileStamp(path: string): FileStamp | undefined {
  const stats = statSync(path, { bigint: true, throwIfNoEntry: false });
  if (stats === undefined) return undefined;
  const { size, mtimeNs, ctimeNs, ino, dev } = stats;
  const isFine = ctimeNs % million !== 0n;
  const age = Date.now() - Math.max(Number(mtimeNs / million), Number(ctimeNs / million));
  return {
    mark: [size, mtimeNs, ctimeNs, ino, dev].map((part) => part.toString(36)).join("-"),
    isSettled: age > (isFine ? fineTick : coarseTick),
  };
}
