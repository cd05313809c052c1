/** Small programs that do one thing many times: what a turn of a loop costs in the evaluator. */

import { measure } from "mitata";
import { compileTexts } from "./compile-texts.ts";
import type { Result } from "./result.ts";

const turns = 5000;

/** The DML of `/x`; `N` is the number of turns. */
const programs: Readonly<Record<string, string>> = {
  "for, counting": "{ for (i = 0; i < N; i = i + 1) i; }",
  "foreach over a list": "{ n = 0; foreach (i; v; NUMBERS) n = n + v; n; }",
  "append to a variable": "{ l = list(); for (i = 0; i < N; i = i + 1) append(l, i); length(l); }",
  "append to SELF": "{ for (i = 0; i < N; i = i + 1) append(i); SELF; }",
  "write into a dict": "{ d = dict(); for (i = 0; i < N; i = i + 1) d['k'] = i; d; }",
  "write three levels deep":
    "{ d = dict(); for (i = 0; i < N; i = i + 1) d['a']['b']['c'] = i; d; }",
  "write many keys":
    "{ d = dict(); for (i = 0; i < N; i = i + 1) d['k' + to_string(i)] = i; length(d); }",
  "read from a global": "{ n = 0; for (i = 0; i < N; i = i + 1) n = n + NUMBERS[5]; n; }",
  "build a string": "{ s = ''; for (i = 0; i < N; i = i + 1) s = s + 'x'; length(s); }",
  format: "{ for (i = 0; i < N; i = i + 1) s = format('%d of %s', i, 'x'); s; }",
  match: "{ for (i = 0; i < N; i = i + 1) b = match('a1b2', '^[a-z0-9]+$'); b; }",
  "merge two lists": "{ for (i = 0; i < N; i = i + 1) l = merge(FEW, FEW); l; }",
  "call a function": "{ n = 0; for (i = 0; i < N; i = i + 1) n = add(n, i); n; }",
  "value of a path": "{ n = 0; for (i = 0; i < N; i = i + 1) n = n + value('/a/b/c'); n; }",
  "create a structure": "{ for (i = 0; i < N; i = i + 1) s = create('structure', 'z', i); s; }",
};

export async function evaluation(): Promise<readonly Result[]> {
  const results: Result[] = [];
  for (const [name, program] of Object.entries(programs)) {
    const texts = new Map([
      ["bench.pan", template(program)],
      ["structure.pan", structure],
    ]);
    const run = (): void => compileTexts(texts);
    const { p50 } = await measure(run, { min_cpu_time: 300e6, min_samples: 5 });
    results.push({ group: "evaluation, median of a turn", name, value: p50 / turns, unit: "ns" });
  }
  return results;
}

const structure = "structure template structure;\n'x' = 1;\n'y/z' = 'text';\n";

function template(program: string): string {
  return `object template bench;
variable N = ${turns};
variable NUMBERS = { for (i = 0; i < N; i = i + 1) SELF[i] = i; SELF; };
variable FEW = list(1, 2, 3, 4);
function add = ARGV[0] + ARGV[1];
'/a/b/c' = 1;
'/x' = ${program};
`;
}
