/**
 * What `vmcs repl` does with each piece of input, wherever it comes from: values go to stdout, diagnostics to where
 * diagnostics go.
 */

import { assertNever } from "../../base/assert-never.ts";
import { dedupeDiagnostics } from "../../diagnostics/arrange.ts";
import { type Diagnostic, diagnostic, hasErrors } from "../../diagnostics/diagnostic.ts";
import { textRenderer } from "../../diagnostics/render-text.ts";
import { displayPath } from "../../host/path.ts";
import type { CompileOptions } from "../../pan/compiler/options.ts";
import type { TemplateCache } from "../../pan/compiler/template-store.ts";
import { formatTerms } from "../../pan/tree/path.ts";
import type { Term } from "../../pan/tree/term.ts";
import { typeName, type Value } from "../../pan/tree/value.ts";
import {
  type CommandLine,
  commandLine,
  commandNamed,
  pathFrom,
  type ReplCommandName,
  replCommands,
  setArgument,
} from "../../repl/command-line.ts";
import { panText, valueJson } from "../../repl/print-value.ts";
import type { Evaluated, Input, Session } from "../../repl/session.ts";
import { isBlank, isWhole } from "../../repl/whole-input.ts";
import { checkLines } from "../../show/explanation-text.ts";
import { placesIn } from "../../show/places.ts";
import { sourceLines } from "../../show/source-lines.ts";
import { didYouMean } from "../../text/did-you-mean.ts";
import { type Span, spanIn } from "../../text/span.ts";
import { paletteFor } from "../colors.ts";
import type { Environment } from "../command.ts";
import { isPackaged } from "../packaged-templates.ts";
import { type Destination, report } from "../report.ts";
import { openSession } from "./open-session.ts";

export interface ConversationInput {
  readonly environment: Environment;
  readonly options: (file: string | undefined) => CompileOptions;
  readonly templates: TemplateCache;
  /** Absolute path; undefined for an empty profile. */
  readonly file: string | undefined;
  readonly output: "pan" | "json";
  readonly workLimit: number;
  readonly to: readonly Destination[];
  /** Prints the history of a path of a template. */
  readonly explain: (path: string, file: string) => Promise<readonly Diagnostic[]>;
  /** Runs an evaluation; who sits at a terminal may interrupt it, and then there is no result. */
  readonly interruptible: <Result>(run: () => Result) => Result | undefined;
}

export class Conversation {
  session: Session;
  path: readonly Term[] = [];
  hasFailed = false;
  isOver = false;
  private file: string | undefined;
  private readonly input: ConversationInput;
  private readonly texts = new Map<string, string>();
  private readonly found: Diagnostic[] = [];

  constructor(input: ConversationInput) {
    this.input = input;
    this.file = input.file;
    this.session = this.open(input.file);
  }

  /** Whether a text can be taken as it is, or goes on. */
  isWhole(text: string): boolean {
    const { dialect } = this.input.options(this.file);
    const command = commandLine(text);
    if (command === undefined) return isWhole(text, dialect);
    const set = commandNamed(command.name) === "set" ? setArgument(command.argument) : undefined;
    return set === undefined || isWhole(command.argument.slice(set.value), dialect);
  }

  /** Takes a piece of input; `name` is what diagnostics call it. */
  async take(name: string, text: string): Promise<void> {
    if (isBlank(text)) return;
    this.texts.set(name, text);
    const input: Input = { file: name, text };
    const command = commandLine(text);
    if (command === undefined) this.show(this.run(() => this.session.evaluate(input, this.path)));
    else await this.obey(command, input);
  }

  /** Goes to a path; false if there is nothing, which is told. */
  goTo(written: string, span: Span): boolean {
    const terms = pathFrom(this.path, written);
    const isThere = terms?.length === 0 || (terms && this.session.valueAt(terms) !== undefined);
    if (terms !== undefined && isThere === true) {
      this.path = terms;
      return true;
    }
    this.tell([terms === undefined ? noPath(written, span) : this.session.missing(terms, span)]);
    return false;
  }

  /** Reports what was not told at once. */
  async end(): Promise<void> {
    const { to, environment } = this.input;
    const rest = to.filter((destination) => !isToldAtOnce(destination));
    await report({ diagnostics: this.found, sources: this.sources }, rest, environment);
  }

  private open(file: string | undefined): Session {
    const { environment, options, workLimit, templates } = this.input;
    const print = (text: string): void => environment.terminal.stderr(`${text}\n`);
    const { host } = environment;
    const own = options(file);
    const session = openSession({ host, file, options: own, print, workLimit, templates });
    this.session = session;
    this.tell(session.diagnostics);
    return session;
  }

  private run(evaluate: () => Evaluated): Evaluated {
    const result = this.input.interruptible(evaluate);
    if (result !== undefined) return result;
    // It was stopped anywhere.
    this.session = this.session.anew();
    this.input.environment.terminal.stderr(
      "Interrupted; the profile is as its templates make it.\n",
    );
    this.hasFailed = true;
    return { value: undefined, diagnostics: [] };
  }

  private async obey(line: CommandLine, input: Input): Promise<void> {
    const span = spanIn(input.file, line.at);
    const name = commandNamed(line.name);
    if (name === undefined) return this.tell([unknown(line, input)]);
    await this.obeyKnown(name, line, input, span);
  }

  private async obeyKnown(
    name: ReplCommandName,
    line: CommandLine,
    input: Input,
    span: Span,
  ): Promise<void> {
    switch (name) {
      case "path":
        if (line.argument === "") return this.tell([malformed("path", span)]);
        this.goTo(line.argument, span);
        return;
      case "type":
        return this.tellType(line, span);
      case "explain":
        return this.explain(line, span);
      case "set":
        return this.set(line, input, span);
      case "reset":
        this.session = this.session.anew();
        return;
      case "load":
        return this.load(line, span);
      case "help":
        return this.print(helpText());
      case "quit":
        this.isOver = true;
        return;
      default:
        return assertNever(name);
    }
  }

  private tellType({ argument }: CommandLine, span: Span): void {
    const terms = pathFrom(this.path, argument);
    if (terms === undefined) return this.tell([noPath(argument, span)]);
    const value = this.session.valueAt(terms);
    const checks = this.session.checksAt(terms);
    if (value === undefined && checks.length === 0) {
      return this.tell([this.session.missing(terms, span)]);
    }
    const { host } = this.input.environment;
    const places = placesIn(this.sources, host.currentDirectory);
    const lines = checkLines(checks, { places, line: sourceLines(this.sources) });
    const what = value === undefined ? "no value" : kindOf(value);
    const unchecked = checks.length === 0 ? ["  no type is bound to it"] : [];
    this.print([`${formatTerms(terms)}: ${what}`, ...lines, ...unchecked].join("\n"));
  }

  private async explain({ argument }: CommandLine, span: Span): Promise<void> {
    const terms = pathFrom(this.path, argument);
    if (terms === undefined) return this.tell([noPath(argument, span)]);
    const { session } = this;
    // Only what somebody has written has a history.
    if (session.file !== this.file) return this.tell([malformed("explain", span)]);
    const found = await this.input.explain(formatTerms(terms), session.file);
    const known = session.diagnostics;
    this.tell(dedupeDiagnostics([...known, ...found]).slice(known.length));
    if (this.session.isChanged) {
      this.input.environment.terminal.stderr("What :set has done is not told.\n");
    }
  }

  private set(line: CommandLine, { file, text }: Input, span: Span): void {
    const set = setArgument(line.argument);
    const terms = set && pathFrom(this.path, set.path);
    if (set === undefined) return this.tell([malformed("set", span)]);
    if (terms === undefined) return this.tell([noPath(set.path, span)]);
    const from = line.at.start + set.value;
    const at = { start: line.at.start, end: line.at.start + set.pathAt.end };
    const dml = text.slice(0, from).replace(/[^\n]/g, " ") + text.slice(from);
    const { isConditional } = set;
    this.show(this.run(() => this.session.set({ file, text: dml, terms, at, isConditional })));
  }

  private load({ argument }: CommandLine, span: Span): void {
    const { host } = this.input.environment;
    if (argument === "") return this.tell([malformed("load", span)]);
    if (host.kind(argument) !== "file") {
      return this.tell([diagnostic("file-missing", span, { path: argument })]);
    }
    this.file = host.resolve(argument);
    this.path = [];
    this.session = this.open(this.file);
  }

  private show({ value, diagnostics }: Evaluated): void {
    if (value !== undefined) {
      const { output } = this.input;
      this.print(output === "json" ? valueJson(value) : panText(value, valueWidth));
    }
    this.tell(diagnostics);
  }

  private print(text: string): void {
    this.input.environment.terminal.stdout(`${text}\n`);
  }

  private tell(diagnostics: readonly Diagnostic[]): void {
    const { to, environment } = this.input;
    const { terminal, host } = environment;
    this.found.push(...diagnostics);
    this.hasFailed ||= hasErrors(diagnostics);
    if (diagnostics.length === 0 || !to.some(isToldAtOnce)) return;
    const render = textRenderer({
      sources: this.sources,
      palette: paletteFor(terminal.colors),
      width: terminal.width,
      displayPath: (file) => displayPath(host.currentDirectory, file),
      isOfLibrary: isPackaged,
    });
    terminal.stderr(diagnostics.map(render).join("\n"));
  }

  private readonly sources = (file: string): string | undefined => {
    const known = this.texts.get(file) ?? this.session?.text(file);
    if (known !== undefined) return known;
    const { host } = this.input.environment;
    return host.kind(file) === "file" ? host.readText(file) : undefined;
  };
}

/** Values are laid out for reading, whatever the width of the window. */
const valueWidth = 80;

function isToldAtOnce({ format, file }: Destination): boolean {
  return format.name === "text" && file === undefined;
}

/** As people say it: the reference compiler calls a dict an nlist. */
function kindOf(value: Value): string {
  const name = typeName(value);
  return name === "nlist" ? "dict" : name;
}

function unknown({ name }: CommandLine, { file, text }: Input): Diagnostic {
  const known = replCommands.map((command) => `:${command.name}`);
  const start = text.indexOf(":");
  const span = spanIn(file, { start, end: start + name.length + 1 });
  const help = didYouMean(`:${name}`, known);
  const args = { name: `:${name}`, known: known.join(", ") };
  return diagnostic("repl-command-unknown", span, args, { help });
}

function noPath(given: string, span: Span): Diagnostic {
  return diagnostic("path-argument-malformed", span, { given });
}

const wanted = {
  path: "which path",
  explain: "of which template",
  set: "what is assigned to which path",
  load: "which file",
} as const;

function malformed(name: keyof typeof wanted, span: Span): Diagnostic {
  const form = replCommands.find((command) => command.name === name)?.form ?? "";
  return diagnostic("repl-command-malformed", span, { what: wanted[name], form });
}

function helpText(): string {
  const width = Math.max(...replCommands.map(({ form }) => form.length));
  const lines = replCommands.map(({ form, summary }) => `  ${form.padEnd(width)}  ${summary}`);
  return ["DML is evaluated; what it assigns stays for later lines.", ...lines].join("\n");
}
