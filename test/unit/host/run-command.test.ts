/** Programs that do not come to their end. */
import { expect, it } from "vitest";
import { nodeHost } from "../../../src/host/node/node-host.ts";

const host = nodeHost({ environment: { PATH: process.env["PATH"] } });

it.each<[string, readonly [string, ...string[]], number | undefined, string | undefined]>([
  ["ends with a status", ["sh", "-c", "exit 3"], 3, undefined],
  ["takes too long", ["sleep", "60"], undefined, "it took longer than 100 ms"],
  ["is ended", ["sh", "-c", "kill -9 $$"], undefined, "it was ended by SIGKILL"],
  ["is missing", ["vmcs-no-such-program"], undefined, "there is no such file or directory"],
])("what %s is told", async (_, [command, ...args], status, problem) => {
  const isSlow = command === "sleep";
  const result = await host.run(command, args, isSlow ? { timeout: 100 } : {});
  expect([result.status, result.problem]).toEqual([status, problem]);
});
