/** The program of a thread: takes a job, then profiles of it, until it is ended. */

import type { ThreadPort } from "../../host/threads.ts";
import type { FromThread, ToThread } from "./job.ts";
import { type JobHost, JobSession } from "./job-session.ts";
import type { MakeWork, ProfileWork } from "./profile-work.ts";

export function serveJobs(port: ThreadPort, host: JobHost, makeWork?: MakeWork): void {
  let session: JobSession | undefined;
  let ready: Promise<ProfileWork> | undefined;
  port.onMessage(async (message) => {
    try {
      const order = message as ToThread;
      if (order.kind === "job") {
        const { job } = order;
        ready = job.work === undefined ? undefined : makeWork?.(job.work);
        session = new JobSession(host, job, await ready);
        return;
      }
      // The answers come in the order of the questions: all wait for the same.
      await ready;
      if (session !== undefined) {
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
