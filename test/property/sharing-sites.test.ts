/**
 * Sites made by hand of what sharing between profiles could get wrong: `test/fixtures/sharing`, one of a kind each.
 *
 * A file with a star in its name stands for several machines, and the star in its text for their numbers. Nothing of
 * what a compilation tells may depend on sharing, in whatever order the machines come.
 */
import { describe, expect, it } from "vitest";
import { runs } from "../support/runs.ts";
import { accountOf } from "./support/account.ts";
import { sharingOrders, sharingSites } from "./support/sharing-fixtures.ts";

describe.each(sharingSites())("sharing: $name", ({ files }) => {
  it.each(runs(sharingOrders.slice(0, 2), sharingOrders))(
    "nobody notices it, machines $name",
    ({ order }) => {
      const ordered = order(files);
      const apart = accountOf(ordered, { sharing: "off" });
      for (const sharing of ["on", "eager"] as const) {
        expect(accountOf(ordered, { sharing })).toEqual(apart);
      }
    },
  );
});
