/** What is shown between the characters of a text: values that expressions gave, defaults, units. */

import type {
  AssignStatement,
  CallExpression,
  Expression,
  Statement,
} from "../../pan/syntax/ast.ts";
import { isPathProblem, parsePath } from "../../pan/tree/path.ts";
import type { Term } from "../../pan/tree/term.ts";
import type { Located } from "../../text/span.ts";
import type { AnalysedProfile, Profiles } from "../analysis/profiles.ts";
import type { EditorFile } from "../files/editor-file.ts";
import type { Occurrence } from "../files/occurrence.ts";
import { largerUnit } from "../hover/amounts.ts";
import { unitOf } from "../hover/describe-path.ts";
import { type KnownValue, valuesOf } from "../hover/path-values.ts";
import { behindNames, describeType } from "../schema/describe-type.ts";
import { placesOfPath } from "../schema/structure-places.ts";
import { fieldsOf, stepDown, type TypePlace, typesAt } from "../schema/type-at.ts";
import type { Workspace } from "../workspace/workspace.ts";
import type { HintSettings } from "./hint-settings.ts";

export interface Hint {
  readonly offset: number;
  readonly text: string;
  readonly kind: "value" | "default" | "unit";
  /** What is said of it when it is pointed at; empty for nothing more. */
  readonly about: string;
}

export interface HintsInput {
  readonly workspace: Workspace;
  readonly profiles: Pick<Profiles, "latestUsing" | "hasPlacesOf">;
  readonly settings: HintSettings;
  readonly file: EditorFile;
  readonly range: Located;
}

/** In the order of the text. */
export function hintsIn(input: HintsInput): readonly Hint[] {
  const { file, range, profiles } = input;
  // By places of an older text a value would stand behind the wrong statement.
  const known = profiles
    .latestUsing(file.path)
    .filter((profile) => input.settings.values && profiles.hasPlacesOf(profile, file.path));
  const hints = file.template.statements.flatMap((statement, index) => {
    if (statement.end < range.start || statement.start > range.end) return [];
    return hintsOf(input, statement, index, known);
  });
  const within = hints.filter(({ offset }) => offset >= range.start && offset <= range.end);
  return within.sort((a, b) => a.offset - b.offset);
}

function hintsOf(
  input: HintsInput,
  statement: Statement,
  index: number,
  known: readonly AnalysedProfile[],
): readonly Hint[] {
  const { file } = input;
  if (statement.kind === "VariableStatement") return variableHints(statement, known);
  if (statement.kind !== "AssignStatement" || statement.path.text === "") return [];
  const path = file.occurrences.find((one) => one.statement === index && one.kind === "path");
  if (path === undefined || path.role !== "write") return [];
  return [...valueHints(input, statement, path, known), ...typeHints(input, statement, path)];
}

const mostShown = 40;

function variableHints(
  { name, value }: Extract<Statement, { kind: "VariableStatement" }>,
  known: readonly AnalysedProfile[],
): readonly Hint[] {
  if (isPlain(value)) return [];
  const texts = known.flatMap(({ variables }) => variables.get(name.text) ?? []);
  return hintOfTexts(value.end, texts);
}

/** Of an expression whose value nobody can read off it. */
function valueHints(
  { file }: HintsInput,
  { value, start, end }: AssignStatement,
  { name }: Occurrence,
  known: readonly AnalysedProfile[],
): readonly Hint[] {
  if (isPlain(value)) return [];
  const structure = name.startsWith("/") ? undefined : file.template.name.text;
  const written = valuesOf(known, name, structure).filter(
    ({ origin }) => origin !== undefined && isWithin(file.path, { start, end }, origin),
  );
  return hintOfTexts(
    value.end,
    written.map(({ text }) => text),
  );
}

/** The statement itself wrote the value, or put the structure there that did. */
function isWithin(
  file: string,
  { start, end }: Located,
  origin: NonNullable<KnownValue["origin"]>,
): boolean {
  const { span, via } = origin;
  if (span.file === file && span.start >= start && span.end <= end) return true;
  return via !== undefined && isWithin(file, { start, end }, via);
}

function hintOfTexts(offset: number, texts: readonly string[]): readonly Hint[] {
  const [first, ...others] = [...new Set(texts)];
  if (first === undefined || /^(dict|list|empty|undef)\b/.test(first)) return [];
  const short = first.length > mostShown ? `${first.slice(0, mostShown)}…` : first;
  const more = others.length === 0 ? "" : ` and ${others.length} more`;
  const about = others.length === 0 ? "" : [first, ...others].slice(0, 10).join("\n");
  return [{ offset, text: `= ${short}${more}`, kind: "value", about }];
}

/** A literal, or one with a sign. */
function isPlain(value: Expression): boolean {
  if (value.kind === "UnaryExpression") return isPlain(value.operand);
  if (value.kind === "Block") {
    const [only, ...more] = value.expressions;
    return only !== undefined && more.length === 0 && isPlain(only);
  }
  return /Literal$/.test(value.kind) || value.kind === "MissingExpression";
}

/** Units of numbers, and what records leave out. */
function typeHints(
  { workspace, file, settings }: HintsInput,
  { value }: AssignStatement,
  { name }: Occurrence,
): readonly Hint[] {
  if (!settings.units && !settings.defaults) return [];
  const path = parsePath(name);
  if (isPathProblem(path)) return [];
  const [place] = placesOfPath(workspace, file, path);
  if (place === undefined) return [];
  const hints: Hint[] = [];
  collectTypeHints({ workspace, settings, hints }, value, {
    place,
    types: typesAt(workspace, place),
  });
  return hints;
}

interface Collection {
  readonly workspace: Workspace;
  readonly settings: HintSettings;
  readonly hints: Hint[];
}

interface Typed {
  readonly place: readonly Term[];
  readonly types: readonly TypePlace[];
}

function collectTypeHints(into: Collection, value: Expression, typed: Typed): void {
  if (value.kind === "LongLiteral" && into.settings.units) {
    const [type] = typed.types.map((one) => describeType(into.workspace, one));
    const unit = unitOf(typed.place, type);
    if (unit !== undefined) {
      const about = largerUnit(Number(value.value), unit) ?? "";
      into.hints.push({ offset: value.end, text: unit, kind: "unit", about });
    }
  }
  if (value.kind === "Block" && value.expressions.length === 1) {
    for (const part of value.expressions) collectTypeHints(into, part, typed);
  }
  if (value.kind !== "CallExpression") return;
  for (const [term, part] of childrenOf(value)) {
    const types = stepDown(into.workspace, typed.types, term);
    collectTypeHints(into, part, { place: [...typed.place, term], types });
  }
  if (into.settings.defaults && isDict(value)) omitted(into, value, typed.types);
}

function isDict({ name: { text } }: CallExpression): boolean {
  return text === "dict" || text === "nlist";
}

/** Pairs and items that a call is written with. */
function childrenOf(call: CallExpression): readonly (readonly [Term, Expression])[] {
  const { name, args } = call;
  if (name.text === "list") return args.map((arg, i) => [i, arg] as const);
  if (!isDict(call) && name.text !== "create") return [];
  const from = name.text === "create" ? 1 : 0;
  const found: (readonly [Term, Expression])[] = [];
  for (let i = from; i + 1 < args.length; i += 2) {
    const [key, part] = [args[i], args[i + 1]];
    if (key?.kind === "StringLiteral" && part !== undefined) found.push([key.value, part]);
  }
  return found;
}

const mostDefaults = 4;

/** Fields with a plain default that a dict does not have. */
function omitted(
  { workspace, hints }: Collection,
  call: CallExpression,
  types: readonly TypePlace[],
): void {
  const given = new Set(childrenOf(call).map(([key]) => key));
  const record = types.find(
    (type) => behindNames(workspace, type).at(-1)?.type.type.kind === "RecordType",
  );
  if (record === undefined) return;
  const left: string[] = [];
  for (const [key, field] of fieldsOf(workspace, record)) {
    const value = field.type.defaultValue;
    if (given.has(key) || value === undefined || !isPlain(value)) continue;
    left.push(`${key} = ${describeType(workspace, field).defaultText ?? ""}`);
  }
  if (left.length === 0) return;
  const shown = left.slice(0, mostDefaults).join(", ");
  const text = left.length > mostDefaults ? `${shown}, …` : shown;
  hints.push({ offset: call.end, text, kind: "default", about: left.join("\n") });
}
