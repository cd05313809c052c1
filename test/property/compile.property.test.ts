/** Laws of compiling many profiles: nothing depends on the order or the company in which they are compiled. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compileFiles, errorCodes } from "../support/compile.ts";
import { jsonOf, renderOutcome } from "../support/render-outcome.ts";
import { runs } from "../support/runs.ts";
import { objectNames, siteArbitrary } from "../support/site-arbitrary.ts";

const settings = { seed: 47, numRuns: runs(20, 100) };

describe("compiling many profiles", () => {
  it("gives the same bytes for any order of the files", () => {
    const shuffled = siteArbitrary.chain((site) =>
      fc.tuple(
        fc.constant(site),
        fc.shuffledSubarray([...site], { minLength: site.size, maxLength: site.size }),
      ),
    );
    fc.assert(
      fc.property(shuffled, ([site, files]) => {
        const text = renderOutcome(compileFiles(site));
        expect(renderOutcome(compileFiles(new Map(files)))).toBe(text);
      }),
      settings,
    );
  });

  it("gives the same bytes twice", () => {
    fc.assert(
      fc.property(siteArbitrary, (site) => {
        const [once, again] = [compileFiles(site), compileFiles(site)];
        expect(renderOutcome(again)).toBe(renderOutcome(once));
        expect(again.counters).toEqual(once.counters);
      }),
      settings,
    );
  });

  it("gives each profile what it has alone", () => {
    fc.assert(
      fc.property(siteArbitrary, (site) => {
        const together = compileFiles(site).profiles;
        for (const name of objectNames) {
          const alone = compileFiles(site, {}, [`${name}.pan`]).profiles.get(name);
          const inCompany = together.get(name);
          expect(alone && jsonOf(alone)).toBe(inCompany && jsonOf(inCompany));
        }
      }),
      settings,
    );
  });

  it("gives a profile or an error for each object template, and never both", () => {
    fc.assert(
      fc.property(siteArbitrary, (site) => {
        const { finished } = compileFiles(site);
        expect(new Set(finished).size).toBe(finished.length);
        for (const name of objectNames) {
          const alone = compileFiles(site, {}, [`${name}.pan`]);
          expect(alone.profiles.has(name)).toBe(finished.includes(name));
          if (!finished.includes(name)) expect(errorCodes(alone)).not.toEqual([]);
        }
      }),
      settings,
    );
  });
});
