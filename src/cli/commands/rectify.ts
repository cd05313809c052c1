/**
 * `vmcs rectify`: what must change in descriptions so that no rule is broken, and the changes made.
 *
 * `--output json` prints one document:
 *
 *     { "profiles": [ { "profile": "web1", "file": "vms/web1.pan", "changes": [
 *         { "title": "/hardware/cpu/arch: 'i686' → 'x86_64'",
 *           "paths": [ { "path": "/hardware/cpu/arch", "after": "x86_64" } ],    without "after": removed
 *           "because": STEPS } ] } ] }
 *
 * STEPS are those of `vmcs resolve`.
 */

import { Command } from "commander";
import { type Diagnostic, diagnostic, errorsOf, hasErrors } from "../../diagnostics/diagnostic.ts";
import { jsonText } from "../../diagnostics/reports/json-text.ts";
import { displayPath } from "../../host/path.ts";
import type { Project } from "../../pipeline/project/find-project.ts";
import { planEdits } from "../../rules/edit/plan-edits.ts";
import { type SourceChange, sourceChanges } from "../../rules/edit/source-change.ts";
import { type Places, placesIn } from "../../show/places.ts";
import { scalarJson, stepsJson } from "../../show/resolution-json.ts";
import { count, entry } from "../../show/resolution-text.ts";
import type { TextEdit } from "../../text/edit.ts";
import { noSpan } from "../../text/span.ts";
import type { Environment, RunCommand } from "../command.ts";
import { outputOption } from "../common-options.ts";
import { addCompileOptions } from "../compile-options.ts";
import {
  diffText,
  editedHost,
  type FileEdits,
  withoutPlaces,
  writeEdits,
} from "../edited-files.ts";
import { exitStatus } from "../exit-status.ts";
import { finish, type Outcome } from "../finish.ts";
import { parseCommand } from "../parse-command.ts";
import { isBelow } from "../path-arguments.ts";
import { useProject } from "../project.ts";
import {
  filesOf,
  type RawResolveOptions,
  type ResolvedFile,
  type ResolveRequest,
  resolveFiles,
} from "../resolve-files.ts";
import { addLocked, addRuleOptions, ruleSources, wantsLaws } from "../rule-options.ts";

interface RawOptions extends RawResolveOptions {
  readonly output: "text" | "json";
  readonly diff?: boolean;
  readonly write?: boolean;
}

export const rectifyCommand: RunCommand = (args, environment) =>
  finish(environment, async () => {
    const command = addCompileOptions(new Command("vmcs rectify"), "vmcs")
      .argument("[files...]", "descriptions, or patterns such as 'vms/*.pan'")
      .option("--diff", "show the changes as a diff of the templates")
      .option("--write", "make the changes in the templates")
      .addOption(outputOption(["text", "json"]));
    addLocked(addRuleOptions(command));
    if (parseCommand(command, args, environment) === "helped") return exitStatus.clean;
    const project = await useProject(command, environment);
    const raw = command.opts<RawOptions>();
    const sources = ruleSources(raw, wantsLaws(project), environment);
    const input = filesOf(command.args, project);
    const request = { input, raw, sources, mode: "rectify", isPartial: true } as const;
    return rectifyFiles(request, raw, project, environment);
  });

interface Rectified {
  readonly file: ResolvedFile;
  readonly changes: readonly SourceChange[];
}

async function rectifyFiles(
  request: ResolveRequest,
  raw: RawOptions,
  project: Project | undefined,
  environment: Environment,
): Promise<Outcome> {
  const { host, terminal } = environment;
  const { resolved, diagnostics, text, prepared } = await resolveFiles(request, environment);
  const rectified = resolved.map((file): Rectified => {
    const { input, resolved: resolution } = file.result;
    return { file, changes: sourceChanges(input, resolution) };
  });
  show(rectified, raw, placesIn(text, host.currentDirectory), environment);
  const outcome = { to: raw.diagnostics, text };
  const failed = hasErrors(diagnostics);
  const isOnlyShown = raw.diff !== true && raw.write !== true;
  const isAnyChanged = rectified.some(({ changes }) => changes.length > 0);
  if (failed || (isOnlyShown && isAnyChanged)) return { ...outcome, diagnostics };
  const root = project?.directory ?? host.currentDirectory;
  const { edits, outside } = plan(rectified, prepared.files, root, environment);
  if (outside.length > 0) return { ...outcome, diagnostics: [...diagnostics, ...outside] };
  const wrong = await tryEdits(request, rectified, edits, environment);
  if (wrong.length > 0) return { ...outcome, diagnostics: [...diagnostics, ...wrong] };
  if (raw.diff === true) terminal.stdout(diffText(edits, environment));
  const problems = raw.write === true ? writeEdits(edits, environment) : [];
  return { ...outcome, diagnostics: [...diagnostics, ...problems] };
}

interface Plan {
  readonly edits: FileEdits;
  /** Changes of files that are not to be touched. */
  readonly outside: readonly Diagnostic[];
}

/**
 * Files that were named are edited; what else a description is made of, other machines may share. Links are followed:
 * a file that has several names is edited once, and one that a link has from elsewhere is not part of the project.
 */
function plan(
  rectified: readonly Rectified[],
  named: readonly string[],
  root: string,
  environment: Environment,
): Plan {
  const { host } = environment;
  const edits = new Map<string, readonly TextEdit[]>();
  const outside: Diagnostic[] = [];
  const top = host.realPath(root);
  const isInside = (path: string): boolean => isBelow(host.realPath(path), top);
  for (const { file, changes } of rectified) {
    const [first] = changes;
    if (first === undefined) continue;
    const { file: own, provenance } = file.given;
    if (!isInside(own)) {
      const args = { path: first.changes[0]?.path ?? "", file: host.realPath(own) };
      outside.push(diagnostic("rectify-not-in-project", { ...noSpan, file: own }, args));
      continue;
    }
    const paths = changes.flatMap((change) => change.changes);
    const planned = (files: readonly string[]): FileEdits =>
      atTargets(
        planEdits(paths, {
          file: own,
          texts: new Map(files.map((path) => [path, host.readText(path) ?? ""])),
          writtenAt: (terms) => provenance.origin(terms)?.span,
        }),
        environment,
      );
    const wanted = planned([own, ...named].filter(isInside));
    merge(edits, disagree(edits, wanted) ? planned([own]) : wanted);
  }
  return { edits, outside };
}

/** The edits of the files that links lead to. */
function atTargets(edits: FileEdits, { host }: Environment): FileEdits {
  const own = new Map<string, readonly TextEdit[]>();
  for (const [file, more] of edits) merge(own, new Map([[host.realPath(file), more]]));
  return own;
}

/** Two descriptions can want different values of a template that both are made of: then each says its own. */
function disagree(known: FileEdits, wanted: FileEdits): boolean {
  return [...wanted].some(([file, edits]) =>
    edits.some((edit) =>
      known
        .get(file)
        ?.some((other) => !isSame(edit, other) && edit.start < other.end && other.start < edit.end),
    ),
  );
}

function merge(edits: Map<string, readonly TextEdit[]>, wanted: FileEdits): void {
  for (const [file, more] of wanted) {
    const known = edits.get(file) ?? [];
    const others = more.filter((edit) => !known.some((one) => isSame(one, edit)));
    edits.set(file, [...known, ...others]);
  }
}

function isSame(one: TextEdit, other: TextEdit): boolean {
  return one.start === other.start && one.end === other.end && one.text === other.text;
}

/**
 * What would be wrong with the descriptions after the edits, or is without any: compiled and resolved as a build
 * does. Before, they need not be valid, as types refuse many things that rules can mend.
 */
async function tryEdits(
  request: ResolveRequest,
  rectified: readonly Rectified[],
  edits: FileEdits,
  environment: Environment,
): Promise<readonly Diagnostic[]> {
  const host = editedHost(environment.host, edits);
  const strict = { ...request, mode: "strict", isPartial: false } as const;
  const { diagnostics } = await resolveFiles(strict, { ...environment, host });
  const errors = errorsOf(diagnostics);
  if (errors.length === 0 || edits.size === 0) return errors;
  const profile = rectified
    .filter(({ changes }) => changes.length > 0)
    .map(({ file }) => file.given.name)
    .join(", ");
  return [diagnostic("rectified-with-errors", noSpan, { profile }), ...withoutPlaces(errors)];
}

function show(
  rectified: readonly Rectified[],
  { output }: RawOptions,
  places: Places,
  { host, terminal }: Environment,
): void {
  if (output === "text") {
    for (const { file, changes } of rectified) {
      const number = count(changes.length, "change", "changes");
      const lines = [
        `${file.given.name}: ${number === "" ? "no rule is broken" : number}.`,
        ...changes.flatMap(({ title, because }) => entry("~", title, because, places)),
      ];
      terminal.stdout(lines.map((line) => `${line}\n`).join(""));
    }
    return;
  }
  const profiles = rectified.map(({ file, changes }) => ({
    profile: file.given.name,
    file: displayPath(host.currentDirectory, file.given.file),
    changes: changes.map(({ title, changes: paths, because }) => ({
      title,
      paths: paths.map(({ path, after }) => ({ path, after: scalarJson(after) })),
      because: stepsJson(because, places),
    })),
  }));
  terminal.stdout(jsonText({ profiles }));
}
