/**
 * The evaluation of one profile: all its state, and what closures may do with it.
 *
 * The same class serves for DML that is tried while a template is read (`compileTime`): there is no
 * configuration, no global variable and no function then.
 *
 * It is long, as it is one object on purpose: every closure is given it, and reads its state without a step in between.
 */

import { invariant } from "../../base/invariant.ts";
import type { Diagnostic, RelatedPlace } from "../../diagnostics/diagnostic.ts";
import { closestName } from "../../text/did-you-mean.ts";
import type { Span } from "../../text/span.ts";
import { type FullType, primitiveTypes } from "../schema/type.ts";
import { Dict } from "../tree/dict.ts";
import type { ResourceIterator } from "../tree/iterate.ts";
import { formatPath, formatTerms, joinPath, type Path } from "../tree/path.ts";
import { Provenance } from "../tree/provenance.ts";
import { writable } from "../tree/resource.ts";
import type { Term } from "../tree/term.ts";
import type { Resource, Value } from "../tree/value.ts";
import {
  peekTerms,
  readTerms,
  type Subject,
  tolerateNothing,
  tolerateProperty,
  writeTerms,
} from "./access.ts";
import type { FunctionContext } from "./builtin.ts";
import { circleHelp } from "./circle-help.ts";
import type { Body } from "./code.ts";
import type { CompiledTemplate } from "./compiled-template.ts";
import { type Counters, newCounters } from "./counters.ts";
import { GlobalVariable } from "./global-variable.ts";
import { Recorder } from "./recorder.ts";
import type { SelfHolder } from "./self.ts";
import type { Declared, Services } from "./services.ts";
import type { Declarations } from "./sharing/declarations.ts";
import { type Inputs, withoutNotes } from "./sharing/inputs.ts";
import type { Sharing } from "./sharing/sharing.ts";
import { fail } from "./site.ts";

export type Type = FullType<Body>;

export interface FunctionDefinition {
  readonly body: Body;
  readonly template: CompiledTemplate;
  readonly span: Span;
}

export interface Binding {
  readonly path: Path;
  readonly types: Type[];
}

interface Frame {
  readonly template: CompiledTemplate | undefined;
  readonly span: Span;
  readonly label: string;
}

export interface EvaluationOptions {
  readonly maxIteration: number;
  readonly maxRecursion: number;
  readonly deprecationWarnings: "off" | "on" | "fatal";
  /** Content that the root starts with. */
  readonly initialData: Dict;
  /** Whether every write is noted, for those who ask where values come from. */
  readonly recordsWrites?: boolean;
}

/** Of no body. */
const noNames: readonly string[] = [];

export class Evaluation implements FunctionContext {
  readonly compileTime: boolean;
  readonly objectName: string;
  readonly options: EvaluationOptions;
  readonly counters: Counters;
  readonly types = new Map<string, Type>(primitiveTypes as ReadonlyMap<string, Type>);
  readonly functions = new Map<string, FunctionDefinition>();
  readonly bindings = new Map<string, Binding>();
  readonly globals = new Map<string, GlobalVariable>();
  /** Templates that the profile uses, by name. */
  readonly templates = new Map<string, CompiledTemplate>();
  /** Object templates that the profile refers to, itself among them. */
  readonly objectDependencies = new Set<string>();
  readonly provenance = new Provenance();
  /** What structure templates wrote, for the results of `create`. */
  readonly structures = new WeakMap<Dict, Provenance>();
  root: Dict;
  relativeRoot: Dict | undefined;
  relativeProvenance: Provenance | undefined;
  loadPath: readonly string[] = [""];
  self: SelfHolder | undefined;
  locals: (Value | undefined)[] = [];
  localNames: readonly string[] = noNames;
  /** Iterations begun by `first`, by identity of the resource; made when needed. */
  iterators: Map<Resource, ResourceIterator> | undefined;
  /** What the DML that runs has looked at, if somebody wants to know. */
  inputs: Inputs | undefined;
  /** How many structure templates are being run inside each other. */
  structureDepth = 0;
  /** What this profile may take from others; undefined if it takes nothing. */
  readonly sharing: Sharing | undefined;
  /** The types declared so far, as something to share; undefined if nothing of them is shared. */
  declarations: Declarations | undefined;
  /** Notes every write; undefined if nobody asks for the history. */
  readonly recorder: Recorder | undefined;
  /** Place of the statement that runs. */
  here: Span;
  /** Where the value is that is being checked, while bindings are checked and no DML runs. */
  descent: Term[] | undefined;
  /** Where the value is that DML validates, if it is in the configuration. */
  private validated: readonly Term[] | undefined;
  currentTemplate: CompiledTemplate | undefined;
  private templateVariable: string | undefined;
  private functionVariable: string | undefined;
  private readonly services: Services | undefined;
  private readonly frames: Frame[] = [];

  constructor(
    objectName: string,
    options: EvaluationOptions,
    services: Services | undefined,
    counters: Counters = newCounters(),
    sharing?: Sharing,
  ) {
    this.objectName = objectName;
    this.options = options;
    this.services = services;
    this.counters = counters;
    this.compileTime = services === undefined;
    const isRecorded = options.recordsWrites === true && services !== undefined;
    // A history tells of every write, so all of them are made.
    this.sharing = isRecorded ? undefined : sharing;
    this.declarations = this.sharing?.begin();
    this.root = options.initialData.duplicate();
    this.here = { file: "", start: 0, end: 0 };
    this.recorder = isRecorded ? new Recorder(this) : undefined;
    this.inputs = this.recorder?.observer;
  }

  get deprecationWarnings(): "off" | "on" | "fatal" {
    return this.options.deprecationWarnings;
  }

  /** What the driver offers; only for a profile. */
  get driver(): Services {
    // Whatever else it is asked for: other profiles, files, messages.
    this.inputs?.giveUp();
    return this.ownDriver;
  }

  private get ownDriver(): Services {
    invariant(this.services !== undefined, "the evaluation has no driver");
    return this.services;
  }

  // ---------------------------------------------------------------------------------------- variables

  globalVariable(name: string): Value | undefined {
    const value = this.globalValue(name);
    this.inputs?.global(name, value);
    return value;
  }

  hasGlobal(name: string): boolean {
    const has = this.globals.has(name);
    this.inputs?.presence(name, has);
    return has;
  }

  private globalValue(name: string): Value | undefined {
    if (name === "TEMPLATE") return this.templateVariable;
    if (name === "FUNCTION") return this.functionVariable;
    return this.globals.get(name)?.view;
  }

  functionNamed(name: string): FunctionDefinition | undefined {
    const definition = this.functions.get(name);
    this.inputs?.function(name, definition);
    return definition;
  }

  variable(name: string): Value | undefined {
    return this.locals[this.localNames.indexOf(name)] ?? this.globalVariable(name);
  }

  /** The variable of a variable statement; created as `undef` when it is met first. */
  globalForStatement(name: string, initial: Value): GlobalVariable {
    let variable = this.globals.get(name);
    if (variable === undefined) {
      variable = new GlobalVariable(name, initial);
      this.globals.set(name, variable);
    }
    return variable;
  }

  // -------------------------------------------------------------------------------------------- bodies

  /** Whether DML is running. */
  get runsDml(): boolean {
    return this.localNames !== noNames;
  }

  /** Runs the DML of a statement: fresh local variables, and `TEMPLATE` set. */
  runBody(body: Body): Value {
    const { locals, localNames, iterators, templateVariable } = this;
    this.locals = [];
    this.localNames = body.locals;
    this.iterators = undefined;
    this.templateVariable ??= this.currentTemplate?.name;
    try {
      return runToReturn(this, body);
    } finally {
      this.locals = locals;
      this.localNames = localNames;
      this.iterators = iterators;
      this.templateVariable = templateVariable;
    }
  }

  /** Runs a validation on a value: `SELF` may be read only. */
  runValidation(body: Body, self: SelfHolder): Value {
    const { locals, localNames, iterators, descent, validated } = this;
    const depth = this.frames.length;
    const { currentTemplate, functionVariable } = this;
    this.locals = [];
    this.localNames = body.locals;
    this.iterators = undefined;
    this.self = self;
    this.validated = descent ?? validated;
    this.descent = undefined;
    try {
      return runToReturn(this, body);
    } finally {
      this.self = undefined;
      this.descent = descent;
      this.validated = validated;
      this.locals = locals;
      this.localNames = localNames;
      this.iterators = iterators;
      // A validation that failed inside a function may be answered with `false` (`is_valid`).
      this.frames.length = depth;
      this.currentTemplate = currentTemplate;
      this.functionVariable = functionVariable;
    }
  }

  /** Calls a function with its arguments in `ARGV`. */
  runFunction(
    name: string,
    definition: FunctionDefinition,
    args: Value,
    count: bigint,
    span: Span,
  ): Value {
    const { locals, localNames, functionVariable } = this;
    this.locals = [args, count];
    this.localNames = definition.body.locals;
    this.functionVariable = name;
    this.enter(definition.template, span, `function ${name}`);
    const result = runToReturn(this, definition.body);
    this.leave();
    this.functionVariable = functionVariable;
    this.locals = locals;
    this.localNames = localNames;
    return result;
  }

  // -------------------------------------------------------------------------------- includes and calls

  /** How many includes and calls led here. */
  get depth(): number {
    return this.frames.length;
  }

  /** The innermost include or call. */
  get topFrame(): Frame | undefined {
    return this.frames.at(-1);
  }

  copyFrames(): readonly Frame[] {
    return this.frames.slice();
  }

  enter(template: CompiledTemplate, span: Span, label: string): void {
    this.frames.push({ template: this.currentTemplate, span, label });
    this.currentTemplate = template;
    if (template.kind === "structure") this.relativeProvenance?.addMaker(template.name);
    this.services?.log?.({ event: "ENTER", label, template });
    if (this.frames.length > this.options.maxRecursion) {
      const args = { limit: this.options.maxRecursion, what: label };
      fail(this, span, "too-deep", args, { help: circleHelp(this.frames) });
    }
  }

  leave(): void {
    const frame = this.frames.pop();
    if (
      this.services?.log !== undefined &&
      frame !== undefined &&
      this.currentTemplate !== undefined
    ) {
      this.services.log({ event: "EXIT", label: frame.label, template: this.currentTemplate });
    }
    this.currentTemplate = frame?.template;
  }

  /** A template by name; `isFirst` if the profile did not have it yet. */
  loadTemplate(
    name: string,
    span: Span,
  ): { readonly template: CompiledTemplate; readonly isFirst: boolean } {
    const known = this.templates.get(name);
    if (known !== undefined) {
      this.inputs?.template(name, known, false);
      return { template: known, isFirst: false };
    }
    const template = this.ownDriver.load(this, name, span, false);
    invariant(template !== undefined, "a template that must exist was only looked up");
    this.inputs?.template(name, template, true);
    this.templates.set(name, template);
    if (template.kind === "object") this.objectDependencies.add(name);
    return { template, isFirst: true };
  }

  /** The template that a name would load; the profile does not come to depend on it, and inputs are not noted. */
  peekTemplate(name: string): CompiledTemplate | undefined {
    return this.ownDriver.load(this, name, this.here, false);
  }

  /** A template by name, if there is one; the profile does not come to depend on it. */
  lookUpTemplate(name: string, span: Span): CompiledTemplate | undefined {
    const template = this.templates.get(name) ?? this.ownDriver.load(this, name, span, true);
    this.inputs?.lookUp(name, template);
    return template;
  }

  trace(): readonly RelatedPlace[] {
    return this.frames.toReversed().map(({ span, label }) => ({
      span,
      message: `in ${label}, called from here`,
      role: "trace",
    }));
  }

  // ------------------------------------------------------------------------------------- configuration

  /** The value at a path; undefined if there is none. Fails where the path cannot lead anywhere. */
  get(path: Path, span: Span, lookUp: boolean): Value | undefined {
    return this.read(path, span, lookUp, readTerms);
  }

  /** The value at a path as `get` gives it, for looking at it only. */
  peek(path: Path, span: Span, lookUp: boolean): Value | undefined {
    return this.read(path, span, lookUp, peekTerms);
  }

  private read(
    path: Path,
    span: Span,
    lookUp: boolean,
    follow: typeof readTerms,
  ): Value | undefined {
    const base = this.baseFor(path, span, lookUp);
    if (base === undefined) return undefined;
    const tolerance = lookUp ? tolerateProperty : tolerateNothing;
    const found = follow(this.subject(path, span), base, path.terms, tolerance);
    this.inputs?.path(path, lookUp, found, this.structureDepth);
    return found;
  }

  /** Puts a value at an absolute or relative path; undefined deletes. */
  put(path: Path, value: Value | undefined, span: Span = this.here): void {
    if (path.terms.length === 0) {
      if (!(value instanceof Dict)) return fail(this, span, "root-not-dict", {});
      this.root = value;
      return;
    }
    if (path.kind === "relative") {
      invariant(
        this.relativeRoot !== undefined,
        "a relative path is written outside a structure template",
      );
      this.relativeRoot = writable(this.relativeRoot);
      writeTerms(this.subject(path, span), this.relativeRoot, path.terms, value);
    } else {
      this.root = writable(this.root);
      writeTerms(this.subject(path, span), this.root, path.terms, value);
    }
  }

  /** Adds a type to what is checked at a path. */
  bind(path: Path, type: Type): void {
    const key = formatPath(path);
    const binding = this.bindings.get(key);
    if (binding === undefined) this.bindings.set(key, { path, types: [type] });
    else binding.types.push(type);
  }

  /** Notes that the statement that runs wrote a path. */
  record(path: Path): void {
    const provenance = path.kind === "absolute" ? this.provenance : this.relativeProvenance;
    provenance?.record(path.terms, { kind: "assignment", span: this.here });
  }

  /** Notes that the statement that runs wrote something inside `SELF`. */
  recordBelowSelf(terms: readonly Term[]): void {
    this.inputs?.write(terms, this.structureDepth);
    const path = this.self?.path;
    if (path !== undefined) this.record(joinPath(path, terms));
  }

  /** Takes over which statements of a structure template wrote what, when its dict is put at a path. */
  recordStructure(path: Path, structure: Provenance | undefined): void {
    const provenance = path.kind === "absolute" ? this.provenance : this.relativeProvenance;
    if (structure !== undefined)
      provenance?.graft(path.terms, structure, { kind: "assignment", span: this.here });
  }

  /** What a validation finds is reported where the value was written that it looks at. */
  report(found: Diagnostic): void {
    const { validated } = this;
    const origin =
      validated && (this.provenance.lastAssignment(validated) ?? this.provenance.origin(validated));
    if (origin === undefined || validated === undefined) return this.driver.report(found);
    const message = `A validation of ${formatTerms(validated)} says so.`;
    const related = [{ span: found.span, message }, ...found.related];
    this.driver.report({ ...found, span: origin.span, related });
  }

  print(text: string): void {
    this.driver.print(text);
  }

  failNoValue(path: Path, span: Span): never {
    // Of another profile perhaps even the template is missing, which says more.
    if (path.kind === "external" && this.baseFor(path, span, true) === undefined) {
      this.driver.load(this, path.authority, span, false);
    }
    // What it looks for to guess what was meant, the DML has not looked at.
    const help = withoutNotes(this, () => this.guessPath(path, span));
    return fail(this, span, "path-undefined", { path: formatPath(path) }, { help });
  }

  /** What was probably meant by a path that has no value: the same with another key where it leaves the tree. */
  private guessPath(path: Path, span: Span): string | undefined {
    const { terms } = path;
    let known = terms.length;
    let parent: Value | undefined;
    while (known > 0 && parent === undefined) {
      known--;
      parent = this.peek({ ...path, terms: terms.slice(0, known) }, span, true);
    }
    const missing = terms[known];
    if (!(parent instanceof Dict) || typeof missing !== "string") return undefined;
    const guess = closestName(missing, parent.keys());
    if (guess === undefined) return undefined;
    return `Did you mean ${formatPath({ ...path, terms: terms.with(known, guess) })}?`;
  }

  failUnknownType(name: string, span: Span): never {
    const help = this.declarerHelp("type", name) ?? guessHelp(name, this.types.keys());
    return fail(this, span, "type-undefined", { name }, { help });
  }

  /** Which template to include for a name that is not known; undefined if none has it. */
  declarerHelp(what: Declared, name: string): string | undefined {
    const template = this.services?.declarer(what, name);
    return template && `It is declared in '${template}': include that template before.`;
  }

  private baseFor(path: Path, span: Span, lookUp: boolean): Value | undefined {
    if (path.kind === "absolute") return this.root;
    if (path.kind === "relative") {
      return (
        this.relativeRoot ??
        fail(this, span, "relative-path-outside-structure", { path: formatPath(path) })
      );
    }
    if (path.authority === this.objectName) return this.root;
    return this.driver.externalRoot(this, path.authority, span, lookUp);
  }

  private subject(path: Path, span: Span): Subject {
    return {
      ctx: this,
      span,
      spell: (terms, count) =>
        path.kind === "absolute"
          ? formatTerms(terms.slice(0, count))
          : formatPath(joinPath({ ...path, terms: [] }, terms.slice(0, count))),
    };
  }
}

/** How `return` leaves a body. */
export class ReturnSignal {
  readonly value: Value;

  constructor(value: Value) {
    this.value = value;
  }
}

function runToReturn(ctx: Evaluation, body: Body): Value {
  try {
    return body.run(ctx);
  } catch (signal) {
    if (signal instanceof ReturnSignal) return signal.value;
    throw signal;
  }
}

function guessHelp(name: string, known: Iterable<string>): string | undefined {
  const guess = closestName(name, known);
  return guess && `Did you mean ${guess}?`;
}
