/** What a thread does that builds machines. */

import { nodeHost } from "../host/node/node-host.ts";
import { threadPort } from "../host/node/thread-port.ts";
import { serveJobs } from "../pan/compiler/serve-jobs.ts";
import { type MachinePlan, machineWork } from "./machine-work.ts";

export function serveMachines(): void {
  const host = nodeHost();
  serveJobs(threadPort(), host, (plan) => machineWork(plan as MachinePlan, { host }));
}
