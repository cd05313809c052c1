/** A host whose files are read once: they do not change during a run, and all tests read the same ones. */

import type { Host } from "../host/host.ts";

export interface SteadyHost extends Host {
  /** Whether anything that was read, or looked for, is no longer what it was. */
  readonly isOutdated: () => boolean;
}

export function steadyHost(host: Host): SteadyHost {
  const texts = remembered((path) => host.readText(path));
  const unpacked = remembered((path) => host.readGzip(path));
  const listings = remembered((path) => host.list(path));
  const kinds = remembered((path) => host.kind(path));
  return {
    ...host,
    readText: texts.ask,
    readGzip: unpacked.ask,
    list: listings.ask,
    kind: kinds.ask,
    isOutdated: () => [texts, unpacked, listings, kinds].some(({ isOutdated }) => isOutdated()),
  };
}

interface Memory<Result> {
  readonly ask: (path: string) => Result;
  readonly isOutdated: () => boolean;
}

function remembered<Result>(ask: (path: string) => Result): Memory<Result> {
  const known = new Map<string, Result>();
  return {
    ask(path) {
      if (known.has(path)) return known.get(path) as Result;
      const answer = ask(path);
      known.set(path, answer);
      return answer;
    },
    isOutdated: () => [...known].some(([path, answer]) => !isSame(ask(path), answer)),
  };
}

function isSame(a: unknown, b: unknown): boolean {
  return a === b || JSON.stringify(a) === JSON.stringify(b);
}
