/** Which vmcs is run: the one that comes with the extension, unless a setting names another one. */

export interface Program {
  readonly command: string;
  /** Those that stand before the arguments of vmcs. */
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string>>;
}

export interface ProgramInput {
  /** The setting `vmcs.server.path`; nothing if it is empty. */
  readonly path: string;
  /** The file of the command that comes with the extension, if it is there. */
  readonly bundled: string | undefined;
  /** The program that runs this extension. It is the editor itself, and Node if it is asked to. */
  readonly node: string;
  readonly home: string;
  readonly workspaceFolder: string | undefined;
}

/** As other settings of the editor have it. */
const workspaceVariable = /\$\{workspaceFolder\}/g;

export function chooseProgram({
  path,
  bundled,
  node,
  home,
  workspaceFolder,
}: ProgramInput): Program {
  const named = path.trim();
  if (named !== "") {
    const command = named
      .replace(/^~(?=\/)/, () => home)
      .replace(workspaceVariable, () => workspaceFolder ?? "");
    return { command, args: [], env: {} };
  }
  // An extension that was not packaged has no command of its own.
  if (bundled === undefined) return { command: "vmcs", args: [], env: {} };
  return { command: node, args: [bundled], env: { ELECTRON_RUN_AS_NODE: "1" } };
}
