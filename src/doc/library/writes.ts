/**
 * What a template writes: its assignments, the entries of dicts that they write, and what their blocks write below
 * `SELF`. Only paths that are written out count; a path that is computed is known when a profile is compiled.
 */

import { resultsOf } from "../../pan/linter/support/results.ts";
import { isWrite, stepsOf } from "../../pan/linter/support/writes.ts";
import type { AssignStatement, Expression } from "../../pan/syntax/ast.ts";
import { nodesIn } from "../../pan/syntax/nodes.ts";
import { isTermProblem, termFromText } from "../../pan/tree/term.ts";
import type { Located } from "../../text/span.ts";
import type { WriteDoc } from "./library.ts";
import { includedNames, isCreate } from "./name-index.ts";

export interface Written extends Located {
  /** Canonical; relative in a structure template. */
  readonly path: string;
  readonly how: WriteDoc["how"];
  readonly value: Expression;
  readonly statement: AssignStatement;
  /** Names of structure templates that may be put there. */
  readonly creates: readonly string[];
}

type Emit = (path: string, value: Expression, place: Located) => void;

export function writesOf(template: Parameters<typeof stepsOf>[0]): readonly Written[] {
  const written: Written[] = [];
  for (const step of stepsOf(template)) {
    if (!isWrite(step) || step.statement.kind !== "AssignStatement") continue;
    const { statement } = step;
    const how = statement.final ? "final" : statement.conditional ? "default" : "set";
    const emit: Emit = (path, value, { start, end }) => {
      const creates = resultsOf(value).flatMap(createdBy);
      written.push({ path, how, value, statement, creates, start, end });
    };
    emit(step.name, statement.value, statement);
    entriesOf(step.name, statement.value, emit);
    selfWrites(step.name, statement.value, emit);
  }
  return written;
}

function createdBy(value: Expression): readonly string[] {
  if (value.kind !== "CallExpression" || !isCreate(value)) return [];
  const [name] = value.args;
  return name === undefined ? [] : includedNames(name).names;
}

const dictMakers: ReadonlySet<string> = new Set(["dict", "nlist", "create"]);

/** `dict('key', value, …)`, and what `create` is given behind the name of the template. */
function entriesOf(path: string, value: Expression, emit: Emit): void {
  for (const result of resultsOf(value)) {
    if (result.kind !== "CallExpression" || !dictMakers.has(result.name.text)) continue;
    const entries = isCreate(result) ? result.args.slice(1) : result.args;
    for (let i = 0; i + 1 < entries.length; i += 2) {
      const [key, entry] = [entries[i], entries[i + 1]];
      const below = key === undefined ? undefined : literalStep(path, key);
      if (key === undefined || entry === undefined || below === undefined) continue;
      emit(below, entry, { start: key.start, end: entry.end });
      entriesOf(below, entry, emit);
    }
  }
}

/** The path one step further, if the step is written out. */
function literalStep(path: string, step: Expression): string | undefined {
  if (step.kind !== "StringLiteral") return undefined;
  const term = termFromText(step.value);
  return isTermProblem(term) ? undefined : stepBelow(path, term);
}

/** `SELF['a']['b'] = value` anywhere in the block. */
function selfWrites(path: string, value: Expression, emit: Emit): void {
  if (value.kind !== "Block") return;
  for (const node of nodesIn(value)) {
    if (node.kind !== "Assignment" || node.target.name.text !== "SELF") continue;
    const below = node.target.indexes.reduce<string | undefined>(
      (at, index) => (at === undefined ? undefined : literalStep(at, index)),
      path,
    );
    if (below === undefined || below === path) continue;
    emit(below, node.value, node);
    entriesOf(below, node.value, emit);
  }
}

export function stepBelow(path: string, term: string | number): string {
  return path === "/" || path === "" ? `${path}${term}` : `${path}/${term}`;
}
