/** The program of a thread: takes a job, then profiles of it, until it is ended. */

import type { ThreadPort } from "../../host/threads.ts";
import type { FromThread, ToThread } from "./job.ts";
import { type JobHost, JobSession } from "./job-session.ts";

export function serveJobs(port: ThreadPort, host: JobHost): void {
  let session: JobSession | undefined;
  port.onMessage((message) => {
    try {
      const order = message as ToThread;
      if (order.kind === "job") session = new JobSession(host, order.job);
      else if (session !== undefined) {
        answer(port, { kind: "built", result: session.build(order.name, false) });
      }
    } catch (error) {
      const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
      answer(port, { kind: "failure", text });
    }
  });
}

function answer(port: ThreadPort, message: FromThread): void {
  port.post(message);
}
