/**
 * Runs a command inside the test, from the sources: a hundredth of the time that a process takes. What a process has
 * besides, such as its standard input, is for `runCommand`.
 */
import { commandStatus, referenceStatus, type World } from "../../src/cli/main.ts";
import { commands } from "../../src/cli/registry.ts";
import type { Terminal } from "../../src/cli/terminal.ts";
import { nodeHost } from "../../src/host/node/node-host.ts";
import type { CommandOptions } from "./command.ts";
import { sharedTemplates } from "./shared-templates.ts";
import type { ToolResult } from "./tool.ts";

export async function callCommand(
  name: "vmcs" | "panc",
  args: readonly string[],
  { cwd = process.cwd(), env = {} }: Omit<CommandOptions, "input"> = {},
): Promise<ToolResult> {
  const written = { stdout: "", stderr: "" };
  const terminal: Terminal = {
    stdout(text) {
      written.stdout += text;
    },
    stderr(text) {
      written.stderr += text;
    },
    colors: false,
    width: 100,
  };
  const environment = { ...process.env, NO_COLOR: "1", ...env };
  const world: World = {
    terminal: () => terminal,
    host: () => nodeHost({ currentDirectory: cwd, environment }),
    templates: sharedTemplates,
  };
  const status =
    name === "panc"
      ? await referenceStatus(args, world)
      : await commandStatus(args, commands, world);
  return { status, ...written };
}
