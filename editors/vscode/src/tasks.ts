/** Tasks of the type `vmcs`: commands of vmcs over a file or a project, whose findings become problems. */

import {
  type Disposable,
  type ExtensionContext,
  ProcessExecution,
  Task,
  type TaskDefinition,
  TaskGroup,
  TaskScope,
  tasks,
  Uri,
  type WorkspaceFolder,
  window,
  workspace,
} from "vscode";
import { currentProgram } from "./settings.ts";

interface Definition extends TaskDefinition {
  readonly command: string;
  readonly args?: readonly string[];
}

type ProvidedCommand = "check" | "build" | "lint" | "test";

/** What a folder with a project file is offered. */
const offered: readonly ProvidedCommand[] = ["check", "build", "lint", "test"];

export function registerTasks(context: ExtensionContext): Disposable {
  return tasks.registerTaskProvider("vmcs", {
    async provideTasks() {
      const folders = await Promise.all((workspace.workspaceFolders ?? []).map(asProject));
      return folders
        .flatMap((folder) => folder ?? [])
        .flatMap((folder) =>
          offered.map((command) => makeTask(context, { type: "vmcs", command }, folder)),
        );
    },
    resolveTask(task) {
      const folder = typeof task.scope === "object" ? task.scope : undefined;
      return makeTask(context, task.definition as Definition, folder, task.definition);
    },
  });
}

/** Runs a command on the template that is being edited. */
export async function runOnActiveFile(
  context: ExtensionContext,
  command: ProvidedCommand,
): Promise<void> {
  const document = window.activeTextEditor?.document;
  if (document?.languageId !== "pan" || document.uri.scheme !== "file") {
    void window.showInformationMessage("Open a template first.");
    return;
  }
  await document.save();
  const folder = workspace.getWorkspaceFolder(document.uri);
  const definition = { type: "vmcs", command, args: [document.uri.fsPath] };
  await tasks.executeTask(makeTask(context, definition, folder));
}

async function asProject(folder: WorkspaceFolder): Promise<WorkspaceFolder | undefined> {
  const file = Uri.joinPath(folder.uri, "vmcs.json");
  return workspace.fs.stat(file).then(
    () => folder,
    () => undefined,
  );
}

/** The editor recognizes a task that it wants resolved by its very definition. */
function makeTask(
  context: ExtensionContext,
  { command, args = [] }: Definition,
  folder: WorkspaceFolder | undefined,
  definition: TaskDefinition = { type: "vmcs", command, args: [...args] },
): Task {
  const program = currentProgram(context, folder);
  const cwd = folder?.uri.fsPath;
  const execution = new ProcessExecution(program.command, [...program.args, command, ...args], {
    env: { ...program.env },
    ...(cwd === undefined ? {} : { cwd }),
  });
  const scope = folder ?? TaskScope.Workspace;
  const task = new Task(definition, scope, command, "vmcs", execution, ["$vmcs"]);
  if (command === "test") task.group = TaskGroup.Test;
  if (command === "check" || command === "build") task.group = TaskGroup.Build;
  return task;
}
