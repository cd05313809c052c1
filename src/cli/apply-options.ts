/** The options of `vmcs spawn` that let it create machines on this host. */

import type { Command } from "commander";
import { diagnostic } from "../diagnostics/diagnostic.ts";
import type { Target } from "../pipeline/build.ts";
import { noSpan } from "../text/span.ts";
import { wholeNumber } from "./common-options.ts";
import { UsageError } from "./usage-error.ts";

/** Values as commander gives them. */
export interface RawApplyOptions {
  readonly apply?: boolean;
  readonly dryRun?: boolean;
  readonly replace?: boolean;
  readonly keepGoing?: boolean;
  readonly shutdownTimeout: string;
  readonly stateDir: string;
  readonly connect?: string;
}

/** What is to be done on the host. */
export interface ApplyRequest {
  /** The backend whose files create machines; undefined if only disks and seeds are made. */
  readonly platform: string | undefined;
  readonly dryRun: boolean;
  readonly replace: boolean;
  readonly keepGoing: boolean;
  readonly shutdownTimeout: number;
  readonly stateDir: string;
  readonly connect: string | undefined;
  readonly xenRelease: string;
}

export function addApplyOptions(command: Command): Command {
  return command
    .option("--apply", "create the machines on this host")
    .option("--dry-run", "… but only show the commands that would do it")
    .option("--replace", "… and replace those that run with another configuration")
    .option("--keep-going", "… and go on with the next machine when one fails")
    .option("--shutdown-timeout <seconds>", "time that a guest has to shut down", "120")
    .option(
      "--state-dir <dir>",
      "where the host keeps what machines were made from",
      "/var/lib/vmcs",
    )
    .option("--connect <uri>", "what virsh connects to");
}

const platformNames = ["xen", "libvirt"];
const dependents = [
  ["dryRun", "--dry-run"],
  ["replace", "--replace"],
  ["keepGoing", "--keep-going"],
  ["connect", "--connect"],
] as const;

/** Undefined if nothing is to be done. */
export function applyRequest(raw: RawApplyOptions, target: Target): ApplyRequest | undefined {
  if (raw.apply !== true) {
    const option = dependents.find(([key]) => raw[key] !== undefined)?.[1];
    if (option === undefined) return undefined;
    throw new UsageError(diagnostic("option-needs-other", noSpan, { option, other: "--apply" }));
  }
  const [platform, second] = target.backends.filter((name) => platformNames.includes(name));
  if (second !== undefined) refusePair(`--backend ${platform},${second}`, "--apply");
  if (platform === "xen" && /^[0-3]\./.test(target.xenRelease)) {
    refusePair(`--xen-release ${target.xenRelease}`, "--apply");
  }
  return {
    platform,
    dryRun: raw.dryRun === true,
    replace: raw.replace === true,
    keepGoing: raw.keepGoing === true,
    shutdownTimeout: wholeNumber("--shutdown-timeout", raw.shutdownTimeout),
    stateDir: raw.stateDir,
    connect: raw.connect,
    xenRelease: target.xenRelease,
  };
}

function refusePair(first: string, second: string): never {
  throw new UsageError(diagnostic("options-exclude-each-other", noSpan, { first, second }));
}
