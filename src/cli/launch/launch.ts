/** Runs a bundled program to its end. */

import { setFlagsFromString } from "node:v8";
import { version } from "../version.ts";
import { loadProgram } from "./load-program.ts";

export function launch<Exports>(
  program: string,
  use: string,
  run: (exports: Exports) => Promise<void>,
): void {
  // V8 complains of flags that it does not know.
  if (knownEngines.test(process.versions.v8)) setFlagsFromString(`--interrupt-budget=${patience}`);
  const { exports, keepCode } = loadProgram<Exports>(program, use);
  run(exports).then(keepCode, (error: unknown) => {
    const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
    process.stderr.write(`This is a mistake in vmcs ${version}, please report it:\n${text}\n`);
    process.exitCode = 3;
  });
}

/**
 * How much of a function has run before V8 thinks of optimizing it. By default it is a fifth of that, and most of the
 * machine code of a short run is then made for nothing: 40 % of the processor time of ten profiles.
 */
const patience = 300_000;
const knownEngines = /^1[1-3]\./;
