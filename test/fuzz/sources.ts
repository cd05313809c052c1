/** Where inputs come from, as data: each makes the case of an index. */

import type { Corpus, CorpusFile } from "./corpus.ts";
import type { FuzzCase } from "./fuzz-case.ts";
import { generateCase } from "./generate-case.ts";
import { mutate } from "./mutations.ts";
import { Random } from "./random.ts";
import { makeShape } from "./shapes.ts";

export interface Source {
  readonly name: string;
  readonly weight: number;
  readonly make: (random: Random, corpus: Corpus, index: number) => FuzzCase;
}

export const sources: readonly Source[] = [
  { name: "grammar", weight: 600, make: (random) => generateCase(random) },
  { name: "mutated grammar", weight: 150, make: mutateGenerated },
  { name: "mutated corpus", weight: 120, make: mutateCorpusFile },
  { name: "cut corpus", weight: 120, make: cutCorpusFile },
  { name: "shape", weight: 3, make: shapeCase },
];

/** The input with that number: the same for the same seed and corpus. */
export function makeCase(seed: number, index: number, corpus: Corpus): FuzzCase {
  const random = new Random(seed, index);
  return random.pickWeighted(sources).make(random, corpus, index);
}

function mutateGenerated(random: Random, corpus: Corpus): FuzzCase {
  const { dialect, files } = generateCase(random);
  const victim = random.pick([...files.keys()]);
  const text = mutate(files.get(victim) ?? "", corpus, random);
  return { dialect, files: new Map(files).set(victim, text) };
}

function mutateCorpusFile(random: Random, corpus: Corpus): FuzzCase {
  const file = random.pick(corpus.files);
  return caseAround(random, corpus, file, mutate(file.text, corpus, random));
}

/** Cuts a file at a token; the whole corpus is cut everywhere as the index goes on. */
function cutCorpusFile(random: Random, corpus: Corpus, index: number): FuzzCase {
  // A large prime walks through all boundaries without repeating one.
  let boundary = Number((BigInt(index) * 2_147_483_647n) % BigInt(corpus.boundaryCount));
  for (const file of corpus.files) {
    if (boundary < file.boundaries.length) {
      return caseAround(random, corpus, file, file.text.slice(0, file.boundaries[boundary]));
    }
    boundary -= file.boundaries.length;
  }
  throw new Error("There is no such token in the corpus.");
}

/** The file, now and then with its neighbours, so that it finds what it includes. */
function caseAround(random: Random, corpus: Corpus, file: CorpusFile, text: string): FuzzCase {
  const folder = file.path.split("/").slice(0, -1).join("/");
  const beside = random.chance(0.1)
    ? corpus.files.filter(({ path }) => path !== file.path && path.startsWith(`${folder}/`))
    : [];
  const others = beside.slice(0, 6).map((other) => [`${other.name}.pan`, other.text] as const);
  return {
    dialect: random.chance(0.5) ? "pan" : "vmcs",
    files: new Map([...others, [`${file.name}.pan`, text] as const]),
  };
}

function shapeCase(random: Random): FuzzCase {
  return {
    dialect: random.chance(0.5) ? "pan" : "vmcs",
    files: new Map([["main.pan", `object template main;\n${makeShape(random)}\n`]]),
  };
}
