/** Diagnostics are pushed to clients that do not ask for them: of texts at once, of profiles after a moment. */
import { expect, it, vi } from "vitest";
import { memoryHost } from "../../src/host/memory/memory-host.ts";
import { startClient } from "../support/editor-client.ts";

const site = "declaration template site;\n\nbind '/size' = long(1..);\n";
const web = "object template web;\n\ninclude 'site';\n'/size' = 0;\n";
const uri = "file:///project/web.pan";

/** On a machine that is busy. */
const patience = { timeout: 10_000 };

it("pushes what is wrong, and takes it back when it is mended", async () => {
  const files = { "/project/site.pan": site, "/project/web.pan": web };
  const client = await startClient(memoryHost({ files }), ["/project"]);
  const codes = (): readonly unknown[] =>
    client.pushed.get(uri)?.diagnostics.map(({ code }) => code) ?? [];
  await client.open("/project/web.pan", web);
  await vi.waitFor(() => expect(codes()).toEqual(["value-out-of-range"]), patience);

  const change = (text: string, version: number) =>
    client.notify("textDocument/didChange", {
      textDocument: { uri, version },
      contentChanges: [{ text }],
    });
  await change(web.replace("= 0", "="), 2);
  // The layout of what is half written is nobody's concern.
  await vi.waitFor(() => expect(codes()).toEqual(["empty-expression"]), patience);
  await change(web.replace("= 0", "= 1"), 3);
  await vi.waitFor(() => expect(codes()).toEqual([]), patience);
  await client.stop();
});
