/** What a connection may see: errors of the protocol, answers while there is long work, its progress and its end. */
import { PassThrough } from "node:stream";
import { afterEach, describe, expect, it } from "vitest";
import {
  CancellationTokenSource,
  createConnection,
  createMessageConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from "vscode-languageserver/node";
import { memoryHost } from "../../src/host/memory/memory-host.ts";
import { startServer } from "../../src/language-server/server.ts";
import { type EditorClient, startClient } from "../support/editor-client.ts";

const clients: EditorClient[] = [];

afterEach(async () => {
  await Promise.all(clients.splice(0).map((client) => client.stop()));
});

const pulls = { textDocument: { diagnostic: {} } };

interface Progress {
  readonly token: unknown;
  readonly value: { readonly kind: string };
}

describe("the connection", () => {
  it("answers what comes too early or is unknown with the errors of the protocol", async () => {
    const [toServer, toClient] = [new PassThrough(), new PassThrough()];
    const host = memoryHost({});
    const reader = new StreamMessageReader(toServer);
    const connection = createConnection(reader, new StreamMessageWriter(toClient));
    startServer({ connection, host, version: "0", library: [] });
    const own = createMessageConnection(
      new StreamMessageReader(toClient),
      new StreamMessageWriter(toServer),
    );
    own.listen();
    const codeOf = (method: string) =>
      own.sendRequest(method, {}).then(
        () => undefined,
        ({ code }: { readonly code: number }) => code,
      );
    expect(await codeOf("textDocument/hover")).toBe(-32002);
    await own.sendRequest("initialize", { processId: null, rootUri: null, capabilities: {} });
    expect(await codeOf("vmcs/noSuchMethod")).toBe(-32601);
    await own.sendRequest("shutdown");
    own.dispose();
  });

  it("answers others while it says of all files what is wrong", async () => {
    const text = `template x;\n\n${"'/a' =  1 ;\n".repeat(20)}`;
    const names = Array.from({ length: 50 }, (_, i) => `/site/t${i}.pan`);
    const files = Object.fromEntries(names.map((name) => [name, text]));
    const host = { ...memoryHost({ files }), now: () => performance.now() };
    const client = await startClient(host, ["/site"], pulls);
    clients.push(client);
    await client.request("workspace/symbol", { query: "wait until all is read" });
    const order: string[] = [];
    const asked = async (method: string, params: object) => {
      await client.request(method, params);
      order.push(method);
    };
    await Promise.all([
      asked("workspace/diagnostic", { previousResultIds: [] }),
      asked("workspace/symbol", { query: "t7" }),
    ]);
    expect(order).toEqual(["workspace/symbol", "workspace/diagnostic"]);
  });

  it("stops judging the workspace when it is told to, and shows how far it is", {
    timeout: 30_000,
  }, async () => {
    const letters = [..."abcdefgh"];
    const loop = (letter: string): string =>
      `'/${letter}' = { x = 0; while (x < 9000) x = x + 1; x; };\n`;
    const names = Array.from({ length: 100 }, (_, i) => `m${i}`);
    const files = Object.fromEntries(
      names.map((name) => [
        `/site/${name}.pan`,
        `object template ${name};\n\n${letters.map(loop).join("")}`,
      ]),
    );
    // Turns are by the clock, which a host in memory does not have.
    const host = { ...memoryHost({ files }), now: () => performance.now() };
    const window = { workDoneProgress: true };
    const client = await startClient(host, ["/site"], { ...pulls, window });
    clients.push(client);
    const shown: string[] = [];
    const source = new CancellationTokenSource();
    client.connection.onNotification("$/progress", ({ token, value }: Progress) => {
      if (token === "judging") shown.push(value.kind);
      if (shown.length === 3) source.cancel();
    });
    const params = { previousResultIds: [], workDoneToken: "judging" };
    const answer = client.connection.sendRequest("workspace/diagnostic", params, source.token);
    await expect(answer).rejects.toMatchObject({ code: -32800 });
    expect(shown.length).toBeLessThan(100);
    expect(shown[0]).toBe("begin");
    expect(shown.at(-1)).toBe("end");
  });
});
