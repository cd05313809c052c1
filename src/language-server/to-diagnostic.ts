/** Diagnostics in the words of the protocol. */

import {
  type Diagnostic as ClientDiagnostic,
  DiagnosticSeverity,
  DiagnosticTag,
} from "vscode-languageserver";
import type { Severity } from "../diagnostics/definition.ts";
import type { Diagnostic, RelatedPlace } from "../diagnostics/diagnostic.ts";
import { guessedName } from "../editor/document/guessed-name.ts";
import type { EditorFile } from "../editor/files/editor-file.ts";
import { locationOf, rangeIn, type Session } from "./session.ts";

const severities: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  info: DiagnosticSeverity.Information,
};

/** Codes of what nobody needs; editors show it faded. */
const unnecessary: ReadonlySet<string> = new Set(["VP001", "VP017", "VP018", "VP019", "VP023"]);
const mostRelated = 12;

export function toDiagnostic(
  session: Pick<Session, "workspace">,
  file: Pick<EditorFile, "lines" | "text">,
  found: Diagnostic,
): ClientDiagnostic {
  const { code, severity, message, help, span, related } = found;
  const tags = unnecessary.has(code) ? { tags: [DiagnosticTag.Unnecessary] } : {};
  return {
    // Of a whole statement the misspelt name is enough.
    range: rangeIn(file, guessedName(found, file.text) ?? span),
    severity: severities[severity],
    code,
    source: "vmcs",
    message: help === undefined ? message : `${message}\n${help}`,
    relatedInformation: related.slice(0, mostRelated).flatMap((place) => relatedTo(session, place)),
    ...tags,
  };
}

function relatedTo(session: Pick<Session, "workspace">, { span, message }: RelatedPlace) {
  const location = locationOf(session, span);
  return location === undefined ? [] : [{ location, message }];
}
