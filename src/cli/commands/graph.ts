/**
 * `vmcs graph VIEW`: who includes whom, who sets what, which packages need and exclude each other.
 *
 * Over files it is read off their texts; with `--profile` object templates are compiled, and it is what happened.
 */

import { Command, Option } from "commander";
import { type Diagnostic, diagnostic, hasErrors } from "../../diagnostics/diagnostic.ts";
import { jsonText } from "../../diagnostics/reports/json-text.ts";
import { dotText } from "../../graph/formats/dot.ts";
import { mermaidText } from "../../graph/formats/mermaid.ts";
import type { Graph } from "../../graph/graph.ts";
import { IncludeLog, includeGraph } from "../../graph/include-graph.ts";
import { pathGraph, type WrittenProfile, writtenPathGraph } from "../../graph/path-graph.ts";
import { reachable } from "../../graph/reach.ts";
import { ruleGraph } from "../../graph/rule-graph.ts";
import { type TemplateFacts, templateFacts } from "../../graph/template-facts.ts";
import { CompileSession } from "../../pan/compiler/compile-session.ts";
import type { Dialect } from "../../pan/syntax/dialect.ts";
import { loadRuleSet } from "../../pipeline/rules/rule-set.ts";
import { graphJson } from "../../show/graph-json.ts";
import { placesIn } from "../../show/places.ts";
import { didYouMean } from "../../text/did-you-mean.ts";
import { noSpan } from "../../text/span.ts";
import type { Environment, RunCommand } from "../command.ts";
import { repeatable, wholeNumber } from "../common-options.ts";
import { addCompileOptions, compileOptions, type RawCompileOptions } from "../compile-options.ts";
import { exitStatus } from "../exit-status.ts";
import { finish, type Outcome } from "../finish.ts";
import { refuseNoWords } from "../nothing-built.ts";
import { parseCommand } from "../parse-command.ts";
import { inputWords, useProject } from "../project.ts";
import { readFiles } from "../read-files.ts";
import { destinations } from "../report.ts";
import { addRuleOptions, adviceSources, type RawRuleOptions } from "../rule-options.ts";
import { prepareCompile } from "../run-compile.ts";
import { templateFiles } from "../template-files.ts";
import { UsageError } from "../usage-error.ts";

const views = ["includes", "paths", "rules"] as const;

type View = (typeof views)[number];

interface RawOptions extends RawCompileOptions, RawRuleOptions {
  readonly format: "dot" | "mermaid" | "json";
  readonly profile?: boolean;
  readonly from: readonly string[];
  readonly reverse?: boolean;
  readonly depth?: string;
}

/** A graph, and what is wrong with what it was made of. */
interface Drawn {
  readonly graph: Graph;
  readonly diagnostics: readonly Diagnostic[];
  readonly text: (path: string) => string | undefined;
}

export const graphCommand: RunCommand = (args, environment) =>
  finish(environment, async () => {
    const command = graphOptions(new Command("vmcs graph"));
    if (parseCommand(command, args, environment) === "helped") return exitStatus.clean;
    const project = await useProject(command, environment);
    const raw = command.opts<RawOptions>();
    destinations(raw.diagnostics);
    checkReach(raw);
    const [first, ...rest] = command.args;
    const view = views.find((name) => name === first);
    const words = view === undefined ? command.args : rest;
    const input = raw.profile === true ? inputWords(words, project) : { words };
    const drawn = await draw(view ?? "includes", input.words, raw, input, environment);
    return show(drawn, raw, environment);
  });

function graphOptions(command: Command): Command {
  addCompileOptions(command, "vmcs")
    .argument(
      "[words...]",
      "the view (includes, paths or rules; default: includes), and template files, patterns or directories (default: the current one)",
    )
    .addOption(
      new Option("--format <name>", "form of the graph")
        .choices(["dot", "mermaid", "json"])
        .default("dot"),
    )
    .option("--profile", "compile the files, and draw what happens: of includes and of paths")
    .addOption(repeatable("--from <name>", "draw what can be reached from here; repeatable", "all"))
    .option("--reverse", "with --from: draw what leads there, such as who includes a template")
    .option("--depth <n>", "with --from: at most so many steps");
  return addRuleOptions(command);
}

function checkReach({ from, reverse, depth }: RawOptions): void {
  if (from.length > 0) return;
  const option = reverse === true ? "--reverse" : depth === undefined ? undefined : "--depth";
  if (option === undefined) return;
  throw new UsageError(diagnostic("option-needs-other", noSpan, { option, other: "--from" }));
}

function draw(
  view: View,
  words: readonly string[],
  raw: RawOptions,
  input: Parameters<typeof prepareCompile>[0],
  environment: Environment,
): Promise<Drawn> {
  if (view === "rules") return drawRules(words, raw, environment);
  if (raw.profile === true) return drawProfiles(view, input, raw, environment);
  return drawFiles(view, words, raw.dialect, environment);
}

async function drawFiles(
  view: Exclude<View, "rules">,
  words: readonly string[],
  dialect: Dialect,
  environment: Environment,
): Promise<Drawn> {
  const { host } = environment;
  const { files: paths, diagnostics } = await templateFiles(
    words.length === 0 ? ["."] : words,
    environment,
  );
  const { files, diagnostics: problems } = readFiles(paths, host);
  const facts = files.map((file) => templateFacts(file, dialect));
  const graph = view === "includes" ? includeGraph(facts) : pathGraph(facts);
  const text = (path: string): string | undefined => host.readText(path);
  return { graph, diagnostics: [...diagnostics, ...problems], text };
}

async function drawProfiles(
  view: Exclude<View, "rules">,
  input: Parameters<typeof prepareCompile>[0],
  raw: RawOptions,
  environment: Environment,
): Promise<Drawn> {
  const { host, terminal } = environment;
  refuseNoWords(input);
  const { files, options, diagnostics, templates } = await prepareCompile(
    input,
    raw,
    environment,
    true,
  );
  const log = new IncludeLog();
  const print = (text: string): void => terminal.stderr(`${text}\n`);
  const session = new CompileSession({ host, options, print, log: log.note, cache: templates });
  const found: Diagnostic[] = [...diagnostics];
  const profiles: WrittenProfile[] = [];
  const facts = new Map<string, TemplateFacts>();
  for (const file of files) {
    const { object, diagnostics: problems } = session.read(file);
    found.push(...problems);
    if (object === undefined) continue;
    session.offer(object, file);
    log.begin(object, { file, start: 0, end: 0 });
    const report = session.build(object, true, (profile) => profiles.push(profile));
    found.push(...report.diagnostics);
    const absent = report.lookups.filter(
      ({ kind, found: place }) => kind === "template" && place === undefined,
    );
    const isSound = !hasErrors(report.diagnostics);
    log.missing(object, [...new Set(absent.map(({ name }) => name))], isSound);
    for (const path of report.files) {
      const text = view === "paths" && !facts.has(path) ? session.text(path) : undefined;
      if (text !== undefined) facts.set(path, templateFacts({ path, text }, raw.dialect));
    }
  }
  const graph = view === "includes" ? log.graph() : writtenPathGraph(profiles, facts);
  return { graph, diagnostics: found, text: (path) => session.text(path) };
}

/** The repositories that are named, by options, words or the project; else the one that comes with the program. */
async function drawRules(
  words: readonly string[],
  raw: RawOptions,
  environment: Environment,
): Promise<Drawn> {
  const named = { ...raw, rules: words.length > 0 ? words : raw.rules };
  const sources = adviceSources(named, true, environment);
  const options = compileOptions(raw, [], environment, false);
  const { repositories, laws, diagnostics, text } = await loadRuleSet(
    environment.host,
    sources,
    options,
    environment.templates,
  );
  const own = words.length > 0 ? undefined : laws();
  const graph = ruleGraph(own === undefined ? repositories : [...repositories, own]);
  return { graph, diagnostics, text };
}

function show(
  { graph, diagnostics, text }: Drawn,
  raw: RawOptions,
  environment: Environment,
): Outcome {
  const { terminal, host } = environment;
  const part = raw.from.length === 0 ? graph : reachable(graph, reachOf(graph, raw));
  switch (raw.format) {
    case "dot":
      terminal.stdout(dotText(part));
      break;
    case "mermaid":
      terminal.stdout(mermaidText(part));
      break;
    case "json":
      terminal.stdout(jsonText(graphJson(part, placesIn(text, host.currentDirectory))));
      break;
  }
  return { diagnostics, to: raw.diagnostics, text };
}

function reachOf(
  graph: Graph,
  { from, reverse, depth }: RawOptions,
): Parameters<typeof reachable>[1] {
  const ids = graph.nodes.map(({ id }) => id);
  const known = new Set(ids);
  const unknown = from.find((name) => !known.has(name));
  if (unknown !== undefined) {
    const help = didYouMean(unknown, ids);
    const args = { what: nodeWords[graph.title as View], name: unknown };
    throw new UsageError(diagnostic("graph-node-unknown", noSpan, args, { help }));
  }
  return {
    from,
    isReverse: reverse === true,
    depth: depth === undefined ? undefined : wholeNumber("--depth", depth),
  };
}

const nodeWords: Readonly<Record<View, string>> = {
  includes: "template",
  paths: "template or path",
  rules: "package, rule or path",
};
