/** Keeps a directory of files that nobody misses from growing without end. */

import { readdirSync, rmSync, statSync } from "node:fs";

/** Removes the files that were written longest ago, until the others are small enough; what cannot be removed stays. */
export function trimDirectory(directory: string, bytes: number): void {
  try {
    const files = readdirSync(directory).flatMap((name) => {
      const path = `${directory}/${name}`;
      const stats = statSync(path, { throwIfNoEntry: false });
      return stats?.isFile() === true ? [{ path, size: stats.size, time: stats.mtimeMs }] : [];
    });
    let total = 0;
    for (const { path, size, time } of files.sort((a, b) => b.time - a.time)) {
      total += Math.max(size, leastSize);
      const isLeftover = path.endsWith(".tmp") && Date.now() - time > day;
      if (total > bytes || isLeftover) rmSync(path, { force: true });
    }
  } catch {
    // Somebody else may have removed a file, or the directory; whoever trims next will see.
  }
}

const leastSize = 64 * 1024;

/** A process that was ended may have left a file that it had not renamed yet. */
const day = 24 * 60 * 60 * 1000;
