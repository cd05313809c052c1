/** A few of the sites of `threads.ts`; all of them take minutes. */
import { expect, it } from "vitest";
import { runs } from "../support/runs.ts";
import { judgeSites } from "./threads/judge-sites.ts";

it("builds the same on any number of threads, in any order", async () => {
  const count = runs(4, 20);
  const { compared, wrong } = await judgeSites({ count, seed: 11 });
  expect(wrong).toEqual([]);
  expect(compared).toBeGreaterThan(5 * count);
}, 60_000);
