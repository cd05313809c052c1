/**
 * Before the first test, and before each rerun in watch mode: bundles the commands, because tests of the
 * command line run what users run. A bundle that cannot be built fails those tests only.
 */
import { execFile } from "node:child_process";
import { promisify } from "node:util";
import type { TestProject } from "vitest/node";
import { repositoryPath } from "./repository.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** What the build said when it failed, or nothing. */
    readonly buildError: string;
  }
}

export async function setup(project: TestProject): Promise<void> {
  await build(project);
  project.onTestsRerun(() => build(project));
}

async function build(project: TestProject): Promise<void> {
  const error = await promisify(execFile)(process.execPath, [repositoryPath("scripts/build.mjs")])
    .then(() => "")
    .catch((failure: Error) => failure.message);
  project.provide("buildError", error);
}
