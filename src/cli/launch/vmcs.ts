/** `vmcs`, bundled: starts the smallest program that has the command. */

import type * as All from "../programs/all.ts";
import { version } from "../version.ts";
import { launch } from "./launch.ts";

/** A test compares them with the commands of the program. */
const compiling: ReadonlySet<string> = new Set(["compile", "watch"]);

const args = process.argv.slice(2);
const [name = ""] = args;
if (name === "--version" || name === "-V") process.stdout.write(`vmcs ${version}\n`);
else {
  const program = compiling.has(name) ? "compile" : "all";
  const use = program === "compile" ? program : name.replaceAll(/[^a-z]/g, "");
  launch<typeof All>(program, use, ({ runVmcs }) => runVmcs(args));
}
