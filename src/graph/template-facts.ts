/** What one template says of others and of paths, read off its text: nothing is evaluated. */

import { namePattern } from "../pan/linter/support/name-pattern.ts";
import { resultsOf } from "../pan/linter/support/results.ts";
import { isWrite, stepsOf } from "../pan/linter/support/writes.ts";
import type { Expression, Template, TemplateKind } from "../pan/syntax/ast.ts";
import type { Dialect } from "../pan/syntax/dialect.ts";
import { nodesIn } from "../pan/syntax/nodes.ts";
import { parseTemplate } from "../pan/syntax/parse-template.ts";
import { type Located, type Span, spanIn } from "../text/span.ts";
import type { EdgeKind } from "./graph.ts";

/** Another template, by name or by what its name looks like. */
export interface TemplateUse {
  readonly kind: Extract<EdgeKind, "include" | "create">;
  /** Undefined where the name is put together. */
  readonly name: string | undefined;
  /** A regular expression for such a name; undefined if nothing of it is known. */
  readonly pattern: string | undefined;
  /** What is written there. */
  readonly text: string;
  readonly isConditional: boolean;
  /** Whether it may be missing: it is asked for with `if_exists`. */
  readonly isOptional: boolean;
  readonly place: Span;
}

export interface PathWrite {
  /** Canonical, with the prefix; for structure templates from where the structure is put. */
  readonly path: string;
  readonly isConditional: boolean;
  readonly isFinal: boolean;
  readonly place: Span;
}

export interface TemplateFacts {
  readonly file: string;
  readonly name: string;
  readonly kind: TemplateKind;
  readonly place: Span;
  readonly uses: readonly TemplateUse[];
  readonly writes: readonly PathWrite[];
}

export interface TemplateText {
  readonly path: string;
  readonly text: string;
}

/** What the parser cannot read is left out; the rest counts. */
export function templateFacts({ path, text }: TemplateText, dialect: Dialect): TemplateFacts {
  const { template } = parseTemplate(text, { file: path, dialect, mode: "compile" });
  const span = (node: Located): Span => spanIn(path, node);
  return {
    file: path,
    name: template.name.text,
    kind: template.templateKind,
    place: span(template.name),
    uses: template.statements.flatMap((statement) => {
      const own =
        statement.kind === "IncludeStatement"
          ? usesIn("include", statement.template, text, span)
          : [];
      return [...own, ...createdIn(statement, text, span)];
    }),
    writes: writesOf(template, span),
  };
}

function usesIn(
  kind: TemplateUse["kind"],
  expression: Expression,
  text: string,
  span: (node: Located) => Span,
): readonly TemplateUse[] {
  const results = resultsOf(expression);
  return results.flatMap((result): readonly TemplateUse[] => {
    // An include of nothing is how a condition says no.
    if (result.kind === "NullLiteral" || result.kind === "UndefLiteral") return [];
    const place = span(result);
    const isConditional = results.length > 1;
    const written = oneLine(text.slice(result.start, result.end));
    const use = { kind, place, isConditional, isOptional: false, text: written };
    if (result.kind === "StringLiteral") {
      return [{ ...use, name: result.value, pattern: undefined }];
    }
    const wanted = ifExists(result);
    if (wanted?.kind === "StringLiteral") {
      const name = wanted.value;
      return [{ ...use, name, pattern: undefined, isConditional: true, isOptional: true }];
    }
    const pattern = namePattern(wanted ?? result);
    return [{ ...use, name: undefined, pattern, isConditional: true }];
  });
}

/** `if_exists('name')` includes what is there. */
function ifExists(expression: Expression): Expression | undefined {
  if (expression.kind !== "CallExpression" || expression.name.text !== "if_exists")
    return undefined;
  return expression.args[0];
}

function createdIn(
  statement: Template["statements"][number],
  text: string,
  span: (node: Located) => Span,
): readonly TemplateUse[] {
  return nodesIn(statement).flatMap((node) => {
    if (node.kind !== "CallExpression" || node.name.text !== "create") return [];
    const [first] = node.args;
    return first === undefined ? [] : usesIn("create", first, text, span);
  });
}

function writesOf(template: Template, span: (node: Located) => Span): readonly PathWrite[] {
  return stepsOf(template).flatMap((step): readonly PathWrite[] => {
    if (!isWrite(step) || step.statement.kind !== "AssignStatement") return [];
    const { conditional: isConditional, final: isFinal } = step.statement;
    return [{ path: step.name, isConditional, isFinal, place: span(step.statement) }];
  });
}

const longest = 40;

function oneLine(text: string): string {
  const line = text.replace(/\s+/g, " ");
  return line.length > longest ? `${line.slice(0, longest)}…` : line;
}
