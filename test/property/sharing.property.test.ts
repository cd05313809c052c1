/**
 * Profiles share what they compute alike; nobody may notice. Each site is compiled with and without sharing.
 */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { runs } from "../support/runs.ts";
import { accountOf } from "./support/account.ts";
import { sharingSite } from "./support/sharing-site.ts";

const settings = {
  seed: Number(process.env["SHARING_SEED"] ?? 5),
  numRuns: Number(process.env["SHARING_RUNS"] ?? runs(40, 120)),
};

describe("sharing between profiles", () => {
  it("changes no byte, no file, no diagnostic, no counter, and nothing of who wrote what", () => {
    let profiles = 0;
    fc.assert(
      fc.property(sharingSite, fc.constantFrom(50, 50, 4), (files, maxRecursion) => {
        const apart = accountOf(files, { sharing: "off", maxRecursion });
        for (const sharing of ["on", "eager"] as const) {
          expect(accountOf(files, { sharing, maxRecursion })).toEqual(apart);
        }
        profiles += apart.profiles.size;
      }),
      settings,
    );
    // Sites that only fail would prove little.
    expect(profiles).toBeGreaterThan(settings.numRuns * 2);
  }, 120_000);
});
