/** What is wrong with a template that is to be documented. */

import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import { diagnostic } from "../../diagnostics/diagnostic.ts";
import type { Annotation } from "../../pan/syntax/ast.ts";
import { spanIn } from "../../text/span.ts";
import { annotationsBefore } from "./declarations.ts";
import type { DocSource } from "./doc-source.ts";
import { annotationWarnings } from "./documentation.ts";

export function problemsOf(from: DocSource): readonly Diagnostic[] {
  const { path, problems } = from.source;
  const attached = attachedAnnotations(from);
  return [
    // What the compiler warns of does not change what a template says.
    ...problems.filter(({ severity }) => severity === "error").map(asWarning),
    ...annotationWarnings(path, from.source.lexed.annotations),
    ...lostAnnotations(from, attached),
  ];
}

/** The compiler refuses an annotation that cannot be read; for us it is one that says nothing. */
function asWarning(problem: Diagnostic): Diagnostic {
  return problem.code === "invalid-annotation" ? { ...problem, severity: "warning" } : problem;
}

/** By where they begin. */
function attachedAnnotations(from: DocSource): ReadonlySet<number> {
  const { template, nodes } = from.source;
  const taken: readonly Annotation[] = [
    ...template.annotations,
    ...nodes("AssignStatement").flatMap(({ annotations }) => annotations),
    ...nodes("VariableStatement").flatMap(({ annotations }) => annotations),
    ...nodes("TypeStatement").flatMap(({ annotations }) => annotations),
    ...nodes("FunctionStatement").flatMap(({ annotations }) => annotations),
    ...nodes("Field").flatMap(({ annotations }) => annotations),
    ...nodes("BindStatement").flatMap((statement) => annotationsBefore(from, statement)),
  ];
  return new Set(taken.map(({ start }) => start));
}

/** Annotations with documentation that stand before nothing that is documented. */
function lostAnnotations(
  { source }: DocSource,
  attached: ReadonlySet<number>,
): readonly Diagnostic[] {
  if (!source.isWhole) return [];
  return source.lexed.annotations
    .filter((annotation) => !attached.has(annotation.start) && annotation.body.trim() !== "")
    .map((annotation) => diagnostic("annotation-lost", spanIn(source.path, annotation), {}));
}
