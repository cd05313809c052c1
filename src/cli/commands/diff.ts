/**
 * `vmcs diff A B`: which machines change between two directories or revisions, in what, why, and what it takes.
 *
 * Exit status: 0 if nothing changes, 2 if something does, 1 if a side has errors, whatever else there is. What a wrong
 * command line gives is 2 as well, with a diagnostic and without a result.
 */

import { type Diagnostic, hasErrors } from "../../diagnostics/diagnostic.ts";
import { jsonText } from "../../diagnostics/reports/json-text.ts";
import { compareFiles } from "../../diff/compare-files.ts";
import { compareSources } from "../../diff/compare-sources.ts";
import { type Classify, classifier, effectTables } from "../../diff/effects/classify.ts";
import type { Comparison } from "../../diff/machine-diff.ts";
import { compilePattern, matchesPattern } from "../../diff/path-pattern.ts";
import type { TemplateCache } from "../../pan/compiler/template-store.ts";
import { describesMachine } from "../../pipeline/describes-machine.ts";
import { diffJson } from "../../show/diff-json.ts";
import { diffPaths, diffStat } from "../../show/diff-lists.ts";
import { diffMarkdown } from "../../show/diff-markdown.ts";
import { diffText } from "../../show/diff-text.ts";
import { type Places, placesIn } from "../../show/places.ts";
import { loadXmlReader } from "../../vm/skeleton/xml-document.ts";
import { paletteFor } from "../colors.ts";
import type { Environment, RunCommand } from "../command.ts";
import { parseWords, type RawDiffOptions } from "../diff/diff-options.ts";
import { emittedFiles, paired, wouldBuild } from "../diff/emitted.ts";
import {
  changedRules,
  identityOf,
  openSource,
  type ReadSide,
  readSide,
  setUpSources,
} from "../diff/load-side.ts";
import { profileMemory } from "../diff/profile-memory.ts";
import { linkWarnings, type Side, sidesOf } from "../diff/sides.ts";
import { type ExitStatus, exitStatus } from "../exit-status.ts";
import { finish } from "../finish.ts";
import { progressLine } from "../progress.ts";
import { destinations, report } from "../report.ts";
import { templatesFor } from "../run-compile.ts";
import { anySecret } from "../secrets.ts";
import { targetOf } from "../target-options.ts";

export const diffCommand: RunCommand = (args, environment) =>
  finish(environment, async () => {
    const given = parseWords(args, environment);
    if (given === undefined) return exitStatus.clean;
    const { words, raw } = given;
    destinations(raw.diagnostics);
    const sides = await sidesOf(words, environment);
    const found = await compareSides(sides, args, environment);
    const comparison = restricted(found, raw.only);
    const [before, after] = sides;
    const text = textOf(sides);
    const places = placesIn(text, environment.host.currentDirectory);
    environment.terminal.stdout(
      shown(comparison, { raw, before, after, places, args }, environment),
    );
    const { built } = comparison;
    const links = linkWarnings(sides, environment.host.currentDirectory);
    const diagnostics = [...comparison.diagnostics, ...links];
    if (raw.verbose === true) {
      const counts = `${built.after} profiles of ${after.label}, ${built.before} of ${before.label}`;
      environment.terminal.stderr(`built: ${counts}\n`);
    }
    await report({ diagnostics, sources: text }, destinations(raw.diagnostics), environment);
    return statusOf(comparison);
  });

function statusOf({ machines, failed, diagnostics }: Comparison): ExitStatus {
  if (failed.length > 0 || hasErrors(diagnostics)) {
    return exitStatus.errors;
  }
  return machines.length > 0 ? exitStatus.different : exitStatus.clean;
}

/** Text of a file by its label; that of the later side where both have one of the name. */
function textOf([before, after]: readonly [Side, Side]): (label: string) => string | undefined {
  return (label) => {
    for (const side of [after, before]) {
      const path = side.pathOf(label);
      const text = path === undefined ? undefined : side.host.readText(path);
      if (text !== undefined) return text;
    }
    return undefined;
  };
}

/** Contents that git was not asked for show when they are wanted: it is asked, and all is done once more. */
async function compareSides(
  sides: readonly [Side, Side],
  args: readonly string[],
  environment: Environment,
): Promise<Comparison> {
  for (;;) {
    const before = await readSide(sides[0], args, environment);
    const after = await readSide(sides[1], args, environment);
    const comparison = await compareRead(before, after, environment);
    const fetched = [await sides[0].fetchMissing(), await sides[1].fetchMissing()];
    if (!fetched.includes(true)) return comparison;
  }
}

async function compareRead(
  before: ReadSide,
  after: ReadSide,
  environment: Environment,
): Promise<Comparison> {
  const effects = effectsFor(after);
  if (before.kind === "sources" && after.kind === "sources")
    return compareBoth(before, after, effects, environment);
  const xml = await loadXmlReader();
  const readXml = (text: string) => xml.read(text, () => undefined).root;
  const [old, current] = await Promise.all([filesOf(before, after), filesOf(after, before)]);
  const isPair = before.side.file !== undefined && after.side.file !== undefined;
  const compared = compareFiles({
    before: isPair ? paired(old.files, current.files) : old.files,
    after: current.files,
    readXml,
    effects,
  });
  return {
    ...compared,
    failed: [
      ...old.failed.map((name) => ({ name, sides: "before" as const })),
      ...current.failed.map((name) => ({ name, sides: "after" as const })),
    ],
    diagnostics: [...old.diagnostics, ...current.diagnostics, ...compared.diagnostics],
  };
}

async function compareBoth(
  before: ReadSide,
  after: ReadSide,
  effects: ReadonlyMap<string, Classify>,
  environment: Environment,
): Promise<Comparison> {
  const [first, second] = [await setUpSources(before), await setUpSources(after)];
  const identities = [identityOf(before.side), identityOf(after.side)] as const;
  const { root } = after.side;
  const memory = profileMemory(after.parsed.raw, root, second.options, environment);
  // Templates at the same place have the same spans, so that what was read for one side serves the other.
  const cache: TemplateCache | undefined =
    before.side.root === after.side.root
      ? (templatesFor(after.parsed.raw, environment) ?? new Map())
      : undefined;
  const progress = progressLine();
  try {
    const comparison = compareSources({
      before: {
        side: openSource(before, first, identities[0], cache),
        repositories: first.set.repositories,
      },
      after: {
        side: openSource(after, second, identities[1], cache),
        repositories: second.set.repositories,
      },
      changedRules: changedRules({ ...before, ...first }, { ...after, ...second }, identities),
      effects,
      describesMachine,
      memory,
      onProgress: progress.show,
    });
    memory?.save();
    const ruleErrors = [...first.set.diagnostics, ...second.set.diagnostics].filter(
      ({ severity }) => severity === "error",
    );
    return { ...comparison, diagnostics: [...ruleErrors, ...comparison.diagnostics] };
  } finally {
    progress.clear();
  }
}

interface Files {
  readonly files: ReturnType<typeof emittedFiles>;
  readonly failed: readonly string[];
  readonly diagnostics: readonly Diagnostic[];
}

/** Templates are built as far as the other side has something to compare with. */
async function filesOf(read: ReadSide, other: ReadSide): Promise<Files> {
  if (read.kind === "emitted") return { files: emittedFiles(read), failed: [], diagnostics: [] };
  const setup = await setUpSources(read);
  const source = openSource(read, setup, identityOf(read.side), undefined);
  const built = wouldBuild(read, source, setup.set, emittedFiles(other));
  return { ...built, diagnostics: [...built.diagnostics, ...source.diagnostics] };
}

function effectsFor({ parsed }: ReadSide): ReadonlyMap<string, Classify> {
  const wanted = targetOf(parsed.raw, anySecret).backends;
  const tables = effectTables.filter(({ name }) => wanted.includes(name));
  return new Map(tables.map((table) => [table.name, classifier(table)]));
}

/** Machines that differ elsewhere only count as the same. */
function restricted(comparison: Comparison, only: readonly string[]): Comparison {
  if (only.length === 0) return comparison;
  const patterns = only.map(compilePattern);
  const machines = comparison.machines
    .map((machine) => ({
      ...machine,
      changes: machine.changes.filter(({ steps }) =>
        patterns.some((pattern) => matchesPattern(pattern, steps)),
      ),
    }))
    .filter(({ state, changes }) => state !== "changed" || changes.length > 0);
  const others = comparison.machines.length - machines.length;
  return { ...comparison, machines, same: comparison.same + others };
}

interface Showing {
  readonly raw: RawDiffOptions;
  readonly before: Side;
  readonly after: Side;
  readonly places: Places;
  readonly args: readonly string[];
}

/** Most characters of a comment at GitHub, and some room for what is put around it. */
const commentLimit = 65_000;

function shown(
  comparison: Comparison,
  { raw, before, after, places, args }: Showing,
  { terminal }: Environment,
): string {
  const title = { before: before.label, after: after.label };
  const ctx = { title, places, palette: paletteFor(terminal.colors) };
  if (raw.output === "json") return jsonText(diffJson(comparison, title, places));
  if (raw.output === "markdown") {
    const isForm = (word: string, index: number): boolean =>
      /^--output(?:=|$)/.test(word) || args[index - 1] === "--output";
    const command = ["vmcs diff", ...args.filter((word, index) => !isForm(word, index))].join(" ");
    return diffMarkdown(comparison, { title, places, command, limit: commentLimit });
  }
  if (raw.paths === true) return diffPaths(comparison);
  return raw.stat === true ? diffStat(comparison, ctx) : diffText(comparison, ctx);
}
