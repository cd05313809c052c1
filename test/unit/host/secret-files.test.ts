/** Files with secrets in them are their owner's alone, also where one that all could read was there before. */
import { chmodSync, mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { nodeHost } from "../../../src/host/node/node-host.ts";

let directory: string;
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), "vmcs-secret-"));
});
afterEach(() => rmSync(directory, { recursive: true }));

it.each([
  ["new", undefined, false, 0o600],
  ["readable by all before", 0o644, false, 0o600],
  ["a script that all could run", 0o755, true, 0o700],
])("that are %s", (_, before, executable, after) => {
  const path = join(directory, "file");
  if (before !== undefined) {
    writeFileSync(path, "open");
    chmodSync(path, before);
  }
  nodeHost({ currentDirectory: directory }).writeFiles([
    { path, content: "secret", secret: true, executable },
  ]);
  expect((statSync(path).mode & 0o777).toString(8)).toBe(after.toString(8));
});
