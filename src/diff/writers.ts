/** Who wrote the values of a side, as people are told of it: with the labels of its files. */

import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { Origin } from "../pan/tree/provenance.ts";
import type { Term } from "../pan/tree/term.ts";
import type { Span } from "../text/span.ts";
import type { Change } from "./change.ts";
import type { RuleStep, Writer } from "./machine-diff.ts";
import type { CompletedProfile } from "./rule-completion.ts";
import type { SourceSide } from "./source-side.ts";

export function writerOf(
  { given, because }: CompletedProfile,
  terms: readonly Term[],
  side: SourceSide,
): Writer | undefined {
  const steps = because(terms);
  if (steps !== undefined) return ruleWriter(steps, side);
  return writer(given.provenance.origin(terms), side);
}

/** Rules that have taken a value away; of statements, what is not there has no writer. */
export function remover(
  { because }: CompletedProfile,
  { steps }: Change,
  side: SourceSide,
): Writer | undefined {
  const terms = steps.filter((step): step is Term => typeof step !== "object");
  const reasons = terms.length < steps.length ? undefined : because(terms);
  return reasons === undefined ? undefined : ruleWriter(reasons, side);
}

function ruleWriter(steps: readonly RuleStep[], side: SourceSide): Writer {
  const because = steps.map(({ text, span }) => ({ text, span: labelled(span, side) }));
  return { kind: "rule", span: because.at(-1)?.span, via: undefined, because };
}

function writer(origin: Origin | undefined, side: SourceSide): Writer | undefined {
  if (origin === undefined) return undefined;
  const { kind, span, via } = origin;
  return { kind, span: labelled(span, side), via: labelled(via?.span, side), because: [] };
}

function labelled(span: Span | undefined, { input }: SourceSide): Span | undefined {
  if (span === undefined || span.file === "") return span;
  return { ...span, file: input.label(span.file) };
}

export function errorsOf(
  side: SourceSide,
  diagnostics: readonly Diagnostic[],
): readonly Diagnostic[] {
  return diagnostics
    .filter(({ severity }) => severity === "error")
    .map((found) => ({
      ...found,
      span: labelled(found.span, side) as Span,
      related: found.related.map((place) => ({
        ...place,
        span: labelled(place.span, side) as Span,
      })),
    }));
}
