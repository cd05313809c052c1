/** Configurations that become copies of each other: nobody may see it, and what is equal must. */
import fc from "fast-check";
import { describe, it } from "vitest";
import { equalTrees, finishedTrees, likeTrees } from "./support/settle-laws.ts";

const runs = { seed: 17, numRuns: Number(process.env["SETTLE_RUNS"] ?? 2000) };

describe("a configuration", () => {
  it("that settles is seen, read and written as before", () => {
    fc.assert(likeTrees, runs);
  });

  it("that is equal to another one becomes a copy of that", () => {
    fc.assert(equalTrees, runs);
  });

  it("that is frozen is seen, read and written as before", () => {
    fc.assert(finishedTrees, runs);
  });
});
