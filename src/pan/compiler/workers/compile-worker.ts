/** The file that a thread of the compiler runs. */

import { nodeHost } from "../../../host/node/node-host.ts";
import { threadPort } from "../../../host/node/thread-port.ts";
import { serveJobs } from "../serve-jobs.ts";

serveJobs(threadPort(), nodeHost());
