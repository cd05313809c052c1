/** The extension for VS Code, as it is installed: what its manifest names is there, and its server answers. */

import { type ChildProcessByStdio, spawn, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Readable, Writable } from "node:stream";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import type { Location } from "vscode-languageserver";
import { create } from "xmlbuilder2";
import { connectClient } from "../support/editor-client.ts";
import { repositoryPath } from "../support/repository.ts";
import {
  packedExtension,
  type UnpackedExtension,
  unpackExtension,
} from "../support/unpacked-extension.ts";

interface Manifest {
  readonly main: string;
  readonly version: string;
  readonly contributes: {
    readonly languages: readonly { readonly id: string; readonly configuration: string }[];
    readonly grammars: readonly { readonly path: string; readonly scopeName: string }[];
    readonly snippets: readonly { readonly path: string }[];
    readonly jsonValidation: readonly { readonly url: string }[];
    readonly commands: readonly { readonly command: string }[];
    readonly problemPatterns: readonly {
      readonly patterns: readonly Readonly<Record<string, string | number>>[];
    }[];
  };
}

let extension: UnpackedExtension;
let manifest: Manifest;
let workspace: string;

beforeAll(async () => {
  extension = await unpackExtension();
  manifest = JSON.parse(extension.text("extension/package.json")) as Manifest;
  workspace = mkdtempSync(join(tmpdir(), "vmcs-workspace-"));
});

afterAll(() => {
  extension.remove();
  rmSync(workspace, { recursive: true });
});

describe("the package", () => {
  it("has every file that its manifest names", () => {
    const { main, contributes } = manifest;
    const named = [
      main,
      ...contributes.languages.map(({ configuration }) => configuration),
      ...[...contributes.grammars, ...contributes.snippets].map(({ path }) => path),
      ...contributes.jsonValidation.map(({ url }) => url),
    ].map((path) => path.replace(/^\.\//, "extension/"));
    expect(named.length).toBeGreaterThan(5);
    expect(named.filter((path) => !extension.files.has(path))).toEqual([]);
  });

  it("has the version of the repository, and its grammar", () => {
    const own = JSON.parse(
      Buffer.from(extension.files.get("extension/grammar/pan.tmLanguage.json") ?? []).toString(),
    ) as { scopeName: string };
    expect(own.scopeName).toBe(manifest.contributes.grammars[0]?.scopeName);
    const vmcs = runBundled(["--version"]);
    expect(vmcs.stdout).toContain(manifest.version);
  });

  it("says the type of each of its files, and where its parts are", () => {
    const types = create(extension.text("[Content_Types].xml")).end({ format: "object" });
    const known = JSON.stringify(types);
    const installed = [...extension.files.keys()].filter((path) => !path.startsWith("["));
    const endings = installed.flatMap((path) => /\.\w+$/.exec(path)?.[0] ?? []);
    expect(endings.filter((ending) => !known.includes(`"${ending}"`))).toEqual([]);
    const list = extension.text("extension.vsixmanifest");
    const assets = [...list.matchAll(/Path="([^"]+)"/g)].map(([, path]) => path ?? "");
    expect(assets).toContain("extension/package.json");
    expect(assets.filter((path) => !extension.files.has(path))).toEqual([]);
    expect(list).toContain(`Version="${manifest.version}" Publisher="vmcs"`);
  });

  it("is the same each time", async () => {
    const { archive } = await packedExtension();
    expect(Buffer.from(archive).equals(Buffer.from(extension.archive))).toBe(true);
  });
});

describe("the server that comes with it", () => {
  it("answers, reports a mistake, and finds the templates of the machine model", async () => {
    const { child, client } = await startServer();
    expect(client.initialized.serverInfo).toEqual({ name: "vmcs", version: manifest.version });
    const file = join(workspace, "web.pan");
    await client.open(file, "object template web;\ninclude 'vmcs/units';\n'/a' = UNKNOWN;\n");
    await vi.waitFor(() => {
      const shown = client.pushed.get(`file://${file}`)?.diagnostics ?? [];
      expect(shown.map(({ code }) => code)).toEqual(["variable-undefined"]);
    }, 15_000);
    const found = await client.request<Location[]>("textDocument/definition", {
      textDocument: { uri: `file://${file}` },
      position: { line: 1, character: 12 },
    });
    const model = join(extension.folder, "server/templates/vmcs/units.pan");
    expect([found].flat().map(({ uri }) => decodeURI(uri))).toEqual([`file://${model}`]);
    await client.stop();
    child.stdin.end();
    await new Promise((resolve) => child.once("exit", resolve));
  });

  it("builds machines too", () => {
    const file = join(workspace, "machine.pan");
    writeFileSync(file, "object template machine;\n\ninclude 'vmcs/vm';\n");
    const { stderr, status } = runBundled(["check", file]);
    expect(stderr).toMatch(/^error\[/m);
    expect(status).toBe(1);
  });
});

describe("the extension", () => {
  let done: {
    readonly commands: readonly string[];
    readonly executed: readonly (readonly unknown[])[];
    readonly provided: readonly string[];
    readonly output: readonly string[];
    readonly errors: readonly string[];
    readonly tasks: readonly { args: string[]; directory: string; problemMatchers: string[] }[];
    readonly keepsDefinition: boolean;
  };

  beforeAll(() => {
    writeFileSync(join(workspace, "vmcs.json"), "{}\n");
    const fake = repositoryPath("test/editor/vscode/fake-editor.mjs");
    const { stdout, stderr } = spawnSync(process.execPath, [fake, extension.folder, workspace], {
      env: { HOME: workspace },
      encoding: "utf8",
      timeout: 60_000,
    });
    // An extension that is minified shows all of itself in a stack.
    if (stdout === "") throw new Error(stderr.slice(-2000));
    done = JSON.parse(stdout);
  }, 60_000);

  it("starts the server, and again when it is told to", () => {
    // A question that the server has just asked cannot be answered when it is stopped.
    expect(done.errors.filter((text) => !text.includes("WRITE_AFTER_END"))).toEqual([]);
    const starts = done.output.filter((line) => line.startsWith("Starting"));
    expect(starts).toEqual([expect.stringContaining(`${bundledCommand()} lsp`), starts[0]]);
  });

  it("offers what the server can do", () => {
    expect(done.provided).toEqual(
      expect.arrayContaining([
        ...["CompletionItem", "Hover", "SignatureHelp", "Definition", "Reference"],
        ...["Rename", "CodeActions", "CodeLens", "InlayHints", "FoldingRange", "CallHierarchy"],
        ...["DocumentFormattingEdit", "OnTypeFormattingEdit", "DocumentSemanticTokens"],
      ]),
    );
  });

  it("has the commands of its manifest", () => {
    const named = manifest.contributes.commands.map(({ command }) => command);
    expect(done.commands.toSorted()).toEqual([...named, "vmcs.showReferences"].sort());
  });

  it("has tasks for a project, and those that somebody has written", () => {
    const run = (...args: string[]) => ({
      args: [bundledCommand(), ...args],
      directory: workspace,
      problemMatchers: ["$vmcs"],
    });
    expect(done.tasks).toEqual([
      ...["check", "build", "lint", "test"].map((command) => run(command)),
      run("build", "--backend", "libvirt"),
    ]);
    // VS Code finds a task that it wants resolved by that very object.
    expect(done.keepsDefinition).toBe(true);
  });

  it("shows the places that a lens counts", () => {
    const at = { line: 1, character: 2 };
    const place = { uri: "file:///b.pan", range: { start: at, end: at } };
    expect(done.executed).toEqual([
      ["editor.action.showReferences", expect.anything(), at, [place]],
    ]);
  });
});

describe("the problem matcher", () => {
  it("finds what vmcs prints, and where it is", () => {
    const text = "object template bad;\n'/b' = FOO;\n";
    writeFileSync(join(workspace, "bad.pan"), text);
    const { stderr } = runBundled(["check", "bad.pan"]);
    expect(problemsIn(stderr)).toEqual([
      {
        severity: "error",
        code: "variable-undefined",
        message: "The variable FOO is not defined.",
        file: "bad.pan",
        line: "2",
        column: "8",
      },
    ]);
  });
});

function bundledCommand(): string {
  return join(extension.folder, "server/dist/cli/vmcs.js");
}

/** Nothing of the repository is near: not by the current directory, and not by the environment. */
function runBundled(args: readonly string[]): { stdout: string; stderr: string; status: number } {
  const { stdout, stderr, status } = spawnSync(process.execPath, [bundledCommand(), ...args], {
    cwd: workspace,
    env: { HOME: workspace },
    encoding: "utf8",
  });
  return { stdout, stderr, status: status ?? -1 };
}

async function startServer(): Promise<{
  child: ChildProcessByStdio<Writable, Readable, null>;
  client: Awaited<ReturnType<typeof connectClient>>;
}> {
  const child = spawn(process.execPath, [bundledCommand(), "lsp", "--stdio"], {
    cwd: workspace,
    env: { HOME: workspace },
    stdio: ["pipe", "pipe", "inherit"],
  });
  return { child, client: await connectClient(child.stdout, child.stdin, [workspace]) };
}

/** As VS Code applies patterns of several lines: each to the next line. */
function problemsIn(output: string): readonly Record<string, string>[] {
  const patterns = manifest.contributes.problemPatterns[0]?.patterns ?? [];
  const lines = output.split("\n");
  return lines.flatMap((_, index) => {
    const problem: Record<string, string> = {};
    for (const [offset, { regexp, ...groups }] of patterns.entries()) {
      const found = new RegExp(String(regexp)).exec(lines[index + offset] ?? "");
      if (found === null) return [];
      for (const [name, group] of Object.entries(groups))
        problem[name] = found[Number(group)] ?? "";
    }
    return [problem];
  });
}
