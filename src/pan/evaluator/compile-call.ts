/** Calls: special forms, built-in functions, and functions that templates declare. */

import { closestName } from "../../text/did-you-mean.ts";
import type { Span } from "../../text/span.ts";
import type { CallExpression } from "../syntax/ast.ts";
import { unwrapBlock } from "../syntax/unwrap.ts";
import { List } from "../tree/list.ts";
import { NULL, UNDEF } from "../tree/transient.ts";
import type { Value } from "../tree/value.ts";
import { automaticVariables } from "./automatic-variables.ts";
import { type Builtin, CallSite } from "./builtin.ts";
import { builtins } from "./builtins/registry.ts";
import { type Code, type Compiled, constantCode, flagsOf } from "./code.ts";
import { readerContext } from "./constant.ts";
import type { Evaluation } from "./evaluation.ts";
import { needingProfile } from "./needs-profile.ts";
import type { BodyScope } from "./scope.ts";
import { derivedCode } from "./sharing/derived.ts";
import { fail, inReader } from "./site.ts";
import type { SpecialForm } from "./special-form.ts";
import { specialForms } from "./special-forms/registry.ts";

const debugging: readonly string[] = ["debug", "traceback"];

export function compileCall(scope: BodyScope, written: CallExpression): Compiled {
  const node = { ...written, args: written.args.map(unwrapBlock) };
  const args = node.args.map((arg) => scope.compileValue(arg));
  const name = node.name.text;
  if (automaticVariables.includes(name))
    return scope.refuse(node, "automatic-variable-called", { name });
  const form = specialForms.get(name);
  if (form !== undefined) {
    checkCount(scope, node, form);
    return compileSpecialForm(scope, node, form, args);
  }
  const builtin = builtins.get(name);
  return builtin === undefined
    ? compileUserCall(scope, node, args)
    : compileBuiltin(scope, node, builtin, args);
}

function compileSpecialForm(
  scope: BodyScope,
  node: CallExpression,
  form: SpecialForm,
  args: readonly Compiled[],
): Compiled {
  const compiled = form.compile(scope, node, args);
  if (form.needsProfile !== true) return compiled;
  const run = needingProfile(scope.span(node), `${form.name}()`, compiled.run);
  return { ...compiled, needsProfile: true, run };
}

function compileBuiltin(
  scope: BodyScope,
  node: CallExpression,
  builtin: Builtin,
  args: readonly Compiled[],
): Compiled {
  checkCount(scope, node, builtin);
  const site = new CallSite(scope.template.file, node, builtin);
  const constants = args.map((arg) => arg.constant);
  inReader("syntax", () => builtin.checkConstants?.(constants, site));
  if (debugging.includes(builtin.name) && !scope.template.debugEnabled) return constantCode(UNDEF);
  if (builtin.folds === true && constants.every((constant) => constant !== undefined)) {
    return constantCode(inReader("syntax", () => builtin.call(readerContext(), constants, site)));
  }
  const flags = flagsOf(args);
  const called = callCode(
    builtin,
    site,
    args.map((arg) => arg.run),
  );
  const plain =
    builtin.isTest === true
      ? derivedCode(args, called, (ctx, values) => builtin.call(ctx, values, site))
      : called;
  return {
    usesSelf: flags.usesSelf,
    leaves: flags.leaves || builtin.neverReturns === true,
    needsProfile:
      builtin.readTimeValue === undefined && (flags.needsProfile || builtin.needsProfile === true),
    constant: undefined,
    run: readTimeCode(builtin, scope.span(node), plain) ?? plain,
  };
}

/** The code of a call that does something else while a template is read. */
function readTimeCode(
  { name, needsProfile, readTimeValue }: Builtin,
  span: Span,
  plain: Code,
): Code | undefined {
  if (readTimeValue !== undefined) return (ctx) => (ctx.compileTime ? readTimeValue : plain(ctx));
  return needsProfile === true ? needingProfile(span, `${name}()`, plain) : undefined;
}

/** The common numbers of arguments have closures of their own: no loop, no allocation but the arguments'. */
function callCode({ call }: Builtin, site: CallSite, codes: readonly Code[]): Code {
  const [first, second] = codes;
  if (first === undefined) return (ctx) => call(ctx, [], site);
  if (second === undefined) return (ctx) => call(ctx, [first(ctx)], site);
  if (codes.length === 2) return (ctx) => call(ctx, [first(ctx), second(ctx)], site);
  return (ctx) =>
    call(
      ctx,
      codes.map((code) => code(ctx)),
      site,
    );
}

function compileUserCall(
  scope: BodyScope,
  node: CallExpression,
  args: readonly Compiled[],
): Compiled {
  const name = node.name.text;
  const span = scope.span(node);
  const codes = args.map((arg) => arg.run);
  const count = BigInt(codes.length);
  return {
    ...flagsOf(args),
    needsProfile: true,
    constant: undefined,
    run(ctx) {
      const definition = ctx.functionNamed(name);
      if (definition === undefined) return failUndefinedFunction(ctx, scope, node);
      const values: Value[] = [];
      for (const [i, code] of codes.entries()) putArgument(values, i, code(ctx));
      ctx.counters.calls++;
      // `ARGC` is the number of values kept, which is less than given when the last ones are null.
      const argc = values.length === codes.length ? count : BigInt(values.length);
      return ctx.runFunction(name, definition, new List(values), argc, span);
    },
  };
}

/** Arguments are put into a list, so a null leaves a gap or, at the end, nothing. */
function putArgument(values: Value[], index: number, value: Value): void {
  if (value === NULL) return;
  while (values.length < index) values.push(UNDEF);
  values.push(value);
}

function failUndefinedFunction(ctx: Evaluation, scope: BodyScope, node: CallExpression): never {
  const name = node.name.text;
  const known = [...ctx.functions.keys(), ...builtins.keys(), ...specialForms.keys()];
  const guess = ctx.compileTime ? undefined : closestName(name, known);
  const help =
    ctx.declarerHelp("function", name) ??
    (guess === undefined ? undefined : `Did you mean ${guess}()?`);
  return fail(ctx, scope.span(node.name), "function-undefined", { name }, { help });
}

function checkCount(
  scope: BodyScope,
  node: CallExpression,
  {
    name,
    signature,
    minArguments,
    maxArguments,
  }: Pick<Builtin, "name" | "signature" | "minArguments" | "maxArguments">,
): void {
  const given = node.args.length;
  if (given >= minArguments && given <= maxArguments) return;
  scope.refuse(node, "wrong-argument-count", {
    function: name,
    wanted: countText(minArguments, maxArguments),
    given: given === 1 ? "1 is" : `${given} are`,
    signature,
  });
}

function countText(min: number, max: number): string {
  const noun = (n: number): string => (n === 1 ? "argument" : "arguments");
  if (min === max) return `${min} ${noun(min)}`;
  if (max === Number.POSITIVE_INFINITY) return `at least ${min} ${noun(min)}`;
  return max === min + 1 ? `${min} or ${max} arguments` : `${min} to ${max} arguments`;
}
