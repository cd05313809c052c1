/** What a build does not leave to the next one, as it cannot be relied on. */
import { expect, it } from "vitest";
import { memoryHost } from "../../../../src/host/memory/memory-host.ts";
import type { ProfileReport } from "../../../../src/pan/compiler/build-report.ts";
import type { BuildState } from "../../../../src/pan/compiler/incremental/build-state.ts";
import { StoredMemory } from "../../../../src/pan/compiler/incremental/stored-memory.ts";
import type { FileMark } from "../../../../src/pan/compiler/tracking-host.ts";

const report: ProfileReport = {
  name: "web",
  isSound: true,
  diagnostics: [],
  counters: { statements: 0, includes: 0, calls: 0, iterations: 0 },
  files: ["/web.pan", "/types.pan"],
  lookups: [],
  references: [],
  dependsOnOrder: false,
};

function keptOf(noted: ProfileReport, marks: readonly FileMark[]): readonly string[] {
  let saved: BuildState | undefined;
  const memory = new StoredMemory({
    host: memoryHost({ files: {} }),
    includePath: ["/"],
    key: { compiler: "", options: "" },
    state: undefined,
    save: (state) => {
      saved = state;
    },
  });
  memory.noteFiles([], marks);
  memory.noteProfile(noted, []);
  memory.save();
  return [...(saved?.profiles.keys() ?? [])];
}

const mark = (path: string, digest: string): FileMark => ({ path, digest, mark: undefined });

it("keeps a profile whose files every thread has seen alike", () => {
  expect(keptOf(report, [mark("/types.pan", "1"), mark("/types.pan", "1")])).toEqual(["web"]);
});

it("does not keep one of which a file was changed while threads read it", () => {
  expect(keptOf(report, [mark("/types.pan", "1"), mark("/types.pan", "2")])).toEqual([]);
});

it("does not keep one that depends on the order of profiles", () => {
  expect(keptOf({ ...report, dependsOnOrder: true }, [])).toEqual([]);
});
