/** Collects diagnostics about places in the model; whoever knows where these were written says so. */

import type { DiagnosticCode } from "../diagnostics/codes.ts";
import {
  type Diagnostic,
  type DiagnosticArguments,
  type DiagnosticExtras,
  diagnostic,
  hasErrors,
} from "../diagnostics/diagnostic.ts";
import type { Span } from "../text/span.ts";
import { formatPlace, type Place } from "./model/model.ts";

/** Where the value at a place was written: in a description, or in a skeleton. */
export type Locate = (place: Place) => Span;

/** A report on a place; the argument `path`, which every such code has, is the place's own path. */
export type Report = <Code extends DiagnosticCode>(
  code: Code,
  place: Place,
  args: Omit<DiagnosticArguments<Code>, "path">,
  extras?: PlaceExtras,
) => void;

export interface PlaceExtras {
  readonly help?: string | undefined;
  readonly related?: readonly { readonly place: Place; readonly message: string }[];
}

export interface Reporter {
  readonly report: Report;
  readonly diagnostics: readonly Diagnostic[];
  /** Whether an error has been reported. */
  readonly failed: () => boolean;
}

export function createReporter(locate: Locate): Reporter {
  const diagnostics: Diagnostic[] = [];
  return {
    diagnostics,
    failed: () => hasErrors(diagnostics),
    report(code, place, args, extras = {}) {
      // The type cannot say that adding `path` to what lacks it is the whole.
      const all = { ...args, path: formatPlace(place) } as unknown as DiagnosticArguments<
        typeof code
      >;
      diagnostics.push(diagnostic(code, locate(place), all, located(extras, locate)));
    },
  };
}

function located(extras: PlaceExtras, locate: Locate): DiagnosticExtras {
  const related = extras.related?.map(({ place, message }) => ({ span: locate(place), message }));
  return { help: extras.help, ...(related === undefined ? {} : { related }) };
}
