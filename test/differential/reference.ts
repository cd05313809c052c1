/**
 * Compares this compiler with another one that takes panc's options: `npm run reference`, see `usage`.
 *
 * Every object is compiled by both in all formats. Files must have the same bytes (compressed ones the same
 * content), and what one refuses the other must refuse in the same phase.
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { profileFormats } from "../../src/pan/profile/registry.ts";
import { profileFileName } from "../../src/pan/profile/write-profile.ts";
import { compareFiles } from "./compare-files.ts";
import type { ObjectTemplate } from "./find-objects.ts";
import { firstMessage, phaseOf } from "./phase.ts";
import { type Batch, makeBatches } from "./reference-batches.ts";
import { parseOptions, type ReferenceOptions, usage } from "./reference-options.ts";
import { type CompilerResult, runCompiler } from "./run-compiler.ts";

const timeLimitSeconds = 300;

interface Context {
  readonly options: ReferenceOptions;
  readonly scratch: string;
  readonly report: Report;
}

interface Report {
  objects: number;
  sameFiles: number;
  differentFiles: number;
  /** Objects that neither or only one of the two accepts, compiled one by one. */
  sameOutcome: number;
  differentOutcome: number;
  /** The reference ended without a message of its own. */
  crashes: number;
  /** Refused by both, but not compiled one by one. */
  uncompared: number;
}

process.exitCode = main();

function main(): number {
  const options = parseOptions(process.argv.slice(2));
  if (options === undefined) {
    console.error(usage);
    return 2;
  }
  const scratch = mkdtempSync(join(tmpdir(), "vmcs-reference-"));
  const report: Report = {
    objects: 0,
    sameFiles: 0,
    differentFiles: 0,
    sameOutcome: 0,
    differentOutcome: 0,
    crashes: 0,
    uncompared: 0,
  };
  try {
    for (const batch of makeBatches(options.source, scratch)) {
      compareBatch({ options, scratch, report }, batch);
    }
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
  console.log(summary(report));
  return report.objects > 0 && report.differentFiles + report.differentOutcome === 0 ? 0 : 1;
}

function compareBatch(ctx: Context, batch: Batch): void {
  const { options, report } = ctx;
  const [theirs, ours] = runBoth(ctx, batch, options.formats);
  report.objects += batch.objects.length;
  const skipped = new Set<string>();
  for (const object of batch.objects) {
    const [byThem, byUs] = [theirs, ours].map(({ files }) => isWritten(files, object));
    if (byThem && byUs) continue;
    for (const name of fileNames(object)) skipped.add(name);
    const single = { ...batch, objects: [object] };
    if (byThem !== byUs || report.sameOutcome < options.refused)
      compareOutcomes(ctx, single, object);
    else report.uncompared++;
  }
  const { same, differences } = compareFiles(theirs.files, ours.files);
  report.sameFiles += same;
  for (const [name, difference] of differences) {
    if (skipped.has(name)) continue;
    report.differentFiles++;
    console.log(`${name}: ${difference}`);
  }
}

/** Of several objects in one run the messages may be incomplete, so a refused one is compiled alone. */
function compareOutcomes(ctx: Context, batch: Batch, { name }: ObjectTemplate): void {
  const { report } = ctx;
  const [theirs, ours] = runBoth(ctx, batch, "null");
  if (outcome(theirs) === outcome(ours)) {
    report.sameOutcome++;
    return;
  }
  if (theirs.status !== 0 && phaseOf(theirs.output) === "none") report.crashes++;
  else report.differentOutcome++;
  console.log(`${name}: reference ${explained(theirs)}; ours ${explained(ours)}`);
}

function runBoth(ctx: Context, batch: Batch, formats: string): [CompilerResult, CompilerResult] {
  const run = (command: string): CompilerResult =>
    runCompiler({
      command,
      // The same directory for both, as it may appear in what they write.
      outputDirectory: join(ctx.scratch, "output"),
      includePath: batch.includePath,
      formats,
      options: ctx.options.passed,
      files: batch.objects.map(({ file }) => file),
      timeLimitSeconds,
    });
  return [run(ctx.options.theirs), run(ctx.options.ours)];
}

function isWritten(files: ReadonlyMap<string, Buffer>, object: ObjectTemplate): boolean {
  return fileNames(object).some((name) => files.has(name));
}

function fileNames({ name }: ObjectTemplate): readonly string[] {
  return profileFormats.map((format) => profileFileName(name, format));
}

function outcome({ status, output }: CompilerResult): string {
  if (status === undefined) return "takes too long";
  return status === 0 ? "accepts it" : `refuses it, status ${status}, phase ${phaseOf(output)}`;
}

function explained(result: CompilerResult): string {
  const reason = result.status === 0 ? "" : ` (${firstMessage(result.output)})`;
  return `${outcome(result)}${reason}`;
}

function summary(report: Report): string {
  const { sameFiles, differentFiles, sameOutcome, differentOutcome, crashes, uncompared } = report;
  return [
    `${report.objects} object templates`,
    `files: ${sameFiles} the same, ${differentFiles} different`,
    `refused: ${sameOutcome} by both alike, ${differentOutcome} not, ${uncompared} not compared`,
    `crashes of the reference: ${crashes}`,
  ].join("\n");
}
