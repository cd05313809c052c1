/** Watching templates: the directories in which they may change, and how a user ends it. */

import type { Host } from "../host/host.ts";

/** With more directories than this it is cheaper to look at the files themselves. */
const mostDirectories = 4000;

/**
 * Every directory below others in which a template may appear; those of the output are not looked into. Undefined if
 * there are too many.
 */
export function directoriesBelow(
  host: Host,
  roots: readonly string[],
  output: string,
): readonly string[] | undefined {
  const found = new Set(roots.map((root) => host.resolve(root)));
  for (const directory of found) {
    if (found.size > mostDirectories) return undefined;
    for (const name of host.list(directory)) {
      const path = directory === "/" ? `/${name}` : `${directory}/${name}`;
      if (/^\.|^node_modules$|\.(?:pan|tpl)$/.test(name) || path === output) continue;
      if (host.kind(path) === "directory") found.add(path);
    }
  }
  return [...found];
}

export interface Interrupt {
  readonly isAsked: () => boolean;
  /** What is called at once when somebody asks for the end. */
  readonly take: (action: () => void) => void;
}

/** The first Ctrl-C ends the watch when the build is over; the second one ends the process. */
export function onInterrupt(): Interrupt {
  let isAsked = false;
  let action: () => void = () => undefined;
  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    process.once(signal, () => {
      isAsked = true;
      action();
    });
  }
  return {
    isAsked: () => isAsked,
    take: (next) => {
      action = next;
    },
  };
}
