/** A few of the sites of `threads.ts`; all of them take minutes. */
import { expect, it } from "vitest";
import { judgeSites } from "./threads/judge-sites.ts";

it("builds the same on any number of threads, in any order", async () => {
  const { compared, wrong } = await judgeSites({ count: 10, seed: 11 });
  expect(wrong).toEqual([]);
  expect(compared).toBeGreaterThan(50);
}, 60_000);
