/** The log of `--logging`, as the reference compiler writes it. */

import { describe, expect, it } from "vitest";
import { callLog } from "../../../src/cli/call-log.ts";
import { memoryHost } from "../../../src/host/memory/memory-host.ts";

const template = { kind: "ordinary", name: "site/base", file: "/site/base.pan" } as const;

function logged(logging: string, denied: readonly string[] = []) {
  const host = memoryHost({ currentDirectory: "/out", denied });
  const log = callLog({ logging, logFile: "calls.log" }, host);
  for (const event of ["ENTER", "EXIT"] as const) {
    log?.note({ event, label: "ordinary template site/base", template });
    log?.note({ event, label: "function add", template });
  }
  const diagnostics = log?.write() ?? [];
  // The time is the machine's.
  const lines = host.readText("/out/calls.log")?.replace(/^\d+ /gm, "TIME ");
  return { lines, messages: diagnostics.map(({ message }) => message) };
}

describe("the log", () => {
  it("tells of includes and calls, each with its beginning and its end", () => {
    expect(logged("all").lines).toBe(`TIME 1 ENTER ORDINARY site/base /site/base.pan
TIME 1 ENTER FUNCTION add site/base /site/base.pan
TIME 1 EXIT ORDINARY site/base
TIME 1 EXIT FUNCTION add site/base
`);
  });

  it("has includes alone, if nothing else is asked for", () => {
    expect(logged("include").lines).not.toContain("FUNCTION");
    expect(logged("Include, Call").lines).toContain("FUNCTION");
  });

  it.each(["none", "all,none", "task"])("is not written for %s", (logging) => {
    expect(logged(logging).lines).toBeUndefined();
  });

  it("is not lost without a word", () => {
    expect(logged("all", ["/out/calls.log"]).messages).toEqual([
      "The file 'calls.log' could not be written: permission denied.",
    ]);
  });
});
