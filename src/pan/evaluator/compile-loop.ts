/** Loops. `while` and `for` stop at the iteration limit; `foreach` ends with its resource. */

import type { Located } from "../../text/span.ts";
import type { ForExpression, ForeachExpression, WhileExpression } from "../syntax/ast.ts";
import { iterate } from "../tree/iterate.ts";
import { UNDEF } from "../tree/transient.ts";
import { isResource, type Value } from "../tree/value.ts";
import { type Code, type Compiled, constantCode, flagsOf } from "./code.ts";
import { compileTarget } from "./compile-variable.ts";
import type { Evaluation } from "./evaluation.ts";
import type { BodyScope } from "./scope.ts";
import { fail } from "./site.ts";
import { describe } from "./value-text.ts";

export function compileWhile(scope: BodyScope, node: WhileExpression): Compiled {
  const condition = scope.compile(node.condition);
  const body = scope.compile(node.body);
  if (condition.constant !== undefined && typeof condition.constant !== "boolean") {
    return scope.refuse(node.condition, "condition-not-boolean", {
      given: describe(condition.constant),
    });
  }
  if (condition.constant === false) return constantCode(UNDEF);
  const repeat = loop(scope, node, node.condition, condition, body, undefined);
  return {
    ...flagsOf([condition, body]),
    needsProfile: condition.needsProfile,
    constant: undefined,
    run: (ctx) => repeat(ctx, UNDEF),
  };
}

export function compileFor(scope: BodyScope, node: ForExpression): Compiled {
  const initialization = scope.compile(node.initialization);
  const condition = scope.compile(node.condition);
  const increment = scope.compile(node.increment);
  const body = scope.compile(node.body);
  const repeat = loop(scope, node, node.condition, condition, body, increment.run);
  const begin = initialization.run;
  return {
    ...flagsOf([initialization, condition, increment, body]),
    needsProfile: initialization.needsProfile || condition.needsProfile,
    constant: undefined,
    run: (ctx) => repeat(ctx, begin(ctx)),
  };
}

/** The common part: the value is the body's last one, or `result` if the body never ran. */
function loop(
  scope: BodyScope,
  node: Located,
  conditionNode: Located,
  condition: Compiled,
  body: Compiled,
  increment: Code | undefined,
): (ctx: Evaluation, result: Value) => Value {
  const span = scope.span(node);
  const conditionSpan = scope.span(conditionNode);
  const test = condition.run;
  const run = body.run;
  return (ctx, initial) => {
    let result = initial;
    const limit = ctx.options.maxIteration;
    for (let count = 1; ; count++) {
      const holds = test(ctx);
      if (holds === false) return result;
      if (holds !== true)
        fail(ctx, conditionSpan, "condition-not-boolean", { given: describe(holds) });
      if (count > limit) fail(ctx, span, "too-many-iterations", { limit });
      ctx.counters.iterations++;
      result = run(ctx);
      increment?.(ctx);
    }
  };
}

export function compileForeach(scope: BodyScope, node: ForeachExpression): Compiled {
  const setKey = compileTarget(scope, node.key);
  const setValue = compileTarget(scope, node.value);
  const resource = scope.compile(node.resource);
  const body = scope.compile(node.body);
  const span = scope.span(node.resource);
  const run = body.run;
  return {
    ...flagsOf([resource, body, setKey, setValue]),
    needsProfile: resource.needsProfile,
    constant: undefined,
    run(ctx) {
      const over = resource.run(ctx);
      if (!isResource(over))
        return fail(ctx, span, "foreach-needs-resource", { given: describe(over) });
      setKey.assign(ctx, UNDEF);
      setValue.assign(ctx, UNDEF);
      let result: Value = UNDEF;
      const iterator = iterate(over);
      const limit = over.size + ctx.options.maxIteration;
      for (let count = 1; iterator.hasNext(); count++) {
        const entry = iterator.next();
        if (entry === undefined) return fail(ctx, span, "changed-while-iterating", {});
        // Only a list that its own body makes longer gets here: it would never end.
        if (count > limit) return fail(ctx, span, "too-many-iterations", { limit });
        ctx.counters.iterations++;
        setKey.assign(ctx, entry.key);
        setValue.assign(ctx, UNDEF);
        setValue.assign(ctx, entry.value);
        result = run(ctx);
      }
      return result;
    },
  };
}
