/** Creates the machines whose files a command has written, and says what became of each. */

import { applyMachines, platforms } from "../apply/apply-machines.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { ApplyRequest } from "./apply-options.ts";
import type { Environment } from "./command.ts";
import type { Output } from "./output.ts";
import type { WrittenMachine } from "./spawn-machines.ts";

export async function applyWritten(
  machines: readonly WrittenMachine[],
  { directory }: Output,
  request: ApplyRequest,
  redact: (text: string) => string,
  { host, terminal }: Environment,
): Promise<readonly Diagnostic[]> {
  const platform = platforms.find(({ name }) => name === request.platform);
  const outcome = await applyMachines(
    machines.map((machine) => ({ ...machine, directory })),
    platform,
    {
      host,
      options: { ...request, stateDirectory: host.resolve(request.stateDir) },
      redact,
      note: (line) => terminal.stdout(`${line}\n`),
    },
  );
  if (machines.length > 1) terminal.stdout(`${summary(outcome)}\n`);
  return outcome.diagnostics;
}

type Outcome = Awaited<ReturnType<typeof applyMachines>>;

/** "2 created, 1 unchanged, 1 failed, 3 not reached" */
function summary({ machines, notReached }: Outcome): string {
  const counts = new Map<string, number>();
  for (const { result } of machines) counts.set(result, (counts.get(result) ?? 0) + 1);
  if (notReached.length > 0) counts.set("not reached", notReached.length);
  return [...counts].map(([result, count]) => `${count} ${result}`).join(", ");
}
