/** What the file system says of a file that was changed a moment ago is not to be relied on. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, it, vi } from "vitest";
import { fileStamp } from "../../../src/host/node/file-stamp.ts";

const folder = mkdtempSync(join(tmpdir(), "vmcs-stamp-"));
const file = join(folder, "a.pan");
afterAll(() => rmSync(folder, { recursive: true }));

/** Of the file, written anew. */
function freshStamp(): ReturnType<typeof fileStamp> {
  writeFileSync(file, "object template a;\n");
  return fileStamp(file);
}

it("a file is settled some time after its last change, and not before", async () => {
  // Between writing and looking a busy machine may let so much time pass.
  await vi.waitFor(() => expect(freshStamp()?.isSettled).toBe(false), 10_000);
  await vi.waitFor(() => expect(fileStamp(file)?.isSettled).toBe(true), 10_000);
});

it("a change is another mark, and none leaves it", () => {
  const before = freshStamp()?.mark;
  expect(fileStamp(file)?.mark).toBe(before);
  writeFileSync(file, "object template a;\n'/x' = 1;\n");
  expect(fileStamp(file)?.mark).not.toBe(before);
  expect(fileStamp(join(folder, "missing"))).toBeUndefined();
});
