/** Reads the occurrences of names off a syntax tree, in the order of the text. */

import { assertNever } from "../../base/assert-never.ts";
import type {
  CallExpression,
  Condition,
  Expression,
  FullType,
  Name,
  PathText,
  Statement,
  StringLiteral,
  Template,
  TypeNode,
  VariableReference,
} from "../../pan/syntax/ast.ts";
import { visitExpressions } from "../../pan/syntax/expression-parts.ts";
import { formatPath, isPathProblem, joinPath, type Path, parsePath } from "../../pan/tree/path.ts";
import { compareLocated, type Located } from "../../text/span.ts";
import type { Occurrence, OccurrenceUse, Role, SymbolKind } from "./occurrence.ts";

export function findOccurrences(template: Template): readonly Occurrence[] {
  const finder = new Finder(template);
  return finder.all();
}

/** Functions whose first argument is a path, or may be one. */
export const pathFunctions: ReadonlySet<string> = new Set(["value", "exists", "path_exists"]);
/** Functions whose first argument is the name of a template. */
const templateFunctions: ReadonlyMap<string, OccurrenceUse> = new Map([
  ["create", "create"],
  ["if_exists", "include"],
]);
/** The names of a body's local variables: what DML assigns is local, and so are the variables of a `foreach`. */
function localsOf(body: Expression): ReadonlySet<string> {
  const found = new Set<string>();
  visitExpressions(body, (node) => {
    if (node.kind === "Assignment") found.add(node.target.name.text);
    if (node.kind === "ForeachExpression") {
      found.add(node.key.name.text);
      found.add(node.value.name.text);
    }
  });
  found.delete("SELF");
  return found;
}

/** A class for what is known while the statements go by: the prefix, and the statement that is read. */
class Finder {
  private readonly template: Template;
  private readonly found: Occurrence[] = [];
  private prefix: Path | undefined;
  private statement = -1;

  constructor(template: Template) {
    this.template = template;
  }

  all(): readonly Occurrence[] {
    const { name, statements } = this.template;
    if (name.text !== "") this.add("template", name.text, name, "declaration");
    for (const [index, statement] of statements.entries()) {
      this.statement = index;
      this.read(statement);
    }
    return this.found.toSorted(compareLocated);
  }

  private read(statement: Statement): void {
    switch (statement.kind) {
      case "IncludeStatement":
        return this.readInclude(statement.template);
      case "PrefixStatement":
        this.prefix = this.path(statement.path, "read", "prefix");
        return;
      case "ValidStatement":
        this.path(statement.path, "read", "valid");
        return this.body(statement.body);
      case "BindStatement":
        this.path(statement.path, "declaration", "bind");
        return this.fullType(statement.type, undefined);
      case "AssignStatement":
        this.path(statement.path, "write", statement.conditional ? "conditional" : undefined);
        return this.body(statement.value);
      case "VariableStatement": {
        const use = statement.conditional ? "conditional" : undefined;
        this.add("variable", statement.name.text, statement.name, "declaration", use);
        return this.body(statement.value);
      }
      case "TypeStatement":
        this.add("type", statement.name.text, statement.name, "declaration");
        return this.fullType(statement.type, statement.name.text);
      case "FunctionStatement":
        this.add("function", statement.name.text, statement.name, "declaration");
        return this.body(statement.body);
      case "RuleStatement":
        this.condition(statement.condition);
        if (statement.when !== undefined) this.condition(statement.when);
        return;
      case "EmptyStatement":
      case "InvalidStatement":
        return;
      default:
        return assertNever(statement);
    }
  }

  private readInclude(expression: Expression): void {
    if (expression.kind === "StringLiteral") this.templateName(expression, "include");
    else if (expression.kind === "Block" && expression.expressions.length === 1)
      this.readInclude(expression.expressions[0] as Expression);
    else {
      this.body(expression);
      // A choice between names: each of them may be included.
      visitExpressions(expression, (node) => {
        if (node.kind !== "IfExpression") return;
        for (const result of [node.consequence, node.alternative]) {
          if (result?.kind === "StringLiteral") this.templateName(result, "include");
        }
      });
    }
  }

  private templateName(literal: StringLiteral, use: OccurrenceUse): void {
    if (literal.value !== "" && literal.quote !== "heredoc")
      this.add("template", literal.value, inside(literal), "read", use);
  }

  private body(body: Expression): void {
    const locals = localsOf(body);
    const assigned = new Set<string>();
    visitExpressions(body, (node) => {
      if (node.kind === "VariableReference") this.variable(node, body, locals, assigned);
      else if (node.kind === "CallExpression") this.call(node);
    });
    // Where a local variable is assigned, its reference was met above as the target.
    visitExpressions(body, (node) => {
      if (node.kind === "Assignment") this.written(node.target.name, body);
      if (node.kind === "ForeachExpression") {
        this.written(node.key.name, body);
        this.written(node.value.name, body);
      }
    });
  }

  private variable(
    { name }: VariableReference,
    body: Located,
    locals: ReadonlySet<string>,
    assigned: Set<string>,
  ): void {
    if (name.text === "") return;
    if (locals.has(name.text)) {
      const role: Role = assigned.has(name.text) ? "read" : "declaration";
      assigned.add(name.text);
      this.add("local", name.text, name, role, undefined, body.start);
    } else this.add("variable", name.text, name, "read");
  }

  /** Makes the read of a target a write; the first one stays the declaration. */
  private written(name: Name, body: Located): void {
    const at = this.found.findLastIndex(
      (known) => known.start === name.start && known.scope === body.start,
    );
    const known = this.found[at];
    if (known?.role === "read") this.found[at] = { ...known, role: "write" };
  }

  private call({ name, args }: CallExpression): void {
    this.add("function", name.text, name, "read", "call");
    const [first] = args;
    if (first?.kind !== "StringLiteral") return;
    const use = templateFunctions.get(name.text);
    if (use !== undefined) this.templateName(first, use);
    else if (pathFunctions.has(name.text) && /^\/|:/.test(first.value)) {
      this.pathIn(first.value, inside(first), "read", undefined, undefined);
    }
  }

  private condition(condition: Condition): void {
    switch (condition.kind) {
      case "Comparison":
        this.rulePath(condition.path);
        if (condition.operand?.kind === "PathOperand") this.rulePath(condition.operand.path);
        return;
      case "NotCondition":
        return this.condition(condition.operand);
      case "AndCondition":
      case "OrCondition":
        this.condition(condition.left);
        return this.condition(condition.right);
      default:
        return assertNever(condition);
    }
  }

  private rulePath(path: PathText): void {
    this.pathIn(path.text, inside(path), "read", "rule", undefined);
  }

  /** The path as it is under the prefix; undefined if it is none. */
  private path(written: PathText, role: Role, use: OccurrenceUse | undefined): Path | undefined {
    if (use === "prefix" && written.text === "") return undefined;
    return this.pathIn(written.text, inside(written), role, use, this.prefix);
  }

  private pathIn(
    text: string,
    place: Located,
    role: Role,
    use: OccurrenceUse | undefined,
    prefix: Path | undefined,
  ): Path | undefined {
    const parsed = parsePath(text, prefix !== undefined);
    if (isPathProblem(parsed)) return undefined;
    if (parsed.kind === "external") {
      const { authority, terms } = parsed;
      const end = place.start + authority.length;
      this.add("template", authority, { start: place.start, end }, "read", "external");
      const path = formatPath({ kind: "absolute", authority: "", terms });
      this.add("path", path, { start: end + 1, end: place.end }, role, use);
      return undefined;
    }
    const isBelow = prefix !== undefined && parsed.kind === "relative";
    const whole = isBelow ? joinPath(prefix, parsed.terms) : parsed;
    this.add("path", formatPath(whole), place, role, use);
    return whole;
  }

  private fullType({ type, defaultValue, validation }: FullType, owner: string | undefined): void {
    this.type(type, owner);
    if (defaultValue !== undefined) this.body(defaultValue);
    if (validation !== undefined) this.body(validation);
  }

  private type(type: TypeNode, owner: string | undefined): void {
    switch (type.kind) {
      case "NamedType":
        this.add(
          "type",
          type.name,
          { start: type.start, end: type.start + type.name.length },
          "read",
        );
        return;
      case "ChoiceType":
        return;
      case "RecordType":
        for (const field of type.fields) {
          if (field.kind === "IncludeFields") {
            this.add("type", field.type.text, field.type, "read", "include");
            continue;
          }
          const name = `${owner ?? ""}.${field.key.text}`;
          if (owner !== undefined) this.add("field", name, inside(field.key), "declaration");
          this.fullType(field.type, owner === undefined ? undefined : name);
        }
        return;
      case "ListType":
      case "DictType":
      case "LinkType":
        return this.type(type.element, owner);
      default:
        return assertNever(type);
    }
  }

  private add(
    kind: SymbolKind,
    name: string,
    { start, end }: Located,
    role: Role,
    use?: OccurrenceUse,
    scope?: number,
  ): void {
    this.found.push({ kind, name, start, end, role, use, scope, statement: this.statement });
  }
}

/** Between the quotes. */
function inside({ start, end }: Located): Located {
  return end - start >= 2 ? { start: start + 1, end: end - 1 } : { start, end };
}
