/** The port of a program that runs in one of Node's workers. */

import { parentPort } from "node:worker_threads";
import { invariant } from "../../base/invariant.ts";
import type { ThreadPort } from "../threads.ts";

export function threadPort(): ThreadPort {
  const port = parentPort;
  invariant(port !== null, "the program of a thread was run by itself");
  return {
    post: (message) => port.postMessage(message),
    onMessage: (take) => void port.on("message", take),
  };
}
