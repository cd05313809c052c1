/** Workspaces as clients have them: several roots, settings, files that come and go. */
import { afterEach, describe, expect, it, vi } from "vitest";
import type {
  RegistrationParams,
  TextDocumentEdit,
  TextEdit,
  WorkspaceEdit,
} from "vscode-languageserver/node";
import { type MemoryHost, memoryHost } from "../../src/host/memory/memory-host.ts";
import { type EditorClient, startClient } from "../support/editor-client.ts";

const clients: EditorClient[] = [];

afterEach(async () => {
  await Promise.all(clients.splice(0).map((client) => client.stop()));
});

/** On a machine that is busy. */
const patience = { timeout: 10_000 };
const pulls = { textDocument: { diagnostic: {} } };

async function start(
  files: Readonly<Record<string, string>>,
  roots: readonly string[],
  capabilities: object = {},
): Promise<{ readonly client: EditorClient; readonly host: MemoryHost }> {
  const host = memoryHost({ files });
  const client = await startClient(host, roots, { ...pulls, ...capabilities });
  clients.push(client);
  return { client, host };
}

async function codesOf({ request }: EditorClient, path: string): Promise<readonly unknown[]> {
  const textDocument = { uri: `file://${path}` };
  const { items } = await request<{ readonly items: readonly { readonly code: unknown }[] }>(
    "textDocument/diagnostic",
    { textDocument },
  );
  return items.map(({ code }) => code);
}

async function definitionOf(
  { request }: EditorClient,
  uri: string,
  line: number,
  character: number,
): Promise<unknown> {
  const found = await request<readonly { readonly uri: string }[]>("textDocument/definition", {
    textDocument: { uri },
    position: { line, character },
  });
  return found.map((one) => one.uri);
}

const web = "object template web;\n\ninclude 'site';\n";

describe("several roots", () => {
  const files = {
    "/one/vmcs.json": '{ "includePath": ["lib"] }',
    "/one/web.pan": web,
    "/one/lib/site.pan": "template site;\n",
    "/two/vmcs.json": '{ "dialect": "pan", "includePath": ["."], "lint": { "VP004": "off" } }',
    "/two/db.pan": "object template db;\n\ninclude 'site';\n",
    "/two/site.pan": "template site;\n\n'/must' = 1;\n",
    "/one/inner/vmcs.json": '{ "includePath": ["."] }',
    "/one/inner/deep.pan": "object template deep;\n\ninclude 'site';\n",
    "/one/inner/site.pan": "template site;\n",
  };

  it("gives each its own include path, and one inside another as well", async () => {
    const { client } = await start(files, ["/one", "/two", "/one/inner"]);
    expect(await definitionOf(client, "file:///one/web.pan", 2, 10)).toEqual([
      "file:///one/lib/site.pan",
      "file:///one/inner/site.pan",
      "file:///two/site.pan",
    ]);
    const first = async (uri: string) =>
      ((await definitionOf(client, uri, 2, 10)) as readonly string[])[0];
    expect(await first("file:///two/db.pan")).toBe("file:///two/site.pan");
    expect(await first("file:///one/inner/deep.pan")).toBe("file:///one/inner/site.pan");
    for (const path of ["/one/web.pan", "/two/db.pan", "/one/inner/deep.pan"]) {
      expect(await codesOf(client, path)).toEqual([]);
    }
  });

  it("goes by a project file inside a root", async () => {
    const { client } = await start(files, ["/one"]);
    expect(await codesOf(client, "/one/inner/deep.pan")).toEqual([]);
    const [first] = (await definitionOf(client, "file:///one/inner/deep.pan", 2, 10)) as string[];
    expect(first).toBe("file:///one/inner/site.pan");
  });

  it("takes folders in and lets them go", async () => {
    const able = { workspace: { workspaceFolders: true } };
    const { client } = await start(files, ["/one"], able);
    const named = async () =>
      (await client.request<readonly unknown[]>("workspace/symbol", { query: "db" })).length;
    expect(await named()).toBe(0);
    const folder = { uri: "file:///two", name: "two" };
    const change = (added: readonly object[], removed: readonly object[]) =>
      client.notify("workspace/didChangeWorkspaceFolders", { event: { added, removed } });
    await change([folder], []);
    await vi.waitFor(async () => expect(await named()).toBe(1), patience);
    expect(await codesOf(client, "/two/db.pan")).toEqual([]);
    await change([], [folder]);
    await vi.waitFor(async () => expect(await named()).toBe(0), patience);
  });
});

describe("settings", () => {
  const files = { "/site/old.pan": "object template old;\n'/a'=nlist('x',2) ;\n" };

  async function withSettings(settings: { current: object }, path = "/site") {
    const host = memoryHost({ files });
    const workspace = { configuration: true };
    const client = await startClient(host, [path], { ...pulls, workspace });
    clients.push(client);
    client.connection.onRequest(
      "workspace/configuration",
      ({ items }: { readonly items: readonly { readonly section?: string }[] }) =>
        items.map(({ section }) => (section === "vmcs" ? settings.current : null)),
    );
    return client;
  }

  it("asks the client, and again when it says that they have changed", async () => {
    const settings = { current: { lint: { VP010: "off" }, lineWidth: 50, dialect: 7 } };
    const client = await withSettings(settings);
    const before = await codesOf(client, "/site/old.pan");
    settings.current = { lint: Object.fromEntries(before.map((code) => [code, "off"])) } as never;
    await client.notify("workspace/didChangeConfiguration", { settings: null });
    await vi.waitFor(async () => {
      const now = await codesOf(client, "/site/old.pan");
      expect(now.length).toBeLessThan(before.length);
    });
  });

  it("takes those that a client sends by itself, and a project file before them", async () => {
    const wide = "object template wide;\n\n'/a' = list('aaaaaaaa', 'bbbbbbbb', 'cccccccc');\n";
    const { client, host } = await start({ "/site/wide.pan": wide }, ["/site"]);
    const edits = () =>
      client.request<readonly unknown[]>("textDocument/formatting", {
        textDocument: { uri: "file:///site/wide.pan" },
        options: { tabSize: 4, insertSpaces: true },
      });
    expect(await edits()).toEqual([]);
    const settings = { vmcs: { lineWidth: 40, backends: ["libvirt"], nonsense: true } };
    await client.notify("workspace/didChangeConfiguration", { settings });
    expect(await edits()).not.toEqual([]);
    host.writeFiles([{ path: "/site/vmcs.json", content: '{ "dialect": "pan" }' }]);
    await client.notify("workspace/didChangeWatchedFiles", {
      changes: [{ uri: "file:///site/vmcs.json", type: 1 }],
    });
    expect(await edits()).not.toEqual([]);
  });
});

describe("project files", () => {
  it("says what is wrong with one that is open, and takes it when it is saved", async () => {
    const files = {
      "/site/vmcs.json": '{ "includePath": ["lib"], "rules": ["gone"], "backend": [] }',
      "/site/web.pan": web,
      "/site/lib/site.pan": "template site;\n",
    };
    const { client, host } = await start(files, ["/site"]);
    await client.open("/site/vmcs.json", files["/site/vmcs.json"]);
    expect(await codesOf(client, "/site/vmcs.json")).toEqual(["project-key-unknown"]);
    const text = '{ "includePath": ["lib"], "rules": ["gone"], "packages": ["Packages"] }';
    await client.notify("textDocument/didChange", {
      textDocument: { uri: "file:///site/vmcs.json", version: 2 },
      contentChanges: [{ text }],
    });
    expect(await codesOf(client, "/site/vmcs.json")).toEqual(["directory-missing", "file-missing"]);
    host.writeFiles([{ path: "/site/vmcs.json", content: text }]);
    await client.notify("workspace/didChangeWatchedFiles", {
      changes: [{ uri: "file:///site/vmcs.json", type: 2 }],
    });
    expect(await codesOf(client, "/site/web.pan")).toEqual([]);
    // Nothing of a template is found in it, and nothing fails.
    const textDocument = { uri: "file:///site/vmcs.json" };
    expect(await client.request("textDocument/documentSymbol", { textDocument })).toEqual([]);
  });
});

describe("files", () => {
  it("asks to be told of texts that templates read, and reads them again", async () => {
    const text = "object template web;\n\n'/a' = to_long(file_contents('size.txt'));\n";
    const host = memoryHost({ files: { "/site/web.pan": text, "/site/size.txt": "1" } });
    const workspace = { didChangeWatchedFiles: { dynamicRegistration: true } };
    const client = await startClient(host, ["/site"], { ...pulls, workspace });
    clients.push(client);
    const watched: string[] = [];
    client.connection.onRequest("client/registerCapability", (params: RegistrationParams) => {
      for (const { registerOptions } of params.registrations) {
        for (const { globPattern } of registerOptions?.watchers ?? []) watched.push(globPattern);
      }
      return null;
    });
    expect(await codesOf(client, "/site/web.pan")).toEqual([]);
    await vi.waitFor(() => expect(watched).toContain("**/size.txt"));
    host.writeFiles([{ path: "/site/size.txt", content: "much" }]);
    await client.notify("workspace/didChangeWatchedFiles", {
      changes: [{ uri: "file:///site/size.txt", type: 2 }],
    });
    expect(await codesOf(client, "/site/web.pan")).toHaveLength(1);
  });

  it("edits names when files and folders move", async () => {
    const files = {
      "/site/web.pan":
        "object template web;\n\ninclude 'lib/disk';\n'/t' = file_contents('lib/motd');\n",
      "/site/lib/disk.pan": "template lib/disk;\n\ninclude 'lib/other';\n",
      "/site/lib/other.pan": "template lib/other;\n",
      "/site/lib/motd": "hello",
    };
    const { client } = await start(files, ["/site"]);
    const moved = async (from: string, to: string) => {
      const edit = await client.request<WorkspaceEdit | null>("workspace/willRenameFiles", {
        files: [{ oldUri: `file:///site/${from}`, newUri: `file:///site/${to}` }],
      });
      const changed = (edit?.documentChanges ?? []) as readonly TextDocumentEdit[];
      return changed.map(({ textDocument, edits }) => [
        textDocument.uri.slice("file:///site/".length),
        ...(edits as readonly TextEdit[]).map((one) => `${one.range.start.line}:${one.newText}`),
      ]);
    };
    expect(await moved("lib/disk.pan", "store/volume.pan")).toEqual([
      ["lib/disk.pan", "0:store/volume"],
      ["web.pan", "2:store/volume"],
    ]);
    expect(await moved("lib", "library")).toEqual([
      ["lib/disk.pan", "0:library/disk", "2:library/other"],
      ["web.pan", "2:library/disk"],
      ["lib/other.pan", "0:library/other"],
    ]);
    expect(await moved("lib/motd", "texts/motd")).toEqual([["web.pan", "3:texts/motd"]]);
    expect(await moved("lib/disk.pan", "../elsewhere/disk.pan")).toEqual([]);
    expect(await moved("nothing.pan", "anything.pan")).toEqual([]);
  });

  it("keeps a document that is deleted on the disk until it is closed", async () => {
    const { client, host } = await start({ "/site/a.pan": "template a;\n" }, ["/site"]);
    await client.open("/site/a.pan", "template a;\n\nvariable A = 1;\n");
    host.remove("/site/a.pan");
    await client.notify("workspace/didChangeWatchedFiles", {
      changes: [{ uri: "file:///site/a.pan", type: 3 }],
    });
    const found = () => client.request<readonly unknown[]>("workspace/symbol", { query: "A" });
    expect(await found()).not.toEqual([]);
    await client.notify("textDocument/didClose", { textDocument: { uri: "file:///site/a.pan" } });
    expect(await found()).toEqual([]);
  });
});

describe("files that the client makes, moves and removes", () => {
  const uris = (...paths: readonly string[]) => paths.map((path) => ({ uri: `file://${path}` }));

  it("are read and forgotten, with all that is in a folder", async () => {
    const { client, host } = await start({ "/site/web.pan": web }, ["/site"]);
    const codes = () => codesOf(client, "/site/web.pan");
    expect(await codes()).toEqual(["template-not-found"]);
    host.writeFiles([{ path: "/site/site.pan", content: "template site;\n" }]);
    await client.notify("workspace/didCreateFiles", { files: uris("/site/site.pan") });
    expect(await codes()).toEqual([]);
    host.remove("/site/site.pan");
    host.writeFiles([{ path: "/site/lib/site.pan", content: "template lib/site;\n" }]);
    const files = [{ oldUri: "file:///site/site.pan", newUri: "file:///site/lib" }];
    await client.notify("workspace/didRenameFiles", { files });
    expect(await codes()).toEqual(["template-not-found"]);
    const named = async (query: string) =>
      (await client.request<readonly unknown[]>("workspace/symbol", { query })).length;
    expect(await named("lib/site")).toBe(1);
    host.remove("/site/lib/site.pan");
    await client.notify("workspace/didDeleteFiles", { files: uris("/site/lib") });
    expect(await named("lib/site")).toBe(0);
  });

  it("bring their project file with them, and take it with them", async () => {
    const { client, host } = await start({ "/site/web.pan": web }, ["/site"]);
    const [template, project] = ["/site/new/db.pan", "/site/new/vmcs.json"];
    const text = "object template db;\n\n'/a' = 1;\nvalid '/a' == 1;\n";
    host.writeFiles([{ path: template, content: text }]);
    host.writeFiles([{ path: project, content: '{ "dialect": "pan" }' }]);
    await client.notify("workspace/didCreateFiles", { files: uris("/site/new") });
    // The reference compiler knows no rules.
    expect(await codesOf(client, template)).not.toEqual([]);
    host.remove(template);
    host.remove(project);
    await client.notify("workspace/didDeleteFiles", { files: uris("/site/new") });
    host.writeFiles([{ path: template, content: text }]);
    await client.notify("workspace/didCreateFiles", { files: uris("/site/new") });
    expect(await codesOf(client, template)).toEqual([]);
  });
});

it("tells of colours what has changed since they were asked for last", async () => {
  const { client } = await start({}, ["/site"]);
  await client.open("/site/a.pan", "template a;\n\nvariable A = 1;\n");
  const textDocument = { uri: "file:///site/a.pan" };
  const { resultId } = await client.request<{ readonly resultId: string }>(
    "textDocument/semanticTokens/full",
    { textDocument },
  );
  await client.notify("textDocument/didChange", {
    textDocument: { ...textDocument, version: 2 },
    contentChanges: [{ text: "template a;\n\nvariable A = 1;\nvariable B = 2;\n" }],
  });
  const delta = await client.request("textDocument/semanticTokens/full/delta", {
    textDocument,
    previousResultId: resultId,
  });
  // Four words more, of five numbers each, behind the six that there were.
  expect(delta).toMatchObject({ edits: [{ start: 30, deleteCount: 0, data: { length: 20 } }] });
});

describe("documents", () => {
  it("have one state for all spellings of a URI", async () => {
    const { client } = await start({ "/a b/é+x.pan": "template x;\n" }, ["/a b"]);
    const text = "template x;\n\nvariable A = 1;\nvariable B = A;\n";
    await client.notify("textDocument/didOpen", {
      textDocument: { uri: "file:///a%20b/%C3%A9%2Bx.pan", languageId: "pan", version: 1, text },
    });
    for (const uri of ["file:///a%20b/%c3%a9+x.pan", "file:///a b/é+x.pan"]) {
      expect(await definitionOf(client, uri, 3, 13)).toEqual(["file:///a%20b/%C3%A9%2Bx.pan"]);
    }
  });

  it.each([
    ["untitled:Untitled-1", "untitled:Untitled-1"],
    ["file:///C%3A/site/x.pan", "file:///c%3A/site/x.pan"],
    ["file:///elsewhere/x.pan", "file:///elsewhere/x.pan"],
    ["file:///odd/100%25/%zz/x.pan", "file:///odd/100%25/%25zz/x.pan"],
  ])("can be %s", async (uri, known) => {
    const { client } = await start({ "/site/a.pan": "template a;\n" }, ["/site"]);
    const text = "template x;\n\nvariable 𝒳 = 1;\nvariable A = 1; # 𝒳\nvariable B = '𝒳' + A;\n";
    await client.notify("textDocument/didOpen", {
      textDocument: { uri, languageId: "pan", version: 1, text },
    });
    expect(await definitionOf(client, uri, 4, 20)).toEqual([known]);
    await client.notify("textDocument/didClose", { textDocument: { uri } });
    expect(await definitionOf(client, uri, 4, 20)).toEqual([]);
    expect(await client.request("workspace/symbol", { query: "A" })).toMatchObject([{ name: "a" }]);
  });
});
