/** Cold start: how long a user waits for the smallest answers of the whole process. */

import { join } from "node:path";
import { alternate } from "./process.ts";
import type { Result } from "./result.ts";
import { median } from "./statistics.ts";
import { repository, smallArguments, type Workspace } from "./workspace.ts";

export async function coldStart(workspace: Workspace, rounds: number): Promise<readonly Result[]> {
  const node = process.execPath;
  const vmcs = join(repository, "dist/cli/vmcs.js");
  const [, ...rest] = smallArguments(workspace);
  const pancSmall = [join(repository, "dist/cli/panc.js"), ...rest];
  const runs = await alternate(
    {
      "node alone": { command: node, args: ["--eval", "0"] },
      "vmcs --version": { command: node, args: [vmcs, "--version"] },
      "vmcs compile, ten lines": { command: node, args: [vmcs, ...smallArguments(workspace)] },
      "panc, ten lines": { command: node, args: pancSmall },
      "panc, ten lines, nothing kept": {
        command: node,
        args: [...pancSmall, "--no-cache"],
        env: { NODE_DISABLE_COMPILE_CACHE: "1" },
      },
    },
    rounds,
  );
  return [...runs].map(([name, each]) => ({
    group: "cold start, median",
    name,
    value: median(each.map(({ wall }) => wall)),
    unit: "ms",
  }));
}
