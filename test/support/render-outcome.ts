/**
 * What came out of a compilation as one text: each profile as JSON (which tells 1 from 1.0, and a list from a
 * dict), what was printed, and each diagnostic with its phase.
 */
import { sortDiagnostics } from "../../src/diagnostics/arrange.ts";
import { plainPalette } from "../../src/diagnostics/palette.ts";
import { textRenderer } from "../../src/diagnostics/render-text.ts";
import type { CompiledProfile } from "../../src/pan/compiler/compile.ts";
import type { Counters } from "../../src/pan/evaluator/counters.ts";
import { profileFormats } from "../../src/pan/profile/registry.ts";
import { profileText } from "../../src/pan/profile/write-profile.ts";
import { Dict } from "../../src/pan/tree/dict.ts";
import { formatTerms } from "../../src/pan/tree/path.ts";
import type { Origin } from "../../src/pan/tree/provenance.ts";
import type { Term } from "../../src/pan/tree/term.ts";
import { isResource, type Value } from "../../src/pan/tree/value.ts";
import { lineIndex } from "../../src/text/line-index.ts";
import type { Span } from "../../src/text/span.ts";
import { type CompileOutcome, templateRoot } from "./compile.ts";

export function renderOutcome(outcome: CompileOutcome): string {
  const parts = profilesOf(outcome).map((profile) => `${profile.name}: ${jsonOf(profile)}\n`);
  if (outcome.printed.length > 0) parts.push(`printed:\n${outcome.printed.join("\n")}\n`);
  return [...parts, ...renderDiagnostics(outcome)].join("\n");
}

/** The counts of the work done: in a golden they make a test of every algorithm that becomes slower. */
export function renderCounters({ counters }: { readonly counters: Counters }): string {
  const rows = Object.entries(counters).map(([name, count]) => `  ${name}: ${count}\n`);
  return `\ncounters:\n${rows.join("")}`;
}

/** The statement that wrote each property. */
export function renderOrigins(outcome: CompileOutcome): string {
  const tables = profilesOf(outcome).map((profile) => {
    const rows = propertiesOf(profile.root, []).map((terms) => {
      const origin = profile.provenance.origin(terms);
      return `  ${formatTerms(terms)}: ${describeOrigin(outcome, origin)}\n`;
    });
    return `\norigins in ${profile.name}:\n${rows.join("")}`;
  });
  return tables.join("");
}

/** The files behind each profile. */
export function renderDependencies(outcome: CompileOutcome): string {
  const lists = profilesOf(outcome).map((profile) => {
    const names = new Set(profile.dependencies.map(({ kind, name }) => `  ${name}: ${kind}\n`));
    return `\ndependencies of ${profile.name}:\n${[...names].sort().join("")}`;
  });
  return lists.join("");
}

/** The profile as the format `json` writes it. */
export function jsonOf(profile: CompiledProfile): string {
  const format = profileFormats.find(({ name }) => name === "json");
  if (format === undefined) throw new Error("There is no format json.");
  return profileText(format, profile);
}

function profilesOf({ profiles }: CompileOutcome): readonly CompiledProfile[] {
  return [...profiles.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
}

function renderDiagnostics({ diagnostics, text }: CompileOutcome): readonly string[] {
  const render = textRenderer({
    sources: text,
    palette: plainPalette,
    width: 100,
    displayPath: (file) => file.replace(`${templateRoot}/`, ""),
  });
  return sortDiagnostics(diagnostics).map((found) => `${found.category} ${render(found)}`);
}

function propertiesOf(value: Value, terms: readonly Term[]): readonly (readonly Term[])[] {
  if (!isResource(value)) return [terms];
  if (value instanceof Dict) {
    return value.keys().flatMap((key) => propertiesOf(value.get(key) as Value, [...terms, key]));
  }
  return value.toArray().flatMap((item, i) => propertiesOf(item, [...terms, i]));
}

function describeOrigin(outcome: CompileOutcome, origin: Origin | undefined): string {
  if (origin === undefined) return "nobody";
  const via = origin.via === undefined ? "" : ` via ${describeOrigin(outcome, origin.via)}`;
  return `${origin.kind} at ${placeOf(outcome, origin.span)}${via}`;
}

function placeOf({ text }: CompileOutcome, { file, start }: Span): string {
  const { line } = lineIndex(text(file) ?? "").position(start);
  return `${file.replace(`${templateRoot}/`, "")}:${line + 1}`;
}
