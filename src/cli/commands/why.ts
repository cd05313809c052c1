/**
 * `vmcs why PATH`: the chain of rules that put a package or a value into the result.
 *
 * `--output json` prints `{ "profiles": [ { "profile": "web1", "path": "/…", "because": STEPS } ] }`, with the STEPS of
 * `vmcs resolve`; profiles that have nothing at the path are left out.
 */

import { Command } from "commander";
import { type Diagnostic, diagnostic } from "../../diagnostics/diagnostic.ts";
import { jsonText } from "../../diagnostics/reports/json-text.ts";
import { Dict } from "../../pan/tree/dict.ts";
import { panLiteral } from "../../pan/tree/literal.ts";
import { formatTerms } from "../../pan/tree/path.ts";
import { isResource, type Value } from "../../pan/tree/value.ts";
import { stepsToPath } from "../../pipeline/rules/rules-of-path.ts";
import type { Step } from "../../rules/explain/resolution-report.ts";
import type { Scalar } from "../../rules/language/rule.ts";
import { valueAt } from "../../rules/resolve/facts.ts";
import { placesIn } from "../../show/places.ts";
import { stepsJson } from "../../show/resolution-json.ts";
import { reasons } from "../../show/resolution-text.ts";
import { closestName } from "../../text/did-you-mean.ts";
import { noSpan } from "../../text/span.ts";
import type { RunCommand } from "../command.ts";
import { outputOption } from "../common-options.ts";
import { addCompileOptions } from "../compile-options.ts";
import { exitStatus } from "../exit-status.ts";
import { finish } from "../finish.ts";
import { parseCommand } from "../parse-command.ts";
import { type PathArgument, pathArgument, pathFirst } from "../path-arguments.ts";
import { useProject } from "../project.ts";
import {
  filesOf,
  type RawResolveOptions,
  type ResolvedFile,
  resolveFiles,
} from "../resolve-files.ts";
import { addLocked, addRuleOptions, ruleSources, wantsLaws } from "../rule-options.ts";

interface RawOptions extends RawResolveOptions {
  readonly output: "text" | "json";
}

export const whyCommand: RunCommand = (args, environment) =>
  finish(environment, async () => {
    const { host, terminal } = environment;
    const command = addCompileOptions(new Command("vmcs why"), "vmcs")
      .argument("<path>", "of a value or a package, such as /software/packages/openssl")
      .argument("[files...]", "descriptions, or patterns such as 'vms/*.pan'")
      .addOption(outputOption(["text", "json"]));
    addLocked(addRuleOptions(command));
    if (parseCommand(command, args, environment) === "helped") return exitStatus.clean;
    const [given = "", ...words] = pathFirst(command.args, environment);
    const asked = pathArgument(given);
    const project = await useProject(command, environment);
    const raw = command.opts<RawOptions>();
    const sources = ruleSources(raw, wantsLaws(project), environment);
    const input = filesOf(words, project);
    const request = { input, raw, sources, mode: "strict", isPartial: false } as const;
    const { resolved, diagnostics, text } = await resolveFiles(request, environment);
    const places = placesIn(text, host.currentDirectory);
    const documents: object[] = [];
    const missing: Diagnostic[] = [];
    for (const file of resolved) {
      const profile = file.given.name;
      const steps = stepsTo(file, asked);
      if (steps === undefined) missing.push(absent(file, asked));
      else if (raw.output === "json") {
        documents.push({ profile, path: asked.path, because: stepsJson(steps, places) });
      } else {
        const lines = reasons(steps, places).map((line) => `    ${line}\n`);
        terminal.stdout(`${profile}: ${title(file, asked)}\n${lines.join("")}`);
      }
    }
    if (raw.output === "json") terminal.stdout(jsonText({ profiles: documents }));
    return { diagnostics: [...diagnostics, ...missing], to: raw.diagnostics, text };
  });

/** What rules say of the path; of what they do not speak of, whoever wrote it. */
function stepsTo(
  { given, completed, result }: ResolvedFile,
  { path, terms }: PathArgument,
): readonly Step[] | undefined {
  if (valueAt(completed.root, terms) === undefined) return undefined;
  const chain = stepsToPath(result, path);
  if (chain !== undefined) return chain;
  const origin = given.provenance.origin(terms);
  const span = origin?.span ?? { ...noSpan, file: given.file };
  const text =
    origin?.kind === "default"
      ? "the default of its type, which no rule changes"
      : "the description says so, and no rule changes it";
  return [{ text, span }];
}

function title({ completed }: ResolvedFile, { path, terms }: PathArgument): string {
  const value = valueAt(completed.root, terms);
  return value === undefined || isResource(value) ? path : `${path} = ${shown(value)}`;
}

function shown(value: Value): string {
  return typeof value === "object" || typeof value === "symbol"
    ? "undef"
    : panLiteral(value as Scalar);
}

function absent({ given, completed }: ResolvedFile, { path, terms }: PathArgument): Diagnostic {
  const guess = closestPath(completed.root, terms);
  const help = guess === undefined ? undefined : `Did you mean ${guess}?`;
  const span = { ...noSpan, file: given.file };
  return diagnostic("path-not-resolved", span, { path, profile: given.name }, { help });
}

/** The path with its first wrong step replaced by the name that was probably meant. */
function closestPath(root: Dict, terms: PathArgument["terms"]): string | undefined {
  const length = terms.findIndex((_, i) => valueAt(root, terms.slice(0, i + 1)) === undefined);
  const parent = valueAt(root, terms.slice(0, length));
  if (!(parent instanceof Dict)) return undefined;
  const name = closestName(String(terms[length]), parent.keys());
  if (name === undefined) return undefined;
  const whole = [...terms.slice(0, length), name, ...terms.slice(length + 1)];
  const isThere = valueAt(root, whole) !== undefined;
  return formatTerms(isThere ? whole : whole.slice(0, length + 1));
}
