/**
 * `vmcs suggest`: the best values for what a description leaves open. The description need not be complete.
 *
 * `--output json` prints one document:
 *
 *     { "profiles": [ { "profile": "web1", "file": "vms/web1.pan",
 *         "suggestions": [ { "path": "/hardware/memory/size", "value": 2048, "because": STEPS },
 *                          { "path": "/software/packages/gcc", "package": "gcc", "version": "3.3.5", "because": STEPS } ],
 *         "open": [ "/hardware/cpu/count" ] } ] }
 *
 * `open` lists the paths that were asked for and that nothing is suggested for; `value` is absent where a value has to
 * go. STEPS are those of `vmcs resolve`.
 */

import { Command } from "commander";
import { jsonText } from "../../diagnostics/reports/json-text.ts";
import { displayPath } from "../../host/path.ts";
import { type Suggestions, suggestionsIn } from "../../pipeline/rules/suggest-values.ts";
import { packageTitle, valueTitle } from "../../rules/explain/resolution-report.ts";
import { type Places, placesIn } from "../../show/places.ts";
import { scalarJson, stepsJson } from "../../show/resolution-json.ts";
import { entry } from "../../show/resolution-text.ts";
import type { Environment, RunCommand } from "../command.ts";
import { outputOption } from "../common-options.ts";
import { addCompileOptions } from "../compile-options.ts";
import { exitStatus } from "../exit-status.ts";
import { finish } from "../finish.ts";
import { parseCommand } from "../parse-command.ts";
import { isBelow, type PathArgument, splitWords } from "../path-arguments.ts";
import { useProject } from "../project.ts";
import { filesOf, type RawResolveOptions, resolveFiles } from "../resolve-files.ts";
import { addRuleOptions, adviceSources, wantsLaws } from "../rule-options.ts";

interface RawOptions extends RawResolveOptions {
  readonly output: "text" | "json";
}

export const suggestCommand: RunCommand = (args, environment) =>
  finish(environment, async () => {
    const command = addCompileOptions(new Command("vmcs suggest"), "vmcs")
      .argument("[words...]", "descriptions, and paths such as /hardware/memory to look at alone")
      .addOption(outputOption(["text", "json"]));
    addRuleOptions(command);
    if (parseCommand(command, args, environment) === "helped") return exitStatus.clean;
    const project = await useProject(command, environment);
    const raw = command.opts<RawOptions>();
    const sources = adviceSources(raw, wantsLaws(project), environment);
    const { files, paths } = splitWords(command.args, environment);
    const input = filesOf(files, project);
    const request = { input, raw, sources, mode: "strict", isPartial: true } as const;
    const { resolved, diagnostics, text } = await resolveFiles(request, environment);
    const found = resolved.map(({ given, result }) => ({
      profile: given.name,
      file: displayPath(environment.host.currentDirectory, given.file),
      suggestions: suggestionsIn(
        result,
        (path) => paths.length === 0 || paths.some((wanted) => touches(path, wanted)),
      ),
    }));
    show(found, paths, raw.output, placesIn(text, environment.host.currentDirectory), environment);
    return { diagnostics, to: raw.diagnostics, text };
  });

/** A package is also found by a path inside it. */
function touches(path: string, { path: wanted }: PathArgument): boolean {
  return isBelow(path, wanted) || (path.startsWith("/software/packages/") && isBelow(wanted, path));
}

interface Found {
  readonly profile: string;
  readonly file: string;
  readonly suggestions: Omit<Suggestions, "diagnostics">;
}

function show(
  found: readonly Found[],
  paths: readonly PathArgument[],
  output: RawOptions["output"],
  places: Places,
  { terminal }: Environment,
): void {
  if (output === "json") {
    const profiles = found.map((one) => document(one, paths, places));
    terminal.stdout(jsonText({ profiles }));
    return;
  }
  for (const { profile, suggestions } of found) {
    const { values, packages } = suggestions;
    const lines = [
      ...values.flatMap((item) => entry("=", valueTitle(item), item.because, places)),
      ...packages.flatMap((item) => entry("+", packageTitle(item), item.because, places)),
      ...openPaths(suggestions, paths).map((path) => `? ${path}: nothing to suggest`),
    ];
    const body =
      lines.length === 0 ? [`${profile}: nothing to suggest.`] : [`${profile}:`, ...lines];
    terminal.stdout(body.map((line) => `${line}\n`).join(""));
  }
}

function document(
  { profile, file, suggestions }: Found,
  paths: readonly PathArgument[],
  places: Places,
): object {
  const { values, packages } = suggestions;
  return {
    profile,
    file,
    suggestions: [
      ...values.map(({ path, after, because }) => ({
        path,
        value: scalarJson(after),
        because: stepsJson(because, places),
      })),
      ...packages.map(({ path, name, version, release, because }) => ({
        path,
        package: name,
        version,
        release,
        because: stepsJson(because, places),
      })),
    ],
    open: openPaths(suggestions, paths),
  };
}

/** The paths asked for that nothing is suggested for. */
function openPaths(
  { values, packages }: Found["suggestions"],
  paths: readonly PathArgument[],
): readonly string[] {
  const known = [...values, ...packages];
  return paths
    .filter((wanted) => !known.some(({ path }) => touches(path, wanted)))
    .map(({ path }) => path);
}
