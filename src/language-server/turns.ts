/** Long work in short turns, so that requests are answered in between. */

import type { Host } from "../host/host.ts";

/** How long a turn is, in milliseconds. */
const turn = 15;

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
    await new Promise<void>((resolve) => setTimeout(resolve, isIdle ? worked : 0));
    if (isCancelled()) return;
    began = host.now();
  }
}
