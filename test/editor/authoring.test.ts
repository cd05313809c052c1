/** What somebody is offered who writes a machine: the best first, and nothing that cannot be used. */
import { afterAll, afterEach, describe, expect, it, vi } from "vitest";
import type { CodeAction, CompletionItem, CompletionList } from "vscode-languageserver/node";
import { type MemoryHost, memoryHost } from "../../src/host/memory/memory-host.ts";
import { type EditorClient, startClient } from "../support/editor-client.ts";

const library = {
  "/library/vmcs/vm.pan":
    "unique template vmcs/vm;\ninclude 'vmcs/types';\ninclude 'vmcs/units';\nbind '/hardware' = vmcs_hardware;\nbind '/system' = vmcs_system;\n",
  "/library/vmcs/types.pan":
    "declaration template vmcs/types;\nfunction vmcs_fits = ARGV[0]['size'] > 0;\ntype vmcs_hardware = {\n    @{ memory, in MiB }\n    'memory' ? long(1..)\n    'cpu' ? long\n};\ntype vmcs_system = {\n    'name' ? string\n    'type' : choice('pv', 'hvm') = 'hvm'\n};\n",
  "/library/vmcs/units.pan":
    "declaration template vmcs/units;\nfinal variable MiB = 1;\nfinal variable GiB = 1024;\n",
  "/library/vmcs/machine/web.pan": "template vmcs/machine/web;\ninclude 'vmcs/vm';\n",
  "/library/vmcs/hardware/small.pan":
    "structure template vmcs/hardware/small;\n'memory' = 1024;\n'cpu' = 1;\n",
  "/library/vmcs/cdrom/empty.pan": "structure template vmcs/cdrom/empty;\n'device' = 'hdc';\n",
};
const site = {
  "/site/vmcs.json": '{ "rules": ["rules"] }',
  "/site/rules/site.pan": "declaration template site;\nvalid '/hardware/memory' >= 512;\n",
  "/site/vms/other.pan":
    "object template other;\ninclude 'vmcs/machine/web';\nvariable ELSEWHERE = 1;\n",
};
const uri = "file:///site/vms/db.pan";
/** On a machine that is busy. */
const patience = { timeout: 10_000 };
const clients: EditorClient[] = [];

afterEach(async () => {
  await Promise.all(clients.splice(0).map((client) => client.stop()));
});

async function start(
  files: Readonly<Record<string, string>>,
  folders: readonly string[] = ["/site"],
  host: MemoryHost = memoryHost({ files: { ...library, ...files } }),
  stopped: EditorClient[] = clients,
): Promise<EditorClient> {
  const client = await startClient(
    host,
    folders,
    {
      textDocument: { completion: { completionItem: { snippetSupport: true } } },
      workspace: { workspaceEdit: { resourceOperations: ["rename"] } },
    },
    { library: ["/library"] },
  );
  stopped.push(client);
  await client.request("workspace/symbol", { query: "wait until all is read" });
  return client;
}

/** What is offered at the bar in a text. */
async function offeredBy(
  client: EditorClient,
  marked: string,
  document = uri,
): Promise<readonly CompletionItem[]> {
  const [before = "", after = ""] = marked.split("|");
  const lines = before.split("\n");
  await client.notify("textDocument/didOpen", {
    textDocument: { uri: document, languageId: "pan", version: 1, text: before + after },
  });
  const { items } = await client.request<CompletionList>("textDocument/completion", {
    textDocument: { uri: document },
    position: { line: lines.length - 1, character: lines.at(-1)?.length ?? 0 },
  });
  return items;
}

/** One server for all questions of what is offered: no document of one stays for the next. */
let asked: Promise<EditorClient> | undefined;

afterAll(async () => (await asked)?.stop());

async function labels(marked: string, document = uri): Promise<readonly string[]> {
  asked ??= start(site, ["/site"], undefined, []);
  const client = await asked;
  const items = await offeredBy(client, marked, document);
  await client.notify("textDocument/didClose", { textDocument: { uri: document } });
  return items.map(({ label }) => label);
}

const header = "object template db;\n\n";
const machine = `${header}include 'vmcs/vm';\n\n`;

describe("what is offered first", () => {
  it("is an object template in an empty file, and a rule's template among rules", async () => {
    expect((await labels("|"))[0]).toBe("object template");
    expect((await labels("|", "file:///site/rules/more.pan"))[0]).toBe("structure template");
  });

  it("is an include, and then a path, where a statement begins", async () => {
    expect((await labels(`${header}|`)).slice(0, 4)).toEqual([
      "include",
      "path",
      "prefix",
      "variable",
    ]);
    const ofRules = await labels("declaration template more;\n|", "file:///site/rules/more.pan");
    expect(ofRules.slice(0, 3)).toEqual(["valid rule", "conflict", "suggest"]);
  });

  it("is what other machines include, and what only declares comes last", async () => {
    expect(await labels(`${header}include '|';`)).toEqual([
      "vmcs/machine/web",
      "vmcs/vm",
      "vmcs/types",
      "vmcs/units",
    ]);
  });

  it("is a structure that fits", async () => {
    expect((await labels(`${machine}'/hardware' = |`)).slice(0, 2)).toEqual([
      "create('vmcs/hardware/small')",
      "dict()",
    ]);
    expect(await labels(`${machine}'/hardware' = create('|');`)).toEqual([
      "vmcs/hardware/small",
      "vmcs/cdrom/empty",
    ]);
  });

  it("is what the type wants: a text, an amount in larger units, a choice", async () => {
    expect((await labels(`${machine}'/system/name' = |`))[0]).toBe("''");
    const amounts = (await labels(`${machine}'/hardware/memory' = |`)).slice(0, 2);
    expect(amounts).toEqual(["1 * GiB", "1 * MiB"]);
    expect(await labels(`${machine}'/hardware/memory' = 2 * |`)).not.toContain("1 * GiB");
    const rule = "declaration template more;\nsuggest '/system/type' = |";
    expect(await labels(rule, "file:///site/rules/more.pan")).toEqual(["'hvm'", "'pv'"]);
  });

  it("is a name that the template reaches", async () => {
    const names = await labels(`${machine}variable OWN = 1;\nvariable X = |`);
    const at = (name: string): number => names.indexOf(name);
    expect(at("OWN")).toBeLessThan(at("GiB"));
    expect(at("GiB")).toBeLessThan(at("SELF"));
    expect(at("SELF")).toBeLessThan(at("ELSEWHERE"));
  });

  it("is a comparison behind the path of a rule", async () => {
    const rule = "declaration template more;\nvalid '/hardware/memory' |";
    const offered = await labels(rule, "file:///site/rules/more.pan");
    expect(offered.slice(0, 4)).toEqual(["=", "==", "!=", ">="]);
    const complete = "declaration template more;\nvalid '/hardware/memory' >= 4 |";
    const behind = await labels(complete, "file:///site/rules/more.pan");
    expect(behind).toEqual(["when", "message", "priority"]);
  });
});

describe("what is not offered", () => {
  it("are templates of another project", async () => {
    const files = { ...site, "/next/vmcs.json": "{}", "/next/theirs.pan": "template theirs;\n" };
    const client = await start(files, ["/site", "/next"]);
    const items = await offeredBy(client, `${header}include '|';`);
    expect(items.map(({ label }) => label)).not.toContain("theirs");
  });

  it("are types of machines where no template is one", async () => {
    const files = {
      "/quattor/base.pan": "template base;\ninclude 'defaults';\n'/system/aii' = 1;\n",
      "/quattor/defaults.pan": "declaration template defaults;\n",
    };
    const client = await start(files, ["/quattor"]);
    const text = "template x;\n'/system/|";
    const items = await offeredBy(client, text, "file:///quattor/x.pan");
    expect(items.map(({ label }) => label)).toEqual(["aii"]);
  });
});

it("offers packages of the lists that a project names", async () => {
  const list = ["zlib1g", "nginx", "nginx-light"]
    .map((name) => `Package: ${name}\nVersion: 1.2\nArchitecture: amd64\n`)
    .join("\n");
  const project = '{ "packages": ["Packages"] }';
  const client = await start({ "/site/vmcs.json": project, "/site/Packages": list });
  await vi.waitFor(async () => {
    const items = await offeredBy(client, `${machine}'/software/packages/ng|`);
    expect(items.map(({ label, detail }) => `${label} ${detail}`)).toEqual([
      "nginx 1.2",
      "nginx-light 1.2",
    ]);
  }, patience);
});

describe("documents that are not on the disk", () => {
  const codes = (client: EditorClient, of: string): readonly unknown[] =>
    client.pushed.get(of)?.diagnostics.map(({ code }) => code) ?? [];

  it("are found by others", async () => {
    const client = await start(site);
    await client.open("/site/vms/part.pan", "structure template part;\n'a' = 1;\n");
    await client.open("/site/vms/deep/part.pan", "structure template deep/part;\n'a' = 1;\n");
    await client.open(
      "/site/vms/db.pan",
      `${header}'/a' = create('part');\n'/b' = create('deep/part');\n'/c' = create('none');\n`,
    );
    await vi.waitFor(() => expect(codes(client, uri)).toEqual(["template-not-found"]), patience);
  });

  it("are compiled before they have a name", async () => {
    const client = await start(site);
    const untitled = "untitled:Untitled-1";
    await offeredBy(client, `${machine}'/system/nmae' = 'x';\n|`, untitled);
    await vi.waitFor(() => expect(codes(client, untitled)).toEqual(["field-unexpected"]), patience);
  });
});

describe("a template that is not called like its file", () => {
  it("has the compiler's error, and can be mended in both ways", async () => {
    const client = await start(site);
    await client.open("/site/vms/db.pan", "object template web;\n");
    const found = (): readonly unknown[] =>
      client.pushed.get(uri)?.diagnostics.map(({ code, severity }) => [code, severity]) ?? [];
    await vi.waitFor(() => expect(found()).toEqual([["template-name-not-file", 1]]), patience);
    const actions = await client.request<readonly CodeAction[]>("textDocument/codeAction", {
      textDocument: { uri },
      range: { start: { line: 0, character: 17 }, end: { line: 0, character: 17 } },
      context: { diagnostics: [] },
    });
    expect(actions.map(({ title }) => title)).toEqual([
      "Call the template `db`",
      "Rename the file to `web.pan`",
    ]);
    const [call, rename] = actions.map(({ edit }) => edit?.documentChanges?.[0]);
    expect(call).toMatchObject({ edits: [{ newText: "db" }] });
    expect(rename).toMatchObject({ kind: "rename", newUri: "file:///site/vms/web.pan" });
  });
});

describe("a project file that cannot be used", () => {
  it("is told of, though nobody has opened it", async () => {
    const told: unknown[] = [];
    const host = memoryHost({ files: { ...library, ...site } });
    const client = await start(site, ["/site"], host);
    client.connection.onNotification("window/showMessage", (params: unknown) => {
      told.push((params as { readonly message: string }).message);
    });
    host.writeFiles([{ path: "/site/vmcs.json", content: '{ "dialcet": "pan" }' }]);
    await client.notify("workspace/didChangeWatchedFiles", {
      changes: [{ uri: "file:///site/vmcs.json", type: 2 }],
    });
    const found = () => client.pushed.get("file:///site/vmcs.json")?.diagnostics;
    await vi.waitFor(
      () => expect(found()).toMatchObject([{ code: "project-key-unknown" }]),
      patience,
    );
    expect(told).toMatchObject([expect.stringMatching(/^\/site\/vmcs\.json is not used: /)]);
  });
});

describe("a key of one's own type", () => {
  it("is renamed, whatever the templates of vmcs have of its name", async () => {
    const text =
      "object template db;\n\ntype site_volume = { 'size' : long };\nbind '/volume' = site_volume;\n'/volume/size' = 1;\n";
    const client = await start({ ...site, "/site/vms/db.pan": text });
    const edit = await client.request("textDocument/rename", {
      textDocument: { uri },
      position: { line: 4, character: 10 },
      newName: "bytes",
    });
    expect(JSON.stringify(edit)).toContain('"newText":"bytes"');
  });
});
