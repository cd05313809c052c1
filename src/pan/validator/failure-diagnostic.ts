/** Validation failures to diagnostics: at the statement that wrote the value, with the types it failed. */

import { assertNever } from "../../base/assert-never.ts";
import { type Diagnostic, diagnostic, type RelatedPlace } from "../../diagnostics/diagnostic.ts";
import { closestName } from "../../text/did-you-mean.ts";
import { noSpan, type Span } from "../../text/span.ts";
import { describe } from "../evaluator/builtin.ts";
import type { Evaluation, Type } from "../evaluator/evaluation.ts";
import { valueText } from "../java/value-text.ts";
import { formatType } from "../schema/type.ts";
import { formatTerms } from "../tree/path.ts";
import type { Term } from "../tree/term.ts";
import { isResource, type Value } from "../tree/value.ts";
import type { Failure } from "./failure.ts";

export function diagnosticOf(
  ctx: Evaluation,
  bound: readonly Term[],
  type: Type,
  failure: Failure,
): Diagnostic {
  const terms = [...bound, ...failure.upward.toReversed()];
  const span = placeOf(ctx, terms, type);
  const related = relatedPlaces(ctx, bound, type, failure);
  return describeFailure(ctx, formatTerms(terms), span, failure, related);
}

export function undefinedValue(ctx: Evaluation, terms: readonly Term[]): Diagnostic {
  return diagnostic("value-undefined", placeOf(ctx, terms, undefined), {
    path: formatTerms(terms),
  });
}

/** The statement that wrote the value, or where there is none the binding. */
export function placeOf(ctx: Evaluation, terms: readonly Term[], type: Type | undefined): Span {
  return originOf(ctx, terms) ?? bindingPlace(ctx, type);
}

function originOf(ctx: Evaluation, terms: readonly Term[]): Span | undefined {
  return ctx.provenance.origin(terms)?.span;
}

/** Where there is no value to point at: the binding, or at least the object template. */
function bindingPlace(ctx: Evaluation, type: Type | undefined): Span {
  return type?.place ?? ctx.templates.get(ctx.objectName)?.nameSpan ?? noSpan;
}

function relatedPlaces(
  ctx: Evaluation,
  bound: readonly Term[],
  type: Type,
  failure: Failure,
): readonly RelatedPlace[] {
  const places: RelatedPlace[] = failure.types.map(({ name, place }) => ({
    span: place,
    message: `Type ${name} is declared here.`,
  }));
  const object = ctx.templates.get(ctx.objectName);
  if (type.place !== undefined) {
    places.push({
      span: type.place,
      message: `${formatTerms(bound)} is bound to ${formatType(type.type)} here.`,
    });
  }
  if (object !== undefined)
    places.push({ span: object.nameSpan, message: `In object template ${object.name}.` });
  return places;
}

function describeFailure(
  ctx: Evaluation,
  path: string,
  span: Span,
  { reason, value }: Failure,
  related: readonly RelatedPlace[],
): Diagnostic {
  switch (reason.kind) {
    case "missing":
      return reason.field === undefined
        ? diagnostic("value-missing", span, { path }, { related })
        : diagnostic("field-missing", span, { path, field: reason.field }, { related });
    case "unexpected":
      return diagnostic(
        "field-unexpected",
        span,
        { path, fields: reason.fields.map((field) => `'${field}'`).join(", ") },
        {
          related,
          help: unexpectedHelp(reason.fields, reason.known),
        },
      );
    case "wrong-type":
      return diagnostic(
        "wrong-type",
        span,
        { path, wanted: reason.wanted, given: show(value) },
        { related },
      );
    case "not-countable":
      return diagnostic(
        "range-without-size",
        span,
        { path, range: reason.range, given: show(value) },
        { related },
      );
    case "out-of-range":
      return reason.size === undefined
        ? diagnostic(
            "value-out-of-range",
            span,
            { path, range: reason.range, given: show(value) },
            { related },
          )
        : diagnostic(
            "size-out-of-range",
            span,
            { path, range: reason.range, size: reason.size, given: show(value) },
            { related },
          );
    case "not-a-choice":
      return diagnostic(
        "not-a-choice",
        span,
        {
          path,
          given: show(value),
          choices: reason.choices.map((choice) => `'${choice}'`).join(", "),
        },
        {
          related,
          help: choiceHelp(value, reason.choices),
        },
      );
    case "refused":
      return diagnostic("validation-refused", span, { path, given: show(value) }, { related });
    case "crashed":
      return diagnostic(
        "validation-failed",
        span,
        { path, given: show(value), cause: reason.cause.message },
        {
          related: [
            { span: reason.cause.span, message: reason.cause.message },
            ...reason.cause.related,
            ...related,
          ],
          help: reason.cause.help,
        },
      );
    case "not-boolean":
      return diagnostic("validation-not-boolean", span, { path, given: reason.given }, { related });
    case "broken-link":
      return diagnostic(
        "link-broken",
        span,
        { path, link: show(value), why: reason.why },
        { related },
      );
    case "linked": {
      const cause = describeFailure(ctx, reason.path, span, reason.cause, []);
      return diagnostic(
        "link-to-wrong-type",
        span,
        { path, link: reason.path, cause: cause.message },
        { related },
      );
    }
    default:
      return assertNever(reason);
  }
}

function unexpectedHelp(fields: readonly string[], known: readonly string[]): string | undefined {
  const guess = closestName(fields[0] ?? "", known);
  if (guess !== undefined) return `Did you mean '${guess}'?`;
  return known.length > 0 && known.length <= 12
    ? `The type has ${known.map((name) => `'${name}'`).join(", ")}.`
    : undefined;
}

function choiceHelp(value: Value | undefined, choices: readonly string[]): string | undefined {
  const guess = typeof value === "string" ? closestName(value, choices) : undefined;
  return guess === undefined ? undefined : `Did you mean '${guess}'?`;
}

/** A property as it is written, shortened; of a resource only its kind and size: never a dump of the tree. */
function show(value: Value | undefined): string {
  if (value === undefined) return "nothing";
  if (isResource(value)) return `${describe(value)} of ${value.size}`;
  if (typeof value === "string") return `'${value.length > 60 ? `${value.slice(0, 57)}…` : value}'`;
  return typeof value === "object" ? describe(value) : valueText(value);
}
