/**
 * Workflow commands of GitHub Actions: each diagnostic is shown at its line of a pull request.
 *
 *     ::error file=site/vm.pan,line=3,endLine=3,col=19,endColumn=25,title=variable-undefined::The variable …%0A…
 */

import { printable } from "../../text/display-width.ts";
import type { Severity } from "../definition.ts";
import type { Diagnostic, RelatedPlace } from "../diagnostic.ts";
import { placeNamer } from "../place-name.ts";
import { rangeOf, type SourceText, sourceTexts } from "../source-text.ts";
import type { RenderReport, ReportContext } from "./report.ts";

const commandOf = {
  error: "error",
  warning: "warning",
  info: "notice",
} as const satisfies Record<Severity, string>;

export const renderGithub: RenderReport = (diagnostics, context) => {
  const textOf = sourceTexts(context.sources);
  const nameOf = placeNamer(textOf, context.repositoryPath);
  return diagnostics
    .map((diagnostic) => {
      const properties = propertiesOf(diagnostic, textOf, context)
        .map(([name, value]) => `${name}=${escapeProperty(String(value))}`)
        .join(",");
      const body = escapeData(bodyOf(diagnostic, ({ span }) => nameOf(span)));
      return `::${commandOf[diagnostic.severity]} ${properties}::${body}\n`;
    })
    .join("");
};

function propertiesOf(
  { code, span }: Diagnostic,
  textOf: (file: string) => SourceText | undefined,
  { repositoryPath }: ReportContext,
): readonly (readonly [string, string | number])[] {
  const title = ["title", code] as const;
  if (span.file === "") return [title];
  const file = ["file", printable(repositoryPath(span.file))] as const;
  const source = textOf(span.file);
  if (source === undefined) return [file, title];
  const { start, end } = rangeOf(source, span);
  const lines = [["line", start.line] as const, ["endLine", end.line] as const];
  // Columns of a place of several lines are refused.
  if (end.line > start.line) return [file, ...lines, title];
  return [file, ...lines, ["col", start.column], ["endColumn", end.column], title];
}

/** The message, the places that explain it, the help: an annotation has nothing but text. */
function bodyOf(
  { message, related, help, fixes }: Diagnostic,
  nameOf: (place: RelatedPlace) => string,
): string {
  const notes = related
    .filter(({ role }) => role !== "trace")
    .map((place) =>
      [...(place.span.file === "" ? [] : [nameOf(place)]), place.message]
        .filter(Boolean)
        .join(": "),
    )
    .map((note) => `note: ${note}`);
  const helps = [...(help === undefined ? [] : [help]), ...fixes.map(({ title }) => title)];
  return printable([message, ...notes, ...helps.map((text) => `help: ${text}`)].join("\n"));
}

/** Only a line end would end a command; the sign that escapes it is escaped as well. */
function escapeData(text: string): string {
  return text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}
