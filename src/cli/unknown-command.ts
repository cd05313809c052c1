/** A command that does not exist. */

import { diagnostic } from "../diagnostics/diagnostic.ts";
import { closestName } from "../text/did-you-mean.ts";
import { noSpan } from "../text/span.ts";
import type { RunCommand } from "./command.ts";
import { finish } from "./finish.ts";
import { UsageError } from "./usage-error.ts";

/** `instead` is what else to say where nobody knows what was meant. */
export function unknownCommand(
  name: string,
  known: readonly string[],
  instead?: string,
): RunCommand {
  const guess = otherNames.get(name) ?? closestName(name, known);
  const help = guess === undefined ? instead : `Did you mean '${guess}'?`;
  return (_args, environment) =>
    finish(environment, async () => {
      throw new UsageError(diagnostic("unknown-command", noSpan, { name }, { help }));
    });
}

/** What other programs call it: compilers, terraform, xl, virsh, package managers. */
const otherNames: ReadonlyMap<string, string> = new Map(
  Object.entries({
    validate: "check",
    verify: "check",
    make: "build",
    generate: "build",
    render: "build",
    export: "build",
    new: "init",
    convert: "import",
    apply: "spawn --apply",
    create: "spawn --apply",
    deploy: "spawn --apply",
    run: "spawn --apply",
    start: "spawn --apply",
    up: "spawn --apply",
    plan: "spawn --apply --dry-run",
    format: "fmt",
    docs: "doc",
    completion: "completions",
    shell: "repl",
    blame: "explain",
    fix: "rectify",
    "rules check": "check --rules DIR",
    "rules validate": "check --rules DIR",
    "rules verify": "check --rules DIR",
    "rules test": "test",
    "rules lint": "lint",
    "rules graph": "graph rules",
    "rules show": "graph rules",
    "rules list": "graph rules",
  }),
);
