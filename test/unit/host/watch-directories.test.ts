/** Changes in directories are seen, and a watch that is not wanted any more holds nobody. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { watchDirectories } from "../../../src/host/node/watch-directories.ts";

const folder = mkdtempSync(join(tmpdir(), "vmcs-watch-"));
afterAll(() => rmSync(folder, { recursive: true }));

it("ends its wait when a file changes", async () => {
  const watch = watchDirectories([folder]);
  writeFileSync(join(folder, "a.pan"), "object template a;\n");
  await expect(watch.changed()).resolves.toBeUndefined();
  watch.end();
});

it("ends its wait when it is ended, also where the system cannot watch", async () => {
  for (const directories of [[folder], [join(folder, "missing")], undefined]) {
    const watch = watchDirectories(directories);
    const changed = watch.changed();
    watch.end();
    await expect(changed).resolves.toBeUndefined();
  }
});
