/**
 * What names stand for: templates, types, functions and variables of the library.
 *
 * A library may declare a name several times, as versions of one schema do; which one is meant depends on what is
 * included. From a template, a name means what the template declares itself, else what it includes declares, else
 * what the nearest file declares.
 */

import { compareCodeUnits, compareNumbers } from "../../base/compare.ts";
import { resultsOf } from "../../pan/linter/support/results.ts";
import type { CallExpression, Expression } from "../../pan/syntax/ast.ts";
import type { DocSource } from "./doc-source.ts";
import type { Reference } from "./library.ts";
import { listIn } from "./multimap.ts";

type Declared = Exclude<Reference["kind"], "template">;

export class NameIndex {
  private readonly templates: ReadonlyMap<string, readonly DocSource[]>;
  private readonly declared: Readonly<Record<Declared, ReadonlyMap<string, readonly DocSource[]>>>;
  private readonly reached = new Map<DocSource, ReadonlySet<DocSource>>();

  constructor(sources: readonly DocSource[]) {
    this.templates = byName(sources, ({ source }) => [source.template.name.text]);
    this.declared = {
      type: byName(sources, ({ source }) => source.nodes("TypeStatement").map(nameText)),
      function: byName(sources, ({ source }) => source.nodes("FunctionStatement").map(nameText)),
      variable: byName(sources, ({ source }) => source.nodes("VariableStatement").map(nameText)),
    };
  }

  /** Templates of a name, the nearest first. */
  templatesNamed(name: string, from: DocSource): readonly DocSource[] {
    return nearestFirst(this.templates.get(name) ?? [], from);
  }

  /** The template whose declaration is meant. */
  declaring(kind: Declared, name: string, from: DocSource): DocSource | undefined {
    const candidates = this.declared[kind].get(name) ?? [];
    if (candidates.length < 2) return candidates[0];
    if (candidates.includes(from)) return from;
    const reach = this.reach(from);
    const included = candidates.filter((candidate) => reach.has(candidate));
    return nearestFirst(included.length > 0 ? included : candidates, from)[0];
  }

  names(kind: Declared): readonly string[] {
    return [...this.declared[kind].keys()].sort(compareCodeUnits);
  }

  reference(kind: Reference["kind"], name: string, from: DocSource): Reference | undefined {
    const source =
      kind === "template" ? this.templatesNamed(name, from)[0] : this.declaring(kind, name, from);
    return source === undefined ? undefined : { kind, template: source.id, name };
  }

  /** All that a template includes, whatever it is included by. */
  private reach(from: DocSource): ReadonlySet<DocSource> {
    const known = this.reached.get(from);
    if (known !== undefined) return known;
    const found = new Set<DocSource>();
    const waiting = [from];
    for (let source = waiting.pop(); source !== undefined; source = waiting.pop()) {
      for (const statement of source.source.nodes("IncludeStatement")) {
        for (const name of includedNames(statement.template).names) {
          const [nearest] = this.templatesNamed(name, source);
          if (nearest === undefined || found.has(nearest)) continue;
          found.add(nearest);
          waiting.push(nearest);
        }
      }
    }
    this.reached.set(from, found);
    return found;
  }
}

export interface NamesGiven {
  readonly names: readonly string[];
  /** Whether the one name is what the expression always gives. */
  readonly always: boolean;
  /** Whether the expression may give other names, which are computed. */
  readonly computed: boolean;
}

/** The names that an expression may give, as `include` and `create` take it; `if_exists('name')` gives it or none. */
export function includedNames(expression: Expression): NamesGiven {
  const results = resultsOf(expression);
  const names: string[] = [];
  let computed = false;
  for (const result of results) {
    const [argument] = result.kind === "CallExpression" ? result.args : [];
    const isTried = result.kind === "CallExpression" && result.name.text === "if_exists";
    const given = isTried && argument !== undefined ? argument : result;
    if (given.kind === "StringLiteral") names.push(given.value);
    else if (!endsWithNothing(given)) computed = true;
  }
  const always = results.length === 1 && results[0]?.kind === "StringLiteral";
  return { names: [...new Set(names)], always, computed };
}

export function isCreate(call: CallExpression): boolean {
  return call.name.text === "create";
}

function endsWithNothing({ kind }: Expression): boolean {
  return kind === "NullLiteral" || kind === "UndefLiteral" || kind === "MissingExpression";
}

function byName(
  sources: readonly DocSource[],
  namesOf: (source: DocSource) => readonly string[],
): ReadonlyMap<string, readonly DocSource[]> {
  const found = new Map<string, DocSource[]>();
  for (const source of sources) {
    for (const name of new Set(namesOf(source))) listIn(found, name).push(source);
  }
  return found;
}

function nameText({ name }: { readonly name: { readonly text: string } }): string {
  return name.text;
}

function nearestFirst(candidates: readonly DocSource[], from: DocSource): readonly DocSource[] {
  if (candidates.length < 2) return candidates;
  const steps = from.file.split("/");
  const shared = ({ file }: DocSource): number => {
    const other = file.split("/");
    const end = steps.findIndex((step, i) => step !== other[i]);
    return end < 0 ? steps.length : end;
  };
  return candidates.toSorted(
    (a, b) => compareNumbers(shared(b), shared(a)) || compareCodeUnits(a.file, b.file),
  );
}
