/** The options that say what machines are spawned for. */

import type { Command } from "commander";
import { type Diagnostic, diagnostic } from "../diagnostics/diagnostic.ts";
import type { Target } from "../pipeline/build.ts";
import type { ReadSecret } from "../spawn/backend.ts";
import { backends } from "../spawn/registry.ts";
import { noSpan } from "../text/span.ts";
import { repeatable } from "./common-options.ts";
import { platformMeant } from "./platform-meant.ts";
import { UsageError } from "./usage-error.ts";

/** Values as commander gives them. */
export interface RawTargetOptions {
  readonly backend: readonly string[];
  readonly xenRelease: string;
}

const defaultBackend = "xen";

export function addTargetOptions(command: Command): Command {
  const known = backends.map(({ name }) => name).join(", ");
  return command
    .addOption(
      repeatable(
        "--backend <names>",
        `platforms to write files for: ${known}; repeatable`,
        defaultBackend,
      ),
    )
    .option("--xen-release <release>", "release of Xen on the host", "4.17");
}

/** Names of backends, each once, in the order given. */
function backendNames({ backend }: RawTargetOptions): readonly string[] {
  const given = backend
    .flatMap((names) => names.split(","))
    .map((name) => name.trim())
    .filter((name) => name !== "");
  const unknown = given.find((name) => !backends.some((known) => known.name === name));
  if (unknown !== undefined) throw new UsageError(unknownBackend(unknown));
  return given.length === 0 ? [defaultBackend] : [...new Set(given)];
}

export function targetOf(raw: RawTargetOptions, readSecret: ReadSecret): Target {
  return { backends: backendNames(raw), xenRelease: raw.xenRelease, readSecret };
}

function unknownBackend(name: string): Diagnostic {
  const known = backends.map((backend) => backend.name);
  const guess = platformMeant(name, known);
  const help = guess === undefined ? undefined : `Did you mean '${guess}'?`;
  return diagnostic("backend-unknown", noSpan, { name, known: known.join(", ") }, { help });
}
