/** The file that a thread of `vmcs build` and `vmcs check` runs; the first thread has kept the code. */

import type * as All from "../programs/all.ts";
import { loadProgram } from "./load-program.ts";

void loadProgram<typeof All>("all", "build").exports.serveThread();
