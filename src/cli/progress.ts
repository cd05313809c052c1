/** One line on a terminal that tells how far a build is; nothing where stderr is no terminal. */

export interface ProgressLine {
  readonly show: (done: number, known: number) => void;
  /** Takes the line away. */
  readonly clear: () => void;
}

/** A build that is over sooner shows nothing. */
const patience = 500;
const interval = 100;

export function progressLine(): ProgressLine {
  const { stderr } = process;
  if (stderr.isTTY !== true) return { show: () => undefined, clear: () => undefined };
  let next = performance.now() + patience;
  let isShown = false;
  return {
    show(done, known) {
      const now = performance.now();
      if (now < next) return;
      next = now + interval;
      isShown = true;
      stderr.write(`\r\u001b[K${done} of ${known} profiles`);
    },
    clear() {
      if (isShown) stderr.write("\r\u001b[K");
      isShown = false;
    },
  };
}
