/** Watching directories: by the system where it can, else by looking again and again. */

import { type FSWatcher, watch } from "node:fs";

export interface DirectoryWatch {
  /** Resolves when something may have changed since the watch was made. */
  changed(): Promise<void>;
  end(): void;
}

/** A change seldom comes alone. */
const quiet = 60;
const pollingInterval = 1500;

/** Undefined directories are more than the system should be asked to watch. */
export function watchDirectories(directories: readonly string[] | undefined): DirectoryWatch {
  const watchers: FSWatcher[] = [];
  let timer: NodeJS.Timeout | undefined;
  let hasChanged = false;
  let wake: (() => void) | undefined;
  const later = (delay: number): void => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      hasChanged = true;
      wake?.();
    }, delay);
  };
  const poll = (): void => {
    for (const watcher of watchers.splice(0)) watcher.close();
    later(pollingInterval);
  };
  if (directories === undefined) poll();
  try {
    for (const directory of directories ?? []) {
      const watcher = watch(directory, () => later(quiet));
      // A directory that goes away has changed; whatever else the watcher cannot do, polling can.
      watcher.on("error", () => later(quiet));
      watchers.push(watcher);
    }
  } catch {
    poll();
  }
  return {
    async changed() {
      if (!hasChanged) {
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      }
    },
    end() {
      clearTimeout(timer);
      for (const watcher of watchers) watcher.close();
      wake?.();
    },
  };
}
