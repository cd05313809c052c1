/** What to say of each way in which a value can fail its type. */

import { type Diagnostic, diagnostic, type RelatedPlace } from "../../diagnostics/diagnostic.ts";
import { didYouMean } from "../../text/did-you-mean.ts";
import type { Span } from "../../text/span.ts";
import { conversionHelp } from "../evaluator/conversion-help.ts";
import { describe, valueText } from "../evaluator/value-text.ts";
import { isResource, type Value } from "../tree/value.ts";
import type { Failure, Reason } from "./failure.ts";

/** The place of a failing value, as its path and as the statement to point at. */
export interface FailurePlace {
  readonly path: string;
  readonly span: Span;
  readonly related: readonly RelatedPlace[];
}

export function describeFailure(place: FailurePlace, { reason, value }: Failure): Diagnostic {
  // The table has a function for each kind; that this one takes a reason of that kind is beyond the type checker.
  const describer = describers[reason.kind] as Describer<Reason>;
  return describer(place, reason, value);
}

type Describer<R extends Reason> = (place: FailurePlace, reason: R, value: Value) => Diagnostic;

const describers: {
  readonly [K in Reason["kind"]]: Describer<Extract<Reason, { readonly kind: K }>>;
} = {
  missing: ({ path, span, related }, { field }) =>
    field === undefined
      ? diagnostic("value-missing", span, { path }, { related })
      : diagnostic("field-missing", span, { path, field }, { related }),
  unexpected: ({ path, span, related }, { fields, known }) =>
    diagnostic(
      "field-unexpected",
      span,
      {
        path,
        what: fields.length === 1 ? "a field" : "fields",
        fields: quoted(fields),
      },
      { related, help: fieldHelp(fields, known) },
    ),
  "wrong-type": ({ path, span, related }, { wanted, fields }, value) =>
    diagnostic(
      "wrong-type",
      span,
      { path, wanted, given: show(value) },
      { related, help: fieldsOfType(fields) ?? conversionHelp(wanted, value) },
    ),
  "not-countable": ({ path, span, related }, { range }, value) =>
    diagnostic("range-without-size", span, { path, range, given: show(value) }, { related }),
  "out-of-range": ({ path, span, related }, { range, size }, value) => {
    const problem = outside(range, value);
    const args = { path, problem, given: show(value) };
    if (size !== undefined) {
      return diagnostic("size-out-of-range", span, { ...args, size }, { related });
    }
    const help = problem.startsWith("outside") ? undefined : "Change it, or the range of its type.";
    return diagnostic("value-out-of-range", span, args, { related, help });
  },
  "not-a-choice": ({ path, span, related }, { choices }, value) =>
    diagnostic(
      "not-a-choice",
      span,
      { path, given: show(value), choices: quoted(choices) },
      { related, help: typeof value === "string" ? didYouMean(value, choices) : undefined },
    ),
  refused: ({ path, span, related }, _reason, value) =>
    diagnostic("validation-refused", span, { path, given: show(value) }, { related }),
  crashed: ({ path, span, related }, { cause }) => {
    const isRefusal = cause.code === "user-error";
    const place = isRefusal ? "It is refused here." : cause.message;
    return diagnostic(
      isRefusal ? "validation-failed" : "validation-broken",
      span,
      { path, cause: sentence(cause.message) },
      {
        related: [{ span: cause.span, message: place }, ...cause.related, ...related],
        help: cause.help,
      },
    );
  },
  "not-boolean": ({ path, span, related }, { given }) =>
    diagnostic("validation-not-boolean", span, { path, given }, { related }),
  "broken-link": ({ path, span, related }, { why }, value) =>
    diagnostic("link-broken", span, { path, link: show(value), why }, { related }),
  linked: ({ path, span, related }, { path: link, cause }) => {
    const below = cause.upward.toReversed().map((term) => `/${term}`);
    const inner = describeFailure({ path: link + below.join(""), span, related: [] }, cause);
    return diagnostic(
      "link-to-wrong-type",
      span,
      { path, link, cause: inner.message },
      { related },
    );
  },
};

function fieldHelp(fields: readonly string[], known: readonly string[]): string | undefined {
  return didYouMean(fields[0] ?? "", known) ?? fieldsOfType(known);
}

/** As many as fit into two lines. */
const longestList = 150;

function fieldsOfType(known: readonly string[] = []): string | undefined {
  if (known.length === 0) return undefined;
  let count = known.length;
  while (count > 1 && quoted(known.slice(0, count)).length > longestList) count--;
  const rest = known.length - count;
  return `The type has ${quoted(known.slice(0, count))}${rest > 0 ? ` and ${rest} more` : ""}.`;
}

/** Authors of `error()` end a reason with a full stop, or do not. */
function sentence(text: string): string {
  return /[.!?…]$/.test(text) ? text : `${text}.`;
}

/** The rest of a sentence about a value; a range is told in words where it is open, or a single number. */
function outside(range: string, value: Value): string {
  const [from = "", to = ""] = range.split("..");
  if (from === to) return `which must be ${from}`;
  if (to !== "") return `outside of the range ${range}`;
  // An open range ends at the largest long, also for doubles.
  return typeof value === "number" && value > Number(from)
    ? `outside of the range ${from}..${2n ** 63n - 1n}`
    : `which must be at least ${from}`;
}

function quoted(names: readonly string[]): string {
  return names.map((name) => `'${name}'`).join(", ");
}

/** A property as it is written, shortened; of a resource only its kind and size: never a dump of the tree. */
function show(value: Value): string {
  if (isResource(value)) return `${describe(value)} of ${value.size}`;
  if (typeof value === "string") return `'${value.length > 60 ? `${value.slice(0, 57)}…` : value}'`;
  return valueText(value);
}
