/** What the server does while nobody waits: its client is told, and no failure there ends the server. */
import { afterEach, describe, expect, it, vi } from "vitest";
import { type MemoryHost, memoryHost } from "../../src/host/memory/memory-host.ts";
import { type EditorClient, startClient } from "../support/editor-client.ts";

const clients: EditorClient[] = [];

afterEach(async () => {
  await Promise.all(clients.splice(0).map((client) => client.stop()));
});

/** On a machine that is busy. */
const patience = { timeout: 10_000 };

const site = "declaration template site;\n\nbind '/size' = long(1..);\n";
const web = "object template web;\n\ninclude 'site';\n'/size' = 4 * 2;\n";
const uri = "file:///project/web.pan";

async function start(
  capabilities: object,
  change: Partial<MemoryHost> = {},
): Promise<{ readonly client: EditorClient; readonly host: MemoryHost }> {
  const files = { "/project/site.pan": site, "/project/web.pan": web };
  const host = memoryHost({ files });
  const client = await startClient({ ...host, ...change }, ["/project"], {
    textDocument: { diagnostic: {} },
    ...capabilities,
  });
  clients.push(client);
  return { client, host };
}

/** Counts the requests of the server, and answers them. */
function counted({ connection }: EditorClient, method: string, answer: () => unknown) {
  const count = { value: 0 };
  connection.onRequest(method, () => {
    count.value++;
    return answer();
  });
  return count;
}

const hints = ({ request }: EditorClient) =>
  request<readonly { readonly label: string }[]>("textDocument/inlayHint", {
    textDocument: { uri },
    range: { start: { line: 0, character: 0 }, end: { line: 9, character: 0 } },
  });

describe("values for hints", () => {
  const able = { workspace: { inlayHint: { refreshSupport: true } } };

  it("are computed behind, and then the client is told to ask again", async () => {
    const { client } = await start(able);
    const refreshes = counted(client, "workspace/inlayHint/refresh", () => null);
    await client.open("/project/web.pan", web);
    expect(await hints(client)).toEqual([]);
    await vi.waitFor(() => expect(refreshes.value).toBe(1), patience);
    expect((await hints(client)).map(({ label }) => label)).toEqual(["= 8"]);
  });

  it("do no harm to a client that refuses to be told", async () => {
    const { client } = await start(able);
    const refreshes = counted(client, "workspace/inlayHint/refresh", () => {
      throw new Error("not now");
    });
    await client.open("/project/web.pan", web);
    await hints(client);
    await vi.waitFor(() => expect(refreshes.value).toBe(1), patience);
    expect(await hints(client)).toHaveLength(1);
  });

  it("are not shown where the client's settings turn them off", async () => {
    const { client } = await start({ workspace: { configuration: true } });
    const said: { hints: unknown } = { hints: null };
    client.connection.onRequest(
      "workspace/configuration",
      ({ items }: { readonly items: readonly { readonly section?: string }[] }) =>
        items.map(({ section }) => (section === "vmcs.inlayHints" ? said.hints : null)),
    );
    await client.open("/project/web.pan", web);
    await client.request("textDocument/diagnostic", { textDocument: { uri } });
    const shown = async (setting: unknown) => {
      said.hints = setting;
      return (await hints(client)).length;
    };
    expect(await shown({ units: false })).toBe(1);
    expect(await shown({ values: false })).toBe(0);
    expect(await shown(false)).toBe(0);
  });
});

describe("profiles of files that change on the disk", () => {
  const able = { workspace: { diagnostics: { refreshSupport: true } } };

  it("are judged, also if somebody is typing elsewhere", async () => {
    const { client, host } = await start(able);
    const refreshes = counted(client, "workspace/diagnostic/refresh", () => null);
    await client.open("/project/web.pan", web);
    host.writeFiles([{ path: "/project/site.pan", content: site.replace("1..", "..7") }]);
    await client.notify("workspace/didChangeWatchedFiles", {
      changes: [{ uri: "file:///project/site.pan", type: 2 }],
    });
    await client.notify("textDocument/didChange", {
      textDocument: { uri, version: 2 },
      contentChanges: [{ text: `${web}# more\n` }],
    });
    await vi.waitFor(() => expect(refreshes.value).toBe(1), patience);
    const { items } = await client.request<{ readonly items: readonly { code: unknown }[] }>(
      "textDocument/diagnostic",
      { textDocument: { uri } },
    );
    expect(items.map(({ code }) => code)).toEqual(["value-out-of-range"]);
  });

  it("leave the server running if judging them fails", async () => {
    let isBroken = false;
    const broken = memoryHost({ files: { "/project/site.pan": site, "/project/web.pan": web } });
    const { client } = await start(able, {
      list(directory) {
        if (isBroken) throw new Error("a bug");
        return broken.list(directory);
      },
      now() {
        if (isBroken) throw new Error("a bug");
        return 0;
      },
    });
    const logged: string[] = [];
    client.connection.onNotification("window/logMessage", ({ message }: { message: string }) => {
      logged.push(message);
    });
    await client.request("workspace/symbol", { query: "wait until all is read" });
    isBroken = true;
    await client.notify("workspace/didChangeWatchedFiles", {
      changes: [{ uri: "file:///project/site.pan", type: 2 }],
    });
    await vi.waitFor(() => expect(logged).toEqual(["vmcs has failed: Error: a bug"]), patience);
    expect(await client.request("workspace/symbol", { query: "web" })).toHaveLength(1);
  });
});

it("reads the workspace for a client that refuses to show how far it is", async () => {
  const { client } = await start({ window: { workDoneProgress: true } });
  counted(client, "window/workDoneProgress/create", () => {
    throw new Error("not now");
  });
  expect(await client.request("workspace/symbol", { query: "web" })).toHaveLength(1);
});
