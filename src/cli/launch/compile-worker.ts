/** The file that a thread of the bundled compiler runs; the first thread has kept the code. */

import type * as Compile from "../programs/compile.ts";
import { loadProgram } from "./load-program.ts";

void loadProgram<typeof Compile>("compile", "compile").exports.serveThread();
