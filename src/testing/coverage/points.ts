/** What of a template can be run: its statements, the statements of its DML, its functions, its branches. */

import type { Block, Expression, Statement, Template } from "../../pan/syntax/ast.ts";
import { nodesIn } from "../../pan/syntax/nodes.ts";
import type { Located } from "../../text/span.ts";

/** How often something was run. */
export interface Counter extends Located {
  count: number;
}

export interface FunctionPoint extends Counter {
  readonly name: string;
}

export interface Branch extends Located {
  readonly arms: readonly Arm[];
}

export interface Arm {
  readonly name: "then" | "else" | "body";
  readonly count: () => number;
}

export interface Points {
  /** Of statements of the template, by statement. */
  readonly statements: ReadonlyMap<Statement, Counter>;
  /** Of expressions that count for something below, by expression. */
  readonly expressions: ReadonlyMap<Expression, Counter>;
  /** Expressions that stand where statements of DML stand, each with the statement that it is in. */
  readonly inner: ReadonlyMap<Expression, Statement>;
  readonly functions: readonly FunctionPoint[];
  readonly branches: ReadonlyMap<Expression, Branch>;
}

export function pointsOf({ statements }: Template): Points {
  const finder = new PointFinder();
  for (const statement of statements) finder.add(statement);
  return finder;
}

class PointFinder implements Points {
  readonly statements = new Map<Statement, Counter>();
  readonly expressions = new Map<Expression, Counter>();
  readonly inner = new Map<Expression, Statement>();
  readonly functions: FunctionPoint[] = [];
  readonly branches = new Map<Expression, Branch>();

  add(statement: Statement): void {
    switch (statement.kind) {
      case "EmptyStatement":
      case "InvalidStatement":
      case "PrefixStatement":
      case "RuleStatement":
        return;
      case "FunctionStatement": {
        const { body, name, start, end } = statement;
        const counter = this.counter(body);
        const point = {
          name: name.text,
          start,
          end,
          get count() {
            return counter.count;
          },
        };
        this.functions.push(point);
        return this.addBody(body, statement);
      }
      default:
        this.statements.set(statement, { start: statement.start, end: statement.end, count: 0 });
        for (const body of bodiesOf(statement)) this.addBody(body, statement);
        for (const value of valuesOf(statement)) this.addParts(value, statement);
    }
  }

  /** DML that is run when somebody asks for it: it is a statement of its own. */
  private addBody(body: Expression, statement: Statement): void {
    if (body.kind !== "Block") this.addInner(body, statement);
    this.addParts(body, statement);
  }

  private addParts(root: Expression, statement: Statement): void {
    for (const node of nodesIn(root) as readonly Expression[]) {
      if (node.kind === "Block" && !isWhole(node, statement)) {
        for (const part of node.expressions) this.addInner(part, statement);
      }
      const branch = this.branchOf(node);
      if (branch !== undefined) this.branches.set(node, branch);
    }
  }

  private addInner(node: Expression, statement: Statement): void {
    this.counter(node);
    this.inner.set(node, statement);
  }

  private branchOf(node: Expression): Branch | undefined {
    switch (node.kind) {
      case "IfExpression": {
        const [all, yes] = [this.counter(node), this.counter(node.consequence)];
        const no = node.alternative && this.counter(node.alternative);
        const otherwise = (): number => no?.count ?? Math.max(0, all.count - yes.count);
        return branch(node, [
          { name: "then", count: () => yes.count },
          { name: "else", count: otherwise },
        ]);
      }
      case "WhileExpression":
      case "ForExpression":
      case "ForeachExpression": {
        const body = this.counter(node.body);
        return branch(node, [{ name: "body", count: () => body.count }]);
      }
      default:
        return undefined;
    }
  }

  private counter(node: Expression): Counter {
    const known = this.expressions.get(node);
    if (known !== undefined) return known;
    const made = { start: node.start, end: node.end, count: 0 };
    this.expressions.set(node, made);
    return made;
  }
}

function branch({ start, end }: Located, arms: readonly Arm[]): Branch {
  return { start, end, arms };
}

/** Whether a block is all that a statement evaluates, and has one expression: that is the statement once more. */
function isWhole({ expressions, start }: Block, statement: Statement): boolean {
  return expressions.length === 1 && valuesOf(statement).some((value) => value.start === start);
}

/** What is evaluated with the statement itself. */
function valuesOf(statement: Statement): readonly Expression[] {
  switch (statement.kind) {
    case "AssignStatement":
    case "VariableStatement":
      return [statement.value];
    case "IncludeStatement":
      return [statement.template];
    default:
      return [];
  }
}

/** What is evaluated when a value is validated. */
function bodiesOf(statement: Statement): readonly Expression[] {
  if (statement.kind === "ValidStatement") return [statement.body];
  if (statement.kind !== "TypeStatement" && statement.kind !== "BindStatement") return [];
  return nodesIn(statement).flatMap((node) =>
    node.kind === "FullType" && node.validation !== undefined ? [node.validation] : [],
  );
}
