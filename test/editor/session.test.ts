/** A random editing session leaves the server as a fresh one would be; test/differential/editor/run.ts does more of it. */
import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { memoryHost } from "../../src/host/memory/memory-host.ts";
import { runSession } from "../differential/editor/session.ts";
import { Random } from "../fuzz/random.ts";
import { startClient } from "../support/editor-client.ts";
import { filesBelow, repositoryPath } from "../support/repository.ts";
import { runs } from "../support/runs.ts";

it("keeps its state through many edits", { timeout: 60_000 }, async () => {
  const folders = ["examples/web-server", "examples/compute-nodes", "templates/vmcs"];
  const paths = folders.flatMap((folder) =>
    filesBelow(folder)
      .filter((name) => name.endsWith(".pan"))
      .map((name) => `${folder}/${name}`),
  );
  const texts = Object.fromEntries(
    paths.map((path) => [`/site/${path}`, readFileSync(repositoryPath(path), "utf8")]),
  );
  const start = () =>
    startClient(memoryHost({ files: texts }), ["/site"], { textDocument: { diagnostic: {} } });
  const client = await start();
  const difference = await runSession({
    random: new Random(7, 0),
    files: new Map(Object.entries(texts)),
    edits: runs(100, 200),
    every: 100,
    client,
    fresh: start,
  });
  await client.stop();
  expect(difference).toBeUndefined();
});
