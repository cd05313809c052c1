/** Laws of building many profiles: threads, order and earlier builds change nothing but the time. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { buildSite, outcomeOf, type SiteOptions } from "../support/build-site.ts";
import { runs } from "../support/runs.ts";
import { objectNames, siteArbitrary } from "../support/site-arbitrary.ts";

type Files = Readonly<Record<string, string>>;

/** Statements that look at files, besides those of the usual site. */
const looks = fc.constantFrom(
  "",
  '"/note" = file_contents("note.txt");',
  '"/there" = file_exists("note.txt");',
  'include if_exists("optional");',
  'include if_exists("sub/optional");',
  "variable LOADPATH = list('sub'); include 'part';",
);

const filesArbitrary: fc.Arbitrary<Files> = fc
  .tuple(siteArbitrary, fc.array(looks, { minLength: 4, maxLength: 4 }))
  .map(([site, lines]) => {
    const entries = [...site].map(([path, text]): [string, string] => {
      const index = objectNames.indexOf(path.replace(".pan", ""));
      return [`/templates/${path}`, index < 0 ? text : `${text}${lines[index]}\n`];
    });
    return { ...Object.fromEntries(entries), "/templates/note.txt": "a note\n" };
  });

type Edit = (files: Files, other: Files) => Files;

const without = (files: Files, path: string): Files =>
  Object.fromEntries(Object.entries(files).filter(([name]) => name !== path));

/** What people do to a site between two builds. */
const edits: readonly Edit[] = [
  (files) => ({ ...files, "/templates/note.txt": "another note\n" }),
  (files) => without(files, "/templates/note.txt"),
  (files) => ({ ...files, "/first/note.txt": "a note before the note\n" }),
  (files) => ({ ...files, "/templates/optional.pan": 'template optional;\n"/optional" = 1;\n' }),
  (files) => ({ ...files, "/first/sub/optional.pan": 'template sub/optional;\n"/sub" = 1;\n' }),
  (files) => ({ ...files, "/first/part.pan": 'template part;\n"/shadow" = 1;\n' }),
  (files) => ({ ...files, "/templates/sub/part.pan": "template part;\n" }),
  (files) => without(files, "/first/part.pan"),
  (files) => without(files, "/templates/once.pan"),
  (files) => {
    const { "/templates/disk.pan": disk, ...rest } = files;
    return disk === undefined ? files : { ...rest, "/first/disk.pan": disk };
  },
  (files, other) => ({ ...files, "/templates/p0.pan": other["/templates/p0.pan"] as string }),
  (files, other) => ({ ...files, "/templates/p2.pan": other["/templates/p2.pan"] as string }),
  (files, other) => ({ ...files, "/templates/part.pan": other["/templates/part.pan"] as string }),
  (files, other) => ({ ...files, "/templates/types.pan": other["/templates/types.pan"] as string }),
  (files) => without(files, "/templates/p3.pan"),
  (files) => ({
    ...files,
    "/templates/p4.pan": 'object template p4;\n"/x" = value("p0:/name");\n',
  }),
  (files) => files,
];

describe("building on threads", () => {
  it("gives the same for any number of threads and any order", async () => {
    const cases = fc.tuple(
      filesArbitrary,
      fc.nat(),
      fc.constantFrom<"pan" | "vmcs">("pan", "vmcs"),
    );
    await fc.assert(
      fc.asyncProperty(cases, async ([files, seed, dialect]) => {
        const settings = { dialect };
        const alone = outcomeOf(await buildSite(files, { settings }));
        const reversed = Object.fromEntries(Object.entries(files).toReversed());
        for (const count of [2, 8]) {
          const options: SiteOptions = { settings, threads: { count, seed } };
          expect(outcomeOf(await buildSite(reversed, options))).toEqual(alone);
        }
      }),
      { seed: 53, numRuns: runs(20, 200) },
    );
  }, 120_000);
});

describe("building what has changed", () => {
  it("gives what building everything gives", async () => {
    const steps = fc.array(fc.nat(edits.length - 1), { minLength: 1, maxLength: 4 });
    await fc.assert(
      fc.asyncProperty(
        filesArbitrary,
        filesArbitrary,
        steps,
        fc.nat(),
        async (first, other, plan, seed) => {
          const state = { text: "" };
          let files: Files = first;
          let built = await buildSite(files, { state });
          for (const step of plan) {
            const outputs = Object.fromEntries(
              [...built.files].filter(([path]) => path.startsWith("/out/")),
            );
            files = edits[step]?.(files, other) ?? files;
            const before = { ...files, ...outputs };
            const full = outcomeOf(await buildSite(before));
            const threads = seed % 3 === 0 ? { threads: { count: 2, seed } } : {};
            built = await buildSite(before, { state, ...threads });
            expect(outcomeOf(built)).toEqual(full);
            const again = await buildSite(Object.fromEntries(built.files), { state });
            expect(outcomeOf(again)).toEqual(outcomeOf(built));
          }
        },
      ),
      { seed: 59, numRuns: runs(20, 200) },
    );
  }, 120_000);
});
