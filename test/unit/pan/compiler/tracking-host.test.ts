/** What is known of a file that was read, and whether it still holds. */
import { describe, expect, it } from "vitest";
import { memoryHost } from "../../../../src/host/memory/memory-host.ts";
import {
  renewMark,
  type TrackedHost,
  trackReads,
} from "../../../../src/pan/compiler/tracking-host.ts";

/** A file system whose stamps do not change with what files hold. */
function hostWith(content: string, isSettled: boolean): TrackedHost {
  const host = memoryHost({ files: { "/a": content } });
  return { ...host, stamp: () => ({ mark: "as ever", isSettled }) };
}

describe("a file that was changed while its stamp stayed", () => {
  it("counts as changed if the stamp was too young to be relied on", () => {
    const tracking = trackReads(hostWith("before", false));
    tracking.host.readText("/a");
    const [known] = tracking.newMarks();
    expect(known?.mark).toBeUndefined();
    expect(known && renewMark(hostWith("after", false), known)).toBeUndefined();
    expect(known && renewMark(hostWith("before", true), known)?.mark).toBe("as ever");
  });

  it("is not read again if the stamp can be relied on", () => {
    const tracking = trackReads(hostWith("before", true));
    tracking.host.readText("/a");
    const [known] = tracking.newMarks();
    expect(known && renewMark(hostWith("after", true), known)).toBe(known);
  });
});

it("notes the bytes of a file that was read as a text before", () => {
  const tracking = trackReads(hostWith("text", true));
  tracking.host.readText("/a");
  tracking.host.readGzip("/a");
  tracking.host.readGzip("/a");
  const digests = tracking.newMarks().map(({ digest }) => digest.startsWith("bytes:"));
  expect(digests).toEqual([false, true]);
});
