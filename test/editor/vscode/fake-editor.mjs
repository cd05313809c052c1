/**
 * As much of VS Code as the extension asks for: it activates what is in a folder, restarts its server, stops it, and
 * prints what the extension has done, as JSON.
 *
 *   node fake-editor.mjs EXTENSION WORKSPACE
 *
 * Whatever of the API is only passed on (its many classes) is made up when it is asked for.
 */
import { stat } from "node:fs/promises";
import Module, { createRequire } from "node:module";
import { join } from "node:path";

const [, , extensionFolder, workspaceFolder] = process.argv;

const commands = new Map();
const executed = [];
let taskProvider;
const providers = new Set();
const output = [];
const errors = [];

class Disposable {
  constructor(callback = () => undefined) {
    this.dispose = callback;
  }
  static from(...all) {
    return new Disposable(() => all.map((one) => one.dispose()));
  }
}

class EventEmitter {
  event = () => new Disposable();
  fire() {}
  dispose() {}
}

class Uri {
  scheme = "file";
  constructor(path) {
    this.fsPath = path;
  }
  toString() {
    return `file://${this.fsPath}`;
  }
  static parse = (text) => new Uri(text.replace("file://", ""));
  static file = (path) => new Uri(path);
  static joinPath = (uri, ...steps) => new Uri(join(uri.fsPath, ...steps));
}

class Kind {
  static Empty = new Kind();
  append() {
    return new Kind();
  }
}

const token = { isCancellationRequested: false, onCancellationRequested: () => new Disposable() };

class CancellationTokenSource {
  token = token;
  cancel() {}
  dispose() {}
}

class Position {
  constructor(line, character) {
    Object.assign(this, { line, character });
  }
}

class Range {
  constructor(start, end) {
    Object.assign(this, { start, end });
  }
}

class Location {
  constructor(uri, range) {
    Object.assign(this, { uri: String(uri), range });
  }
}

class ProcessExecution {
  constructor(process, args, options) {
    Object.assign(this, { process, args, options });
  }
}

class Task {
  constructor(definition, scope, name, source, execution, problemMatchers) {
    Object.assign(this, { definition, scope, name, source, execution, problemMatchers });
  }
}

/** Events never happen, and whoever provides something is noted. */
const part = (own = {}) =>
  new Proxy(own, {
    get: (target, name) => {
      if (name in target) return target[name];
      if (/^on(?:Did|Will)/.test(String(name))) return () => new Disposable();
      if (!String(name).startsWith("register")) return undefined;
      return () => {
        providers.add(String(name).replace(/^register|Provider$/g, ""));
        return new Disposable();
      };
    },
  });

const log = {
  name: "vmcs",
  logLevel: 2,
  onDidChangeLogLevel: () => new Disposable(),
  info: (...words) => output.push(words.join(" ")),
  error: (...words) => errors.push(words.join(" ")),
  append: (text) => errors.push(text),
  appendLine: (text) => errors.push(text),
  warn() {},
  debug() {},
  trace() {},
  show() {},
  dispose() {},
};

const folder = { uri: Uri.file(workspaceFolder), name: "workspace", index: 0 };

const api = {
  __esModule: true,
  version: "1.101.0",
  Disposable,
  EventEmitter,
  Uri,
  CancellationTokenSource,
  Position,
  Range,
  Location,
  ProcessExecution,
  Task,
  CodeActionKind: Kind,
  DocumentDropOrPasteEditKind: Kind,
  commands: part({
    registerCommand(name, action) {
      commands.set(name, action);
      return new Disposable();
    },
    executeCommand: async (...all) => void executed.push(all),
  }),
  window: part({
    createOutputChannel: () => log,
    showErrorMessage: async (message) => void errors.push(message),
    withProgress: (_, task) => task({ report() {} }, token),
    visibleTextEditors: [],
    tabGroups: part({ all: [], activeTabGroup: { tabs: [] } }),
  }),
  workspace: part({
    getConfiguration: () => ({ get: (_, usual) => usual, inspect() {}, has: () => false }),
    textDocuments: [],
    notebookDocuments: [],
    workspaceFolders: [folder],
    getWorkspaceFolder: () => folder,
    asRelativePath: (path) => path,
    createFileSystemWatcher: () => part({ dispose() {} }),
    fs: part({ isWritableFileSystem: () => true, stat: ({ fsPath }) => stat(fsPath) }),
  }),
  languages: part({
    createDiagnosticCollection: () => ({ set() {}, delete() {}, clear() {}, dispose() {} }),
    match: () => 10,
  }),
  tasks: part({
    registerTaskProvider(_, provider) {
      taskProvider = provider;
      return new Disposable();
    },
  }),
  notebooks: part(),
  extensions: part({ getExtension() {}, all: [] }),
  env: part({ appName: "fake", appRoot: "", language: "en", openExternal() {} }),
};

const madeUp = new Map();
const vscode = new Proxy(api, {
  get(target, name) {
    if (name in target) return target[name];
    if (!/^[A-Z]/.test(String(name))) return undefined;
    // A class, and whatever stands in it is a number, as in an enumeration.
    if (!madeUp.has(name)) madeUp.set(name, class {});
    return new Proxy(madeUp.get(name), {
      get: (made, key) => (key in made || typeof key !== "string" ? made[key] : key.length),
    });
  },
});

const load = Module._load;
Module._load = (request, ...others) => (request === "vscode" ? vscode : load(request, ...others));

const extension = createRequire(import.meta.url)(join(extensionFolder, "extension.cjs"));
await extension.activate({
  subscriptions: [],
  extensionUri: Uri.file(extensionFolder),
  asAbsolutePath: (path) => join(extensionFolder, path),
});
const provided = [...providers];
await commands.get("vmcs.restartServer")();
await extension.deactivate();

const offered = await taskProvider.provideTasks();
const written = { type: "vmcs", command: "build", args: ["--backend", "libvirt"] };
const resolved = taskProvider.resolveTask(new Task(written, folder, "build", "vmcs"));
const at = { line: 1, character: 2 };
await commands.get("vmcs.showReferences")("file:///a.pan", at, [
  { uri: "file:///b.pan", range: { start: at, end: at } },
]);
process.stdout.write(
  JSON.stringify({
    commands: [...commands.keys()],
    ...{ provided, output, errors, executed },
    tasks: [...offered, resolved].map(({ execution, problemMatchers }) => ({
      args: execution.args,
      directory: execution.options.cwd,
      problemMatchers,
    })),
    keepsDefinition: resolved.definition === written,
  }),
);
