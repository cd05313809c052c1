/** What the extension asks the editor: settings, folders, and with them the program to run. */

import { existsSync } from "node:fs";
import { homedir } from "node:os";
import { type ExtensionContext, type WorkspaceFolder, workspace } from "vscode";
import { chooseProgram, type Program } from "./program.ts";

/** Below the folder of the extension. */
const bundledCommand = ["server", "dist", "cli", "vmcs.js"];

export function currentProgram(context: ExtensionContext, folder?: WorkspaceFolder): Program {
  const bundled = context.asAbsolutePath(bundledCommand.join("/"));
  return chooseProgram({
    path: workspace.getConfiguration("vmcs", folder).get("server.path", ""),
    bundled: existsSync(bundled) ? bundled : undefined,
    node: process.execPath,
    home: homedir(),
    workspaceFolder: (folder ?? workspace.workspaceFolders?.[0])?.uri.fsPath,
  });
}
