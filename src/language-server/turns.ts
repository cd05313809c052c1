/** Long work in short turns, so that requests are answered in between. */

import type { Connection } from "vscode-languageserver";
import type { Host } from "../host/host.ts";

/**
 * Does something in a while, in milliseconds, that no request waits for: so that a failure of ours is told in the
 * client's log, and ends nothing else.
 */
export function later(
  { console }: Pick<Connection, "console">,
  milliseconds: number,
  work: () => Promise<void>,
): void {
  setTimeout(() => {
    work().catch((error: unknown) => console.error(`vmcs has failed: ${String(error)}`));
  }, milliseconds);
}

/** How long a turn is, in milliseconds. */
const turn = 15;
/** Requests are taken one at a time: whatever has arrived in a turn that got long is answered in such a rest. */
const longestRest = 10;

export interface Pace {
  /** After how many milliseconds of work there is no hurry any more; never, if it is left out. */
  readonly hurry?: number;
  /** At least as many steps are taken before that. */
  readonly steps?: number;
}

/**
 * Takes the steps of some work one by one, and lets others have their turns; ends early if it is cancelled.
 * `onStep` gets what each step gives. Work without hurry rests as long as it works.
 */
export async function inTurns<Step>(
  steps: Iterable<Step>,
  host: Pick<Host, "now">,
  isCancelled: () => boolean,
  onStep: (step: Step) => void,
  { hurry = Number.POSITIVE_INFINITY, steps: fewest = 0 }: Pace = {},
): Promise<void> {
  const start = host.now();
  let began = start;
  let taken = 0;
  for (const step of steps) {
    onStep(step);
    taken++;
    const now = host.now();
    const worked = now - began;
    if (worked < turn) continue;
    const isIdle = taken >= fewest && now - start >= hurry;
    await rest(host, isIdle ? worked : Math.min(worked / 20, longestRest));
    if (isCancelled()) return;
    began = host.now();
  }
}

/** Whoever uses it for long has perhaps more to do. */
async function rest(host: Pick<Host, "now">, milliseconds: number): Promise<void> {
  for (let left = roundsOfRest; left > 0; left--) await round();
  for (let left = 5; left > 0; left--) {
    const start = host.now();
    await new Promise<void>((resolve) => setTimeout(resolve, milliseconds));
    if (host.now() - start < milliseconds + longestRest) return;
  }
}

/** Of Node: browsers have it not, and need it not, as they do not wait for a timer with messages that have arrived. */
const { setImmediate } = globalThis as { setImmediate?: (act: () => void) => void };
/** One message is taken in each, however early a timer ends that began behind a long turn. */
const roundsOfRest = setImmediate === undefined ? 0 : 8;

function round(): Promise<void> {
  return new Promise((resolve) => setImmediate?.(resolve));
}
