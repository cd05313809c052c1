/** Throughput of the lexer and of the parser, warm, on the templates of the generated site. */

import { lex } from "../src/pan/syntax/lexer.ts";
import { parseTemplate } from "../src/pan/syntax/parse-template.ts";
import type { Result } from "./result.ts";
import { makeSite, standardSite } from "./site.ts";
import { median } from "./statistics.ts";

const group = "throughput, warm, median";

export function parseSpeed(rounds: number): readonly Result[] {
  const files = [...makeSite(standardSite)];
  const bytes = files.reduce((sum, [, text]) => sum + Buffer.byteLength(text), 0);
  const lexAll = (): number =>
    files.reduce((sum, [path, text]) => sum + lex(text, path).tokens.length, 0);
  const parseAll = (): number =>
    files.reduce(
      (sum, [file, text]) =>
        sum + parseTemplate(text, { file, dialect: "pan", mode: "compile" }).tokenCount,
      0,
    );
  return [
    ...speed("lexer", lexAll, bytes, rounds),
    ...speed("lexer and parser", parseAll, bytes, rounds),
  ];
}

function speed(name: string, run: () => number, bytes: number, rounds: number): readonly Result[] {
  // The first runs are the compiler's of the engine.
  for (let i = 0; i < 3; i++) run();
  const times: number[] = [];
  let tokens = 0;
  for (let i = 0; i < rounds; i++) {
    const start = performance.now();
    tokens = run();
    times.push((performance.now() - start) / 1000);
  }
  const seconds = median(times);
  return [
    { group, name, value: bytes / 1e6 / seconds, unit: "MB/s" },
    { group, name: `${name}, tokens`, value: tokens / 1e6 / seconds, unit: "million/s" },
  ];
}
