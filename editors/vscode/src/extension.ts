/** The extension: a client of the language server, tasks, and a few commands. */

import { commands, type ExtensionContext, window, workspace } from "vscode";
import { makeServer, type Server } from "./client.ts";
import { registerReferences } from "./references.ts";
import { registerTasks, runOnActiveFile } from "./tasks.ts";

let server: Server | undefined;

export async function activate(context: ExtensionContext): Promise<void> {
  const output = window.createOutputChannel("vmcs", { log: true });
  const started = makeServer(context, output);
  server = started;
  context.subscriptions.push(
    output,
    registerTasks(context),
    registerReferences(),
    commands.registerCommand("vmcs.restartServer", started.restart),
    commands.registerCommand("vmcs.showOutput", () => output.show()),
    commands.registerCommand("vmcs.checkFile", () => runOnActiveFile(context, "check")),
    commands.registerCommand("vmcs.buildFile", () => runOnActiveFile(context, "build")),
    workspace.onDidChangeConfiguration(async (change) => {
      if (change.affectsConfiguration("vmcs.inlayHints")) started.refreshHints();
      if (change.affectsConfiguration("vmcs.server")) await started.restart();
    }),
  );
  await started.restart();
}

export async function deactivate(): Promise<void> {
  await server?.stop();
}
