/** What is read once for all profiles: whatever was asked, another answer is seen. */
import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { type MemoryHost, memoryHost } from "../../../../src/host/memory/memory-host.ts";
import {
  changedRead,
  joinReads,
  noteReads,
  type SharedRead,
} from "../../../../src/pan/compiler/incremental/shared-reads.ts";
import type { SourceHost } from "../../../../src/pan/compiler/source-host.ts";

function newHost(): MemoryHost {
  return memoryHost({
    files: { "/r/a.pan": "old", "/r/b.gz": gzipSync("old"), "/cache/index": "old" },
  });
}

type NotedHost = MemoryHost & SourceHost;

function readsOf(host: MemoryHost, ask: (host: NotedHost) => unknown): readonly SharedRead[] {
  const noted = noteReads(host, ["/cache"]);
  ask(noted.host);
  return noted.newReads();
}

const write =
  (path: string) =>
  (host: MemoryHost): unknown =>
    host.writeFiles([{ path, content: "new" }]);

describe("another answer is seen", () => {
  it.each<[string, (host: NotedHost) => unknown, (host: MemoryHost) => unknown, string]>([
    ["to a text", (host) => host.readText("/r/a.pan"), write("/r/a.pan"), "/r/a.pan"],
    ["to a text that was missing", (host) => host.readText("/r/c"), write("/r/c"), "/r/c"],
    ["to bytes", (host) => host.readBytes("/r/a.pan"), write("/r/a.pan"), "/r/a.pan"],
    ["to a compressed text", (host) => host.readGzip("/r/b.gz"), write("/r/b.gz"), "/r/b.gz"],
    ["to a stamp", (host) => host.stamp("/r/a.pan"), write("/r/a.pan"), "/r/a.pan"],
    ["to what is wrong", (host) => host.readProblem("/r/c"), write("/r/c"), "/r/c"],
    ["to a listing", (host) => host.list("/r"), write("/r/c"), "/r"],
    ["to all names", (host) => [...(host.names?.("/r") ?? [])], write("/r/c"), "/r"],
    ["to one name", (host) => host.names?.("/r").has("c"), write("/r/c"), "/r/c"],
    ["to a kind", (host) => host.kind("/r/c"), write("/r/c"), "/r/c"],
  ])("%s", (_, ask, change, path) => {
    const host = newHost();
    const reads = readsOf(host, ask);
    expect(changedRead(host, reads)).toBeUndefined();
    change(host);
    expect(changedRead(host, reads)).toBe(path);
  });

  it("but not to a name that nobody asked for", () => {
    const host = newHost();
    const reads = readsOf(host, (noted) => noted.names?.("/r").has("a.pan"));
    write("/r/c")(host);
    expect(changedRead(host, reads)).toBeUndefined();
  });
});

it("a question is noted once, and none about what is left out", () => {
  const noted = noteReads(newHost(), ["/cache"]);
  noted.host.readText("/r/a.pan");
  noted.host.readText("/r/a.pan");
  noted.host.readText("/cache/index");
  expect(noted.newReads()).toMatchObject([{ kind: "file", path: "/r/a.pan" }]);
  expect(noted.newReads()).toEqual([]);
});

describe("the reads of two threads", () => {
  const ask = (host: NotedHost): void => {
    host.readText("/r/a.pan");
    host.readBytes("/r/a.pan");
    host.list("/r");
    host.kind("/r/c");
    host.names?.("/r").has("c");
  };

  it("are each there once", () => {
    const host = newHost();
    const reads = readsOf(host, ask);
    expect(joinReads(reads, readsOf(host, ask))).toEqual(reads);
  });

  it.each([
    ["file", 0],
    ["stamp", 1],
    ["list", 2],
    ["kind", 3],
    ["name", 4],
  ])("that contradict each other in a %s hold nothing", (kind, at) => {
    const host = newHost();
    const before = readsOf(host, ask).slice(at, at + 1);
    write("/r/a.pan")(host);
    write("/r/c")(host);
    const after = readsOf(host, ask).slice(at, at + 1);
    expect(before).toMatchObject([{ kind }]);
    expect(joinReads(before, after)).toBeUndefined();
  });
});
