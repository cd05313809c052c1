/** Runs a bundled program to its end. */

import { version } from "../version.ts";
import { loadProgram } from "./load-program.ts";

export function launch<Exports>(
  program: string,
  use: string,
  run: (exports: Exports) => Promise<void>,
): void {
  const { exports, keepCode } = loadProgram<Exports>(program, use);
  run(exports).then(keepCode, (error: unknown) => {
    const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
    process.stderr.write(`This is a mistake in vmcs ${version}, please report it:\n${text}\n`);
    process.exitCode = 3;
  });
}
