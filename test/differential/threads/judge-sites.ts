/** Generated sites, built on several numbers of threads that take turns in one process. */
import fc from "fast-check";
import { sharingSite } from "../../property/support/sharing-site.ts";
import { buildSite, outcomeOf } from "../../support/build-site.ts";
import { shuffled } from "./shuffled.ts";

export interface ThreadsJudgement {
  readonly compared: number;
  readonly wrong: readonly string[];
}

export async function judgeSites(input: {
  readonly count: number;
  readonly seed: number;
}): Promise<ThreadsJudgement> {
  const { count, seed } = input;
  const wrong: string[] = [];
  let compared = 0;
  for (const [i, site] of fc.sample(sharingSite, { seed, numRuns: count }).entries()) {
    const given = [...site].map(([path, text]): [string, string] => [`/templates/${path}`, text]);
    const settings = { dialect: "vmcs" } as const;
    const formats = ["pan", "json", "text", "dot", "dep", "xml"];
    const one = await buildSite(Object.fromEntries(given), { settings, formats });
    const expected = textOf(outcomeOf(one));
    compared += one.files.size - given.length;
    for (const threads of [1, 2, 8]) {
      const files = Object.fromEntries(shuffled(given, seed + i + threads));
      const turns = threads === 1 ? {} : { threads: { count: threads, seed: seed + i } };
      const other = outcomeOf(await buildSite(files, { settings, formats, ...turns }));
      if (textOf(other) !== expected)
        wrong.push(`Site ${i} of seed ${seed} is another one on ${threads} threads.`);
    }
  }
  return { compared, wrong };
}

function textOf(outcome: unknown): string {
  const { files, ...rest } = outcome as { readonly files: readonly (readonly [string, string])[] };
  return JSON.stringify([[...files].sort(), rest]);
}
