/** `first` and `next`: the older way to iterate; each gives the key and value of one child and whether there was one. */

import type { CallExpression } from "../../syntax/ast.ts";
import { type Entry, iterate, type ResourceIterator } from "../../tree/iterate.ts";
import { UNDEF } from "../../tree/transient.ts";
import { isResource, type Resource } from "../../tree/value.ts";
import { type Compiled, flagsOf } from "../code.ts";
import { compileTarget } from "../compile-variable.ts";
import type { Evaluation } from "../evaluation.ts";
import type { Target } from "../reference.ts";
import type { BodyScope } from "../scope.ts";
import { fail } from "../site.ts";
import type { SpecialForm } from "../special-form.ts";
import { describe } from "../value-text.ts";

export function steppingForm(name: "first" | "next", summary: string): SpecialForm {
  return {
    name,
    signature: `${name}(resource: resource, key: reference, value: reference) -> boolean`,
    summary,
    minArguments: 3,
    maxArguments: 3,
    compile: (scope, node, args) => compileStepping(scope, node, args, name),
  };
}

function compileStepping(
  scope: BodyScope,
  node: CallExpression,
  args: readonly Compiled[],
  name: "first" | "next",
): Compiled {
  const resource = args[0] as Compiled;
  const keyTarget = targetOf(scope, node, args, 1, name);
  const valueTarget = targetOf(scope, node, args, 2, name);
  const span = scope.span(node);
  return {
    ...flagsOf([resource, ...(args.slice(1) as Compiled[])]),
    needsProfile: resource.needsProfile,
    constant: undefined,
    run(ctx) {
      const over = resource.run(ctx);
      if (!isResource(over))
        return fail(ctx, span, "foreach-needs-resource", { given: describe(over) });
      if (name === "first") {
        keyTarget?.assign(ctx, UNDEF);
        valueTarget?.assign(ctx, UNDEF);
      }
      const iterator = name === "first" ? begin(ctx, over) : ctx.iterators?.get(over);
      if (iterator === undefined) return fail(ctx, span, "next-without-first", {});
      if (!iterator.hasNext()) return false;
      const entry: Entry | undefined = iterator.next();
      if (entry === undefined) return fail(ctx, span, "changed-while-iterating", {});
      keyTarget?.assign(ctx, entry.key);
      if (name === "next") valueTarget?.assign(ctx, UNDEF);
      valueTarget?.assign(ctx, entry.value);
      return true;
    },
  };
}

function begin(ctx: Evaluation, over: Resource): ResourceIterator {
  const iterator = iterate(over);
  ctx.iterators ??= new Map();
  ctx.iterators.set(over, iterator);
  return iterator;
}

function targetOf(
  scope: BodyScope,
  node: CallExpression,
  args: readonly Compiled[],
  index: number,
  name: string,
): Target | undefined {
  const argument = node.args[index];
  if (argument?.kind === "VariableReference") return compileTarget(scope, argument);
  if (args[index]?.constant === UNDEF) return undefined;
  const position = index === 1 ? "second" : "third";
  return scope.refuse(argument ?? node, "variable-reference-needed", { function: name, position });
}
