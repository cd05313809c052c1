/** The client of the language server: started when a template is opened, and again when its settings change. */

import { type ExtensionContext, type LogOutputChannel, window, workspace } from "vscode";
import {
  type Executable,
  InlayHintRequest,
  LanguageClient,
  type LanguageClientOptions,
  RevealOutputChannelOn,
  TransportKind,
} from "vscode-languageclient/node";
import { currentProgram } from "./settings.ts";

export interface Server {
  readonly restart: () => Promise<void>;
  readonly refreshHints: () => void;
  readonly stop: () => Promise<void>;
}

const templates = [{ scheme: "file", language: "pan" }];

export function makeServer(context: ExtensionContext, output: LogOutputChannel): Server {
  let client: LanguageClient | undefined;
  const stop = async (): Promise<void> => {
    const stopped = client;
    client = undefined;
    // One that never started cannot be stopped.
    if (stopped?.needsStop() === true) await stopped.stop();
  };
  const start = async (): Promise<void> => {
    const options: LanguageClientOptions = {
      documentSelector: templates,
      outputChannel: output,
      revealOutputChannelOn: RevealOutputChannelOn.Never,
      diagnosticCollectionName: "vmcs",
    };
    const executable = serverExecutable(context);
    output.info(["Starting", executable.command, ...(executable.args ?? [])].join(" "));
    client = new LanguageClient("vmcs", "vmcs", executable, options);
    await client.start().catch((error: unknown) => tellFailure(output, executable, error));
  };
  // One after the other, whatever is clicked meanwhile.
  let last: Promise<void> = Promise.resolve();
  const restart = (): Promise<void> => {
    last = last.then(stop, stop).then(start);
    return last;
  };
  return {
    restart,
    stop,
    refreshHints() {
      const feature = client?.getFeature(InlayHintRequest.method);
      for (const document of workspace.textDocuments) {
        feature?.getProvider(document)?.onDidChangeInlayHints.fire();
      }
    },
  };
}

function serverExecutable(context: ExtensionContext): Executable {
  const { command, args, env } = currentProgram(context);
  return {
    command,
    args: [...args, "lsp"],
    transport: TransportKind.stdio,
    options: { env: { ...process.env, ...env } },
  };
}

function tellFailure(output: LogOutputChannel, { command }: Executable, error: unknown): void {
  output.error(String(error));
  const show = "Show output";
  void window
    .showErrorMessage(`The language server (${command}) did not start. ${String(error)}`, show)
    .then((chosen) => {
      if (chosen === show) output.show();
    });
}
