/**
 * The paths that have a type: bindings, and all that their types lead to.
 *
 * A step of a dict or a list that can be any is `*`. A type that contains itself is followed once.
 */

import { assertNever } from "../../base/assert-never.ts";
import type { BindStatement, FieldNode, FullType, TypeNode } from "../../pan/syntax/ast.ts";
import { isPathProblem, parsePath } from "../../pan/tree/path.ts";
import type { Term } from "../../pan/tree/term.ts";
import type { Located } from "../../text/span.ts";
import {
  annotationsBefore,
  type Described,
  fieldDocumentation,
  optionalCode,
  withWarning,
} from "./declarations.ts";
import { placeOf } from "./doc-source.ts";
import { documentationOf, noDocumentation } from "./documentation.ts";
import type { Code, Documentation, PathDeclaration } from "./library.ts";
import type { NameIndex } from "./name-index.ts";
import { stepBelow } from "./writes.ts";

export interface PathNode {
  readonly path: string;
  readonly declarations: PathDeclaration[];
  /** In the order of the types. */
  readonly children: Map<string, PathNode>;
}

export interface PathContext {
  readonly index: NameIndex;
  readonly described: ReadonlyMap<string, Described>;
}

/** The step that stands for each key or index. */
export const eachStep = "*";

export function pathTree(ctx: PathContext): PathNode {
  const root = newNode("/");
  for (const described of ctx.described.values()) {
    for (const statement of described.from.source.nodes("BindStatement")) {
      const node = boundNode(root, statement);
      if (node === undefined) continue;
      const documentation = documentationOf(annotationsBefore(described.from, statement));
      declare(ctx, node, {
        described,
        type: statement.type,
        required: undefined,
        documentation: withWarning(documentation, statement.type),
        at: statement,
        inside: new Set(),
      });
    }
  }
  return root;
}

/** Every node of the tree that has a type, each before those below it. */
export function declaredNodes(root: PathNode): readonly PathNode[] {
  const below = [...root.children.values()].flatMap(declaredNodes);
  return root.declarations.length > 0 ? [root, ...below] : below;
}

/** The node for a path, where `*` stands for what has no node of its own. */
export function nodeAt(root: PathNode, terms: readonly Term[]): PathNode | undefined {
  let node: PathNode | undefined = root;
  for (const term of terms) {
    node = node?.children.get(String(term)) ?? node?.children.get(eachStep);
  }
  return node;
}

/** The steps of a path that may have `*` in it, which is no key. */
export function stepsOf(path: string): readonly string[] {
  return path.split("/").filter((step) => step !== "");
}

function newNode(path: string): PathNode {
  return { path, declarations: [], children: new Map() };
}

function childOf(node: PathNode, step: string): PathNode {
  const known = node.children.get(step);
  if (known !== undefined) return known;
  const child = newNode(stepBelow(node.path, step));
  node.children.set(step, child);
  return child;
}

function boundNode(root: PathNode, { path }: BindStatement): PathNode | undefined {
  const parsed = parsePath(path.text);
  if (isPathProblem(parsed) || parsed.kind !== "absolute") return undefined;
  return parsed.terms.reduce((node: PathNode, term) => childOf(node, String(term)), root);
}

interface Declaring {
  /** The template in which the type is written. */
  readonly described: Described;
  readonly type: FullType;
  readonly required: boolean | undefined;
  readonly documentation: Documentation;
  readonly at: Located;
  /** Names of the types that lead here. */
  readonly inside: ReadonlySet<string>;
}

function declare(ctx: PathContext, node: PathNode, declaring: Declaring): void {
  const { described, type, required, documentation, at } = declaring;
  const { from, code } = described;
  const resolved = resolve(ctx, described, type.type, declaring.inside);
  const own = type.validation === undefined ? [] : [code(type.validation)];
  const merged = mergedDocumentation(documentation, resolved);
  node.declarations.push({
    type: described.typeCode(type.type),
    meaning: resolved.meaning,
    required,
    default: optionalCode(type.defaultValue, code) ?? resolved.default,
    conditions: [...own, ...resolved.conditions],
    documentation: merged,
    unit: merged.unit,
    template: from.id,
    place: placeOf(from, at.start),
  });
  expand(ctx, node, resolved, declaring.at);
}

/** What the name of a type stands for, until a type is reached that is more than a name. */
interface Resolved {
  readonly type: TypeNode;
  readonly described: Described;
  readonly meaning: PathDeclaration["meaning"];
  readonly default: Code | undefined;
  readonly conditions: readonly Code[];
  readonly inside: ReadonlySet<string>;
}

function resolve(
  ctx: PathContext,
  described: Described,
  type: TypeNode,
  inside: ReadonlySet<string>,
): Resolved {
  const nothing = { type, described, meaning: [], default: undefined, conditions: [], inside };
  if (type.kind !== "NamedType") return nothing;
  const declaring = ctx.index.declaring("type", type.name, described.from);
  const there = declaring === undefined ? undefined : ctx.described.get(declaring.id);
  const identity = `${declaring?.id} ${type.name}`;
  const statement = declaring?.source
    .nodes("TypeStatement")
    .findLast(({ name }) => name.text === type.name);
  if (there === undefined || statement === undefined || inside.has(identity)) return nothing;
  const { type: full } = statement;
  const next = resolve(ctx, there, full.type, new Set([...inside, identity]));
  const documentation = withWarning(documentationOf(statement.annotations), full);
  const own = full.validation === undefined ? [] : [there.code(full.validation)];
  return {
    ...next,
    meaning: [{ type: there.typeCode(full.type), documentation }, ...next.meaning],
    default: optionalCode(full.defaultValue, there.code) ?? next.default,
    conditions: [...own, ...next.conditions],
  };
}

/** What is not said of the path itself is taken from its type. */
function mergedDocumentation(own: Documentation, { meaning }: Resolved): Documentation {
  const deprecated = meaning.find(({ documentation }) => documentation.deprecated !== undefined);
  const unit =
    own.unit ?? meaning.find(({ documentation }) => documentation.unit)?.documentation.unit;
  return { ...own, unit, deprecated: own.deprecated ?? deprecated?.documentation.deprecated };
}

/** The children of a node. */
function expand(ctx: PathContext, node: PathNode, resolved: Resolved, at: Located): void {
  const { type, described, inside } = resolved;
  switch (type.kind) {
    case "RecordType":
      for (const member of type.fields) {
        if (member.kind === "Field") expandField(ctx, node, member, resolved);
        else includeFields(ctx, node, member.type.text, resolved);
      }
      return;
    case "ListType":
    case "DictType": {
      const element: FullType = {
        kind: "FullType",
        type: type.element,
        defaultValue: undefined,
        validation: undefined,
        start: type.element.start,
        end: type.element.end,
      };
      if (isPlain(ctx, described, type.element, inside)) return;
      declare(ctx, childOf(node, eachStep), {
        described,
        type: element,
        required: undefined,
        documentation: noDocumentation,
        at: type.element.kind === "RecordType" ? type.element : at,
        inside,
      });
      return;
    }
    case "NamedType":
    case "ChoiceType":
    case "LinkType":
      return;
    default:
      assertNever(type);
  }
}

/** Of a list of words there is nothing to say that the list does not say. */
function isPlain(
  ctx: PathContext,
  described: Described,
  type: TypeNode,
  inside: ReadonlySet<string>,
): boolean {
  const { type: last } = resolve(ctx, described, type, inside);
  return last.kind === "NamedType" || last.kind === "ChoiceType" || last.kind === "LinkType";
}

function expandField(
  ctx: PathContext,
  node: PathNode,
  field: FieldNode,
  { described, inside }: Resolved,
): void {
  const parsed = parsePath(field.key.text, true);
  if (isPathProblem(parsed)) return;
  const child = parsed.terms.reduce((at: PathNode, term) => childOf(at, String(term)), node);
  declare(ctx, child, {
    described,
    type: field.type,
    required: field.required,
    documentation: fieldDocumentation(field),
    at: field.key,
    inside,
  });
}

function includeFields(
  ctx: PathContext,
  node: PathNode,
  name: string,
  { described, inside }: Resolved,
): void {
  const place = { start: 0, end: 0 };
  const named: TypeNode = { kind: "NamedType", name, range: undefined, ...place };
  const included = resolve(ctx, described, named, inside);
  if (included.type.kind === "RecordType") expand(ctx, node, included, place);
}
