/** The server as it is installed: bundled, in a process of its own, until its client is gone. */
import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { expect, inject, it } from "vitest";
import type { CompletionList } from "vscode-languageserver/node";
import { connectClient } from "../support/editor-client.ts";
import { repositoryPath } from "../support/repository.ts";

it("offers pieces without marks of our own, and ends quietly with its client", async () => {
  expect(inject("buildError")).toBe("");
  const server = spawn(process.execPath, [repositoryPath("dist/cli/vmcs.js"), "lsp"]);
  let said = "";
  server.stderr.setEncoding("utf8").on("data", (text: string) => {
    said += text;
  });
  const ended = new Promise((resolve) => server.once("exit", resolve));
  const able = { textDocument: { completion: { completionItem: { snippetSupport: true } } } };
  const client = await connectClient(server.stdout, server.stdin, ["/nowhere"], able);
  await client.open("/nowhere/db.pan", "");
  const { items } = await client.request<CompletionList>("textDocument/completion", {
    textDocument: { uri: "file:///nowhere/db.pan" },
    position: { line: 0, character: 0 },
  });
  expect(items[0]?.textEdit?.newText).toBe("object template $" + "{1:db};\n\n$0");
  // A diagnostic is on its way when the client goes.
  await client.open("/nowhere/other.pan", "object template other;\n'/a' = 1");
  client.connection.dispose();
  server.stdout.destroy();
  server.stdin.end();
  expect(await ended).toBe(0);
  expect(said).toBe("");
}, 30_000);

it("comes with the licences of the packages in it", () => {
  const notices = readFileSync(repositoryPath("dist/THIRD-PARTY-NOTICES.txt"), "utf8");
  const { dependencies } = JSON.parse(readFileSync(repositoryPath("package.json"), "utf8")) as {
    readonly dependencies: Readonly<Record<string, string>>;
  };
  // The one that is not bundled brings its own.
  const bundled = Object.keys(dependencies).filter((name) => name !== "libxml2-wasm");
  for (const name of bundled) expect(notices).toMatch(new RegExp(`^${name} [\\d.]+ \\(`, "m"));
  expect(notices).toContain("Permission is hereby granted");
});
