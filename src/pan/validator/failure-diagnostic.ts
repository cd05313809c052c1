/** Validation failures to diagnostics: at the statement that wrote the value, with the types it failed. */

import { type Diagnostic, diagnostic, type RelatedPlace } from "../../diagnostics/diagnostic.ts";
import { noSpan, type Span } from "../../text/span.ts";
import type { Evaluation, Type } from "../evaluator/evaluation.ts";
import { formatType } from "../schema/type.ts";
import { formatTerms } from "../tree/path.ts";
import type { Origin } from "../tree/provenance.ts";
import type { Term } from "../tree/term.ts";
import { describeFailure } from "./describe-failure.ts";
import type { Failure } from "./failure.ts";

export function diagnosticOf(
  ctx: Evaluation,
  bound: readonly Term[],
  type: Type,
  failure: Failure,
): Diagnostic {
  const terms = [...bound, ...failure.upward.toReversed()];
  // The type that refuses is shown; those around it are the way to it.
  const types = failure.types.map(({ name, place }, i) => ({
    span: place,
    message: `Type ${name} is declared here.`,
    ...(i === 0 ? {} : { role: "trace" as const }),
  }));
  const binding = {
    role: "trace" as const,
    span: type.place,
    message: `${formatTerms(bound)} is bound to ${formatType(type.type)} here.`,
  };
  const related = [...wayTo(ctx, terms), ...types, binding, objectTemplate(ctx)].filter(hasSpan);
  const span = faultyWrite(ctx, terms, failure)?.span ?? placeOf(ctx, terms, type);
  const found = describeFailure({ path: formatTerms(terms), span, related }, failure);
  return { ...found, refusedBy: refusing(type, failure) };
}

/** The validation that refuses the value, by its own place or its type's. */
function refusing(type: Type, { reason, types }: Failure): Span | undefined {
  if (reason.kind !== "refused" && reason.kind !== "crashed") return undefined;
  return types[0]?.place ?? type.place;
}

/** The write that made the value wrong: of a field that may not be there its own, of a whole the last one in it. */
function faultyWrite(
  ctx: Evaluation,
  terms: readonly Term[],
  { reason }: Failure,
): Origin | undefined {
  switch (reason.kind) {
    case "unexpected":
      return ctx.provenance.lastAssignment([...terms, ...reason.fields.slice(0, 1)]);
    case "refused":
    case "crashed":
      return ctx.provenance.lastAssignment(terms);
    default:
      return undefined;
  }
}

export function undefinedValue(ctx: Evaluation, terms: readonly Term[]): Diagnostic {
  const path = formatTerms(terms);
  const { span, via } = ctx.provenance.origin(terms) ?? {};
  if (span === undefined || via === undefined) {
    const related = [objectTemplate(ctx)].filter(hasSpan);
    return diagnostic("value-undefined", placeOf(ctx, terms, undefined), { path }, { related });
  }
  // A structure leaves to whoever uses it what it does not know.
  const left = { span, message: "The structure leaves it to whoever uses it." };
  return diagnostic(
    "value-undefined",
    via.span,
    { path },
    {
      related: [left, objectTemplate(ctx)].filter(hasSpan),
      help: `Assign ${path}, or give create() the value: '${terms.at(-1)}', VALUE.`,
    },
  );
}

/** The statement that wrote the value; where there is none the binding, or at least the object template. */
export function placeOf(ctx: Evaluation, terms: readonly Term[], type: Type | undefined): Span {
  return ctx.provenance.origin(terms)?.span ?? type?.place ?? objectTemplate(ctx).span ?? noSpan;
}

interface MaybePlace {
  readonly span: Span | undefined;
  readonly message: string;
  readonly role?: "trace";
}

function hasSpan(place: MaybePlace): place is RelatedPlace {
  return place.span !== undefined;
}

/** The statement that used the structure template in which the value was written. */
function wayTo(ctx: Evaluation, terms: readonly Term[]): readonly MaybePlace[] {
  const via = ctx.provenance.origin(terms)?.via;
  return via === undefined
    ? []
    : [{ span: via.span, message: "The structure is put into the configuration here." }];
}

function objectTemplate(ctx: Evaluation): MaybePlace {
  return {
    span: ctx.templates.get(ctx.objectName)?.nameSpan,
    message: `In object template ${ctx.objectName}.`,
    role: "trace",
  };
}
