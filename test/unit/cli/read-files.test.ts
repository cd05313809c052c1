/** Files that cannot be read are told of, whatever a command does with the others. */

import { expect, it } from "vitest";
import { graphCommand } from "../../../src/cli/commands/graph.ts";
import { memoryHost } from "../../../src/host/memory/memory-host.ts";

it("graph draws the others and says which it lacks", async () => {
  const host = memoryHost({
    files: { "/site/a.pan": "object template a;\ninclude 'b';\n", "/site/b.pan": "template b;\n" },
    denied: ["/site/b.pan"],
    currentDirectory: "/site",
  });
  let [stdout, stderr] = ["", ""];
  const status = await graphCommand([], {
    host,
    terminal: {
      stdout: (text) => {
        stdout += text;
      },
      stderr: (text) => {
        stderr += text;
      },
      colors: false,
      width: 100,
    },
  });
  expect(stdout).toContain('"a" -> "b"');
  expect(stderr).toContain("error[input-unreadable]");
  expect(status).toBe(1);
});
