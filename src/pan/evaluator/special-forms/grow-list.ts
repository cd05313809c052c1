/** `append` and `prepend`: add a value to a list variable, to `SELF`, or to a copy of a list. */

import type { CallExpression, VariableReference } from "../../syntax/ast.ts";
import { List } from "../../tree/list.ts";
import { writable } from "../../tree/resource.ts";
import { NULL } from "../../tree/transient.ts";
import type { Value } from "../../tree/value.ts";
import { type Compiled, flagsOf } from "../code.ts";
import { compileListVariable } from "../compile-variable.ts";
import type { BodyScope } from "../scope.ts";
import { fail } from "../site.ts";
import type { SpecialForm } from "../special-form.ts";
import { describe } from "../value-text.ts";

export function growingForm(name: "append" | "prepend", summary: string): SpecialForm {
  return {
    name,
    signature: `${name}(list?: list, value: element) -> list`,
    summary,
    minArguments: 1,
    maxArguments: 2,
    compile: (scope, node, args) => compileGrowing(scope, node, args, name),
  };
}

function compileGrowing(
  scope: BodyScope,
  node: CallExpression,
  args: readonly Compiled[],
  name: "append" | "prepend",
): Compiled {
  const valueNode = node.args.at(-1) ?? node;
  const value = args.at(-1) as Compiled;
  if (value.constant === NULL) return scope.refuse(valueNode, "null-in-list", { function: name });
  const list = listOf(scope, node, args, name);
  const span = scope.span(node);
  const valueSpan = scope.span(valueNode);
  return {
    ...flagsOf([list, value]),
    constant: undefined,
    run(ctx) {
      const found = list.run(ctx);
      const added: Value = value.run(ctx);
      if (added === NULL) return fail(ctx, valueSpan, "null-in-list", { function: name });
      if (!(found instanceof List))
        return fail(ctx, span, "not-a-list", {
          what: `the list of ${name}()`,
          given: describe(found),
        });
      const grown = writable(found);
      if (name === "append") grown.append(added);
      else grown.prepend(added);
      ctx.recorder?.grew(name, found, grown, added, span);
      return grown;
    },
  };
}

function listOf(
  scope: BodyScope,
  node: CallExpression,
  args: readonly Compiled[],
  name: string,
): Compiled {
  const first = node.args[0];
  if (node.args.length === 1) return compileListVariable(scope, selfReference(node));
  if (first?.kind === "VariableReference") return compileListVariable(scope, first);
  const given = args[0] as Compiled;
  if (given.constant !== undefined) {
    return scope.refuse(first ?? node, "not-a-list", {
      what: `the list of ${name}()`,
      given: describe(given.constant),
    });
  }
  return given;
}

function selfReference(node: CallExpression): VariableReference {
  const { start, end } = node;
  return { kind: "VariableReference", start, end, name: { text: "SELF", start, end }, indexes: [] };
}
