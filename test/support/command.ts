/** Runs the bundled commands as a user's shell does. */
import { spawnSync } from "node:child_process";
import { inject } from "vitest";
import { repositoryPath } from "./repository.ts";
import type { ToolResult } from "./tool.ts";

export interface CommandOptions {
  readonly cwd?: string;
  readonly input?: string;
  /** Variables to set besides the environment of the tests. */
  readonly env?: Readonly<Record<string, string>>;
}

export function runCommand(
  name: "vmcs" | "panc",
  args: readonly string[],
  { cwd, input = "", env = {} }: CommandOptions = {},
): ToolResult {
  const buildError = inject("buildError");
  if (buildError !== "") throw new Error(`The commands could not be built.\n${buildError}`);
  const { status, stdout, stderr, error } = spawnSync(
    process.execPath,
    [repositoryPath(`dist/cli/${name}.js`), ...args],
    { cwd, input, env: { ...process.env, NO_COLOR: "1", ...env }, encoding: "utf8" },
  );
  if (error !== undefined) throw error;
  return { status: status ?? -1, stdout, stderr };
}
