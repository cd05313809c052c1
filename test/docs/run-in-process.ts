/** Runs commands of vmcs in this process, as the shell of a page's reader would: hundreds of them take seconds. */

import { commandStatus, referenceStatus, type World } from "../../src/cli/main.ts";
import { commands } from "../../src/cli/registry.ts";
import { nodeHost } from "../../src/host/node/node-host.ts";
import { repositoryPath } from "../support/repository.ts";
import { sharedTemplates } from "../support/shared-templates.ts";

export interface Run {
  readonly status: number;
  /** Both streams, in the order of writing. */
  readonly output: string;
}

export interface Surroundings {
  /** The current directory. */
  readonly directory: string;
  /** What commands, and programs that stand in for others, keep for later. */
  readonly scratch: string;
  readonly colors?: boolean;
}

/** `name` is `vmcs` or `panc`. Programs in `test/docs/bin` come before those of the machine. */
export async function runInProcess(
  name: "vmcs" | "panc",
  args: readonly string[],
  { directory, scratch, colors = false }: Surroundings,
): Promise<Run> {
  let output = "";
  const write = (text: string): void => {
    output += text;
  };
  const environment = {
    PATH: `${repositoryPath("test/docs/bin")}:${process.env["PATH"]}`,
    HOME: scratch,
    XL_DOMAINS: `${scratch}/domains`,
  };
  const world: World = {
    terminal: () => ({ stdout: write, stderr: write, colors, width: 100 }),
    host: () => nodeHost({ currentDirectory: directory, environment }),
    templates: sharedTemplates,
  };
  const status =
    name === "panc"
      ? await referenceStatus(args, world)
      : await commandStatus(args, commands, world);
  return { status, output };
}
