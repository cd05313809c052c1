/**
 * The fuzzer: random and broken templates, which no part of the compiler may mind.
 *
 *   npm run fuzz -- [--seconds 60] [--count N] [--seed N] [--threads N] [--out DIRECTORY]
 *   npm run fuzz -- --replay FILE        one input again, as --out wrote it
 *
 * Prints the seed, so that a run can be repeated. Every kind of failure is made small, printed, and written to a
 * file below the directory; then the exit status is 1.
 */
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { parseArgs } from "node:util";
import { Checker } from "../test/fuzz/checker.ts";
import { readCorpus } from "../test/fuzz/corpus.ts";
import { parseCase, printCase } from "../test/fuzz/fuzz-case.ts";
import { type FuzzReport, runFuzz, type SmallFailure } from "../test/fuzz/run-fuzz.ts";

const { values } = parseArgs({
  options: {
    seconds: { type: "string", default: "60" },
    count: { type: "string" },
    seed: { type: "string" },
    threads: { type: "string", default: "1" },
    "minimize-seconds": { type: "string", default: "30" },
    out: { type: "string", default: ".fuzz" },
    replay: { type: "string" },
  },
});

process.exitCode = values.replay === undefined ? await fuzz() : await replay(values.replay);

async function fuzz(): Promise<number> {
  const seed = number("seed", values.seed) ?? Math.floor(Math.random() * 2 ** 31);
  const count = number("count", values.count);
  const options = {
    seed,
    count: count ?? Number.MAX_SAFE_INTEGER,
    // A count alone means that many inputs, however long they take.
    seconds: count === undefined ? (number("seconds", values.seconds) ?? 60) : Number.MAX_VALUE,
    threads: number("threads", values.threads) ?? 1,
    minimizeSeconds: number("minimize-seconds", values["minimize-seconds"]) ?? 30,
  };
  console.log(`Seed ${seed}.`);
  const corpus = readCorpus();
  const report = await runFuzz(options, corpus, (failure) => show(seed, failure));
  console.log(summary(report));
  return report.failures === 0 ? 0 : 1;
}

async function replay(file: string): Promise<number> {
  const checker = new Checker();
  const failure = await checker.check(parseCase(readFileSync(file, "utf8")));
  checker.stop();
  console.log(failure === undefined ? "No failure." : `${failure.property}: ${failure.detail}`);
  return failure === undefined ? 0 : 1;
}

function show(seed: number, { index, failure, fuzzCase }: SmallFailure): void {
  const note = `${failure.property}\n\n${failure.detail}\n\nSeed ${seed}, input ${index}.`;
  const text = printCase(note, fuzzCase);
  mkdirSync(values.out, { recursive: true });
  const name = failure.property.replaceAll(/\W+/g, "-");
  const path = join(values.out, `${name}-${seed}-${index}.txt`);
  writeFileSync(path, text);
  console.log(`\nFAILURE, written to ${relative("", path)}:\n\n${text}`);
}

function summary({ inputs, seconds, verdicts, size, failures }: FuzzReport): string {
  const share = Object.entries(verdicts)
    .map(([verdict, n]) => `${verdict} ${((100 * n) / inputs).toFixed(0)} %`)
    .sort()
    .join(", ");
  const rate = (inputs / seconds).toFixed(0);
  const kilobytes = (size / 1024 / seconds).toFixed(0);
  return (
    `${inputs} inputs in ${seconds.toFixed(1)} s: ${rate} inputs/s, ${kilobytes} KiB/s.\n` +
    `They ended in: ${share}.\n` +
    (failures === 0 ? "No failure." : `${failures} kinds of failure.`)
  );
}

function number(name: string, text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const value = Number(text);
  if (Number.isFinite(value) && value >= 0) return value;
  console.error(`--${name} must be a number, but it is '${text}'.`);
  process.exit(2);
}
