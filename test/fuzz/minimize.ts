/** Makes a failing case small: whole files, then ever smaller pieces of them, are left out while it still fails. */

import { lex } from "../../src/pan/syntax/lexer.ts";
import type { FuzzCase } from "./fuzz-case.ts";

/** Whether a case still fails in the same way. */
export type StillFails = (fuzzCase: FuzzCase) => Promise<boolean>;

export interface MinimizeOptions {
  /** Whether there is time for another try. */
  readonly mayGoOn: () => boolean;
}

export async function minimize(
  fuzzCase: FuzzCase,
  stillFails: StillFails,
  options: MinimizeOptions,
): Promise<FuzzCase> {
  let smallest = fuzzCase;
  for (let size = Number.POSITIVE_INFINITY; sizeOf(smallest) < size && options.mayGoOn(); ) {
    size = sizeOf(smallest);
    smallest = await withoutFiles(smallest, stillFails, options);
    for (const split of [lines, tokens, characters]) {
      for (const name of smallest.files.keys()) {
        smallest = await withoutPieces(smallest, name, split, stillFails, options);
      }
    }
  }
  return smallest;
}

async function withoutFiles(
  fuzzCase: FuzzCase,
  stillFails: StillFails,
  { mayGoOn }: MinimizeOptions,
): Promise<FuzzCase> {
  let smallest = fuzzCase;
  for (const name of fuzzCase.files.keys()) {
    if (!mayGoOn()) break;
    const files = new Map(smallest.files);
    files.delete(name);
    if (files.size > 0 && (await stillFails({ ...smallest, files }))) {
      smallest = { ...smallest, files };
    }
  }
  return smallest;
}

/** Leaves out runs of pieces of one file, first long ones, then shorter ones. */
async function withoutPieces(
  fuzzCase: FuzzCase,
  name: string,
  split: (text: string) => readonly string[],
  stillFails: StillFails,
  { mayGoOn }: MinimizeOptions,
): Promise<FuzzCase> {
  let smallest = fuzzCase;
  let pieces = split(fuzzCase.files.get(name) ?? "");
  for (let run = Math.ceil(pieces.length / 2); run >= 1; run = run === 1 ? 0 : Math.ceil(run / 2)) {
    for (let from = 0; from < pieces.length && mayGoOn(); ) {
      const rest = [...pieces.slice(0, from), ...pieces.slice(from + run)];
      const files = new Map(smallest.files).set(name, rest.join(""));
      if (await stillFails({ ...smallest, files })) {
        smallest = { ...smallest, files };
        pieces = rest;
      } else from += run;
    }
  }
  return smallest;
}

function lines(text: string): readonly string[] {
  return text.split(/(?<=\n)/);
}

/** Tokens, each with the space and comments before it. */
function tokens(text: string): readonly string[] {
  const ends = lex(text, "").tokens.map(({ end }) => end);
  return [...new Set(ends)].map((end, i, all) => text.slice(all[i - 1] ?? 0, end));
}

function characters(text: string): readonly string[] {
  // Character by character only where that ends soon.
  return text.length <= 400 ? text.split("") : [];
}

function sizeOf({ files }: FuzzCase): number {
  return [...files].reduce((sum, [name, text]) => sum + name.length + text.length, 0);
}
