/**
 * Diagnostics for people: what is wrong, where, the source with marks, what to do.
 *
 *     error[unknown-variable]: The variable MEMROY is not defined.
 *      --> site/vm.pan:3:19
 *       |
 *     3 | "/hardware/ram" = MEMROY;
 *       |                   ^^^^^^
 *     help: Did you mean "MEMORY"?
 */

import { oneLine, printable } from "../text/display-width.ts";
import { summarize } from "./arrange.ts";
import type { Diagnostic, RelatedPlace } from "./diagnostic.ts";
import type { Paint, Palette } from "./palette.ts";
import { groupPlaces, type PlaceGroup } from "./place-groups.ts";
import { type PlaceName, placeNamer } from "./place-name.ts";
import { lastLineOfFix, renderFix } from "./render-fix.ts";
import { renderTrace } from "./render-trace.ts";
import { lastLine, renderSnippet, type SnippetStyle } from "./snippet/snippet.ts";
import { type SourceLookup, type SourceText, sourceTexts } from "./source-text.ts";

export interface TextOptions {
  readonly sources: SourceLookup;
  readonly palette: Palette;
  /** Columns of the terminal; longer source lines are clipped. */
  readonly width: number;
  /** How a file is named, for instance relative to the current directory. */
  readonly displayPath: (file: string) => string;
  /**
   * Whether a file came with the program. Whoever has to mend something elsewhere need not read it: its places are
   * named without their source, and the way through it is left out.
   */
  readonly isOfLibrary?: (file: string) => boolean;
}

/** All diagnostics in the order given, and how many they are; the empty string if there are none. */
export function renderText(diagnostics: readonly Diagnostic[], options: TextOptions): string {
  if (diagnostics.length === 0) return "";
  const render = textRenderer(options);
  const reports = diagnostics.map((diagnostic) => `${render(diagnostic)}\n`).join("");
  return `${reports}${summarize(diagnostics)}\n`;
}

/** Renders one diagnostic after the other, each with its last line end; files are looked up once. */
export function textRenderer(options: TextOptions): (diagnostic: Diagnostic) => string {
  const textOf = sourceTexts(options.sources);
  const nameOf = placeNamer(textOf, options.displayPath);
  return (diagnostic) =>
    rowsOf(diagnostic, options, textOf, nameOf)
      .map((row) => `${row}\n`)
      .join("");
}

function rowsOf(
  diagnostic: Diagnostic,
  { palette, width, isOfLibrary = () => false }: TextOptions,
  textOf: (file: string) => SourceText | undefined,
  nameOf: PlaceName,
): readonly string[] {
  const isQuiet = isOfLibrary(diagnostic.span.file) ? () => false : isOfLibrary;
  const { own, others, bare, steps } = groupPlaces(diagnostic, textOf, isQuiet);
  const groups = own === undefined ? others : [own, ...others];
  const fixes = diagnostic.fixes.map((fix) => ({ fix, source: textOf(fix.file) }));
  const largestLine = Math.max(
    1,
    ...groups.map(({ marks }) => lastLine(marks)),
    ...fixes.map(({ fix, source }) => lastLineOfFix(fix, source)),
  );
  const gutter = String(largestLine).length;
  const primary = palette[diagnostic.severity];
  const style: SnippetStyle = { palette, primary, width, gutter };
  const indent = " ".repeat(gutter);
  const arrow = (sign: string, name: string): string => `${indent}${palette.gutter(sign)} ${name}`;
  const placeless = own === undefined && diagnostic.span.file !== "";
  return [
    ...header(diagnostic, primary, palette),
    ...(own === undefined ? [] : [arrow("-->", nameOf(own.span)), ...snippet(own, style)]),
    ...(placeless ? [arrow("-->", nameOf(diagnostic.span))] : []),
    ...others.flatMap((group) => [arrow(":::", nameOf(group.span)), ...snippet(group, style)]),
    ...bare.map((place) => note(place, palette, nameOf)),
    ...renderTrace(steps, palette, nameOf).map((line) => indent + line),
    ...help(diagnostic.help, palette),
    ...fixes.flatMap(({ fix, source }) => renderFix(fix, source, style)),
  ];
}

function header(diagnostic: Diagnostic, paint: Paint, palette: Palette): readonly string[] {
  const label = paint(`${diagnostic.severity}[${diagnostic.code}]`);
  const [first = "", ...more] = indented(diagnostic.message, "  ");
  return [label + palette.strong(`: ${first}`), ...more.map((line) => palette.strong(line))];
}

function snippet({ source, marks }: PlaceGroup, style: SnippetStyle): readonly string[] {
  const bar = style.palette.gutter(`${" ".repeat(style.gutter)} |`);
  return [bar, ...renderSnippet(source, marks, style)];
}

/** A related place whose source is not shown. */
function note({ span, message }: RelatedPlace, palette: Palette, nameOf: PlaceName): string {
  const place = span.file === "" ? "" : `${nameOf(span)}: `;
  return `${palette.related("note")}: ${place}${oneLine(message)}`;
}

function help(text: string | undefined, palette: Palette): readonly string[] {
  if (text === undefined) return [];
  const [first = "", ...more] = indented(text, "      ");
  return [`${palette.help("help")}: ${first}`, ...more];
}

/** The lines of a text, all but the first indented. */
function indented(text: string, indent: string): readonly string[] {
  return printable(text)
    .split("\n")
    .map((line, i) => (i === 0 || line === "" ? line : indent + line));
}
