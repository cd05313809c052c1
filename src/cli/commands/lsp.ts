/** `vmcs lsp`: the language server over standard input and output, until the client ends it. */

import { Command } from "commander";
import {
  createConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from "vscode-languageserver/node";
import { startServer } from "../../language-server/server.ts";
import type { RunCommand } from "../command.ts";
import { exitStatus } from "../exit-status.ts";
import { finish } from "../finish.ts";
import { packagedTemplates } from "../packaged-templates.ts";
import { parseCommand } from "../parse-command.ts";
import { packagedRules } from "../rule-options.ts";
import { version } from "../version.ts";

export const lspCommand: RunCommand = (args, environment) =>
  finish(environment, async () => {
    const command = new Command("vmcs lsp")
      .option("--stdio", "what it does anyway; clients give it")
      .option("--clientProcessId <pid>", "end with this process; clients give it");
    if (parseCommand(command, args, environment) === "helped") return exitStatus.clean;
    const { stdin, stdout } = process;
    const connection = createConnection(
      new StreamMessageReader(stdin),
      new StreamMessageWriter(stdout),
    );
    const { host } = environment;
    const library = [packagedTemplates];
    const rules = packagedRules(environment);
    startServer({ connection, host, version, library, packagedRules: rules });
    // A client that is gone without a word closes the stream. Nobody is there to hear what is still being worked out.
    return await new Promise<never>(() =>
      stdin.once("close", () => process.exit(exitStatus.clean)),
    );
  });
