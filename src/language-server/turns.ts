/** Long work in short turns, so that requests are answered in between. */

import type { Host } from "../host/host.ts";

/** How long a turn is, in milliseconds. */
const turn = 15;

/**
 * Takes the steps of some work one by one, and lets others have their turns; ends early if it is cancelled.
 * `onStep` gets what each step gives.
 */
export async function inTurns<Step>(
  steps: Iterable<Step>,
  host: Pick<Host, "now">,
  isCancelled: () => boolean,
  onStep: (step: Step) => void,
): Promise<void> {
  let began = host.now();
  for (const step of steps) {
    onStep(step);
    if (host.now() - began < turn) continue;
    await new Promise<void>((resolve) => setTimeout(resolve, 0));
    if (isCancelled()) return;
    began = host.now();
  }
}
