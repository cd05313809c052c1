/** Type specifications of the syntax tree to types (manual, "Pan book", data types). */

import { assertNever } from "../../base/assert-never.ts";
import { compareCodeUnits } from "../../base/compare.ts";
import { spanIn } from "../../text/span.ts";
import type { Range } from "../schema/type.ts";
import type {
  Expression,
  FieldNode,
  FullType as FullTypeNode,
  RangeNode,
  RecordTypeNode,
  TypeNode,
} from "../syntax/ast.ts";
import { frozen } from "../tree/freeze.ts";
import { isPathProblem, parsePath } from "../tree/path.ts";
import { protect } from "../tree/resource.ts";
import { NULL, UNDEF } from "../tree/transient.ts";
import type { Value } from "../tree/value.ts";
import type { Body } from "./code.ts";
import { compileBody } from "./compile-expression.ts";
import { runWithoutProfile } from "./constant.ts";
import type { Type } from "./evaluation.ts";
import { EvaluationError } from "./evaluation-error.ts";
import { refuse, type TemplateScope } from "./scope.ts";
import { failPath } from "./term-problem.ts";

type Node = Type["type"];

export function compileType(template: TemplateScope, node: FullTypeNode): Type {
  return {
    type: compileTypeNode(template, node.type),
    defaultValue: node.defaultValue && compileDefault(template, node.defaultValue),
    validation: node.validation && compileBody(template, node.validation).body,
    place: spanIn(template.file, node),
  };
}

/** The type that `valid '/path' = dml;` binds: anything that passes the validation. */
export function validationType(template: TemplateScope, node: Expression): Type {
  const place = spanIn(template.file, node);
  const body: Body = compileBody(template, node).body;
  return {
    type: { kind: "alias", name: "element", range: undefined, place },
    defaultValue: undefined,
    validation: body,
    place,
  };
}

function compileTypeNode(template: TemplateScope, node: TypeNode): Node {
  switch (node.kind) {
    case "NamedType":
      return {
        kind: "alias",
        name: node.name,
        range: rangeOf(node.range),
        place: spanIn(template.file, node),
      };
    case "ChoiceType":
      return { kind: "choice", choices: node.choices.map((choice) => choice.value) };
    case "RecordType":
      return compileRecord(template, node);
    case "ListType":
      return {
        kind: "list",
        element: compileTypeNode(template, node.element),
        range: rangeOf(node.range),
      };
    case "DictType":
      return {
        kind: "dict",
        element: compileTypeNode(template, node.element),
        range: rangeOf(node.range),
      };
    case "LinkType":
      return { kind: "link", element: compileTypeNode(template, node.element) };
    default:
      return assertNever(node);
  }
}

/** Of fields with the same key and necessity the last one counts. */
function compileRecord(template: TemplateScope, node: RecordTypeNode): Node {
  const required = new Map<string, Field>();
  const optional = new Map<string, Field>();
  const includes: { readonly name: string; readonly place: Field["place"] }[] = [];
  for (const field of node.fields) {
    if (field.kind === "IncludeFields") {
      includes.push({ name: field.type.text, place: spanIn(template.file, field.type) });
    } else {
      const key = fieldKey(template, field);
      const compiled = {
        key,
        type: compileType(template, field.type),
        place: spanIn(template.file, field.key),
      };
      (field.required ? required : optional).set(key, compiled);
    }
  }
  const sorted = (fields: Map<string, Field>) =>
    [...fields.values()].sort((a, b) => compareCodeUnits(a.key, b.key));
  return {
    kind: "record",
    extensible: node.extensible,
    range: rangeOf(node.range),
    includes,
    required: sorted(required),
    optional: sorted(optional),
  };
}

type Field = Extract<Node, { kind: "record" }>["required"][number];

function fieldKey(template: TemplateScope, field: FieldNode): string {
  const path = parsePath(field.key.text);
  const span = spanIn(template.file, field.key);
  if (isPathProblem(path)) return failPath(undefined, span, field.key.text, path, "syntax");
  const [key] = path.terms;
  if (path.terms.length !== 1 || typeof key !== "string") {
    return refuse(template, field.key, "invalid-field", { field: field.key.text });
  }
  return key;
}

/** The parser has seen to it that the range is not empty. */
function rangeOf(node: RangeNode | undefined): Range | undefined {
  return node === undefined ? undefined : { minimum: node.minimum ?? 0n, maximum: node.maximum };
}

function compileDefault(template: TemplateScope, node: Expression): Value {
  const { body, compiled } = compileBody(template, node);
  const value = compiled.constant ?? runWithoutProfile(body);
  if (value instanceof EvaluationError) {
    const { message, span } = value.diagnostic;
    return refuse(template, node, "default-not-constant", {}, { related: [{ span, message }] });
  }
  if (value === UNDEF || value === NULL) return refuse(template, node, "default-undefined", {});
  return protect(frozen(value));
}
