/** The layout of statements. Each ends with its `;`. */

import { assertNever } from "../../base/assert-never.ts";
import { InvariantError } from "../../base/invariant.ts";
import type { Statement } from "../syntax/ast.ts";
import type { Doc } from "./doc.ts";
import { formatExpression, formatValue } from "./format-expression.ts";
import { formatRule } from "./format-rule.ts";
import { formatFullType } from "./format-type.ts";
import type { TokenSource } from "./token-source.ts";

/** The first line of a template. */
export function formatHeader(source: TokenSource): Doc {
  const parts: Doc[] = [source.itemLead(), source.take()];
  while (source.next !== ";") parts.push(" ", source.take());
  return [parts, source.take(";")];
}

/** A statement with what stands before it. */
export function formatStatement(source: TokenSource, node: Statement): Doc {
  return [source.itemLead(), formatBody(source, node), source.take(";")];
}

function formatBody(source: TokenSource, node: Statement): Doc {
  switch (node.kind) {
    case "IncludeStatement":
      return [source.take("include"), " ", formatExpression(source, node.template)];
    case "PrefixStatement":
      return [source.take("prefix"), " ", source.take()];
    case "AssignStatement":
    case "VariableStatement":
    case "FunctionStatement":
    case "ValidStatement": {
      const target = untilAssignment(source);
      const value = "value" in node ? node.value : node.body;
      return [target, formatValue(source, value)];
    }
    case "BindStatement":
    case "TypeStatement":
      return [untilAssignment(source), " ", formatFullType(source, node.type)];
    case "RuleStatement":
      return formatRule(source);
    case "EmptyStatement":
      return "";
    case "InvalidStatement":
      throw new InvariantError("A text with syntax errors has no layout.");
    default:
      return assertNever(node);
  }
}

/** Words, with the `=` or `?=` that follows them. */
function untilAssignment(source: TokenSource): Doc {
  const words: Doc[] = [];
  while (source.next !== "=" && source.next !== "?=") words.push(source.take(), " ");
  return [words, source.take()];
}
