/** What is known of a path: type, meaning, default, value, what it becomes, the rules that speak of it. */

import { fileNameOf } from "../../host/path.ts";
import { isPathProblem, parsePath } from "../../pan/tree/path.ts";
import type { Term } from "../../pan/tree/term.ts";
import { type Span, spanIn } from "../../text/span.ts";
import type { AnalysedProfile } from "../analysis/profiles.ts";
import type { EditorFile } from "../files/editor-file.ts";
import { describeType, type TypeDescription } from "../schema/describe-type.ts";
import { destinationsOf } from "../schema/destinations.ts";
import { placesOfPath } from "../schema/structure-places.ts";
import { typesAt } from "../schema/type-at.ts";
import { summaries } from "../workspace/summary.ts";
import type { Workspace } from "../workspace/workspace.ts";
import { amountText } from "./amounts.ts";
import {
  code,
  codeBlock,
  documentationText,
  type Knowledge,
  linkTo,
  listed,
  nameOf,
  paragraphs,
} from "./markdown.ts";
import { type KnownValue, valuesOf } from "./path-values.ts";

const mostValues = 4;
const mostRules = 5;

/** Where a path stands. */
export interface PathPlace {
  readonly file: EditorFile;
  readonly name: string;
  /** The other profile that it is of, as in `profile:/path`. */
  readonly profile?: string;
}

/** A relative path is that of its structure template. */
export function describePath(known: Knowledge, { file, name, profile }: PathPlace): string {
  const { workspace } = known;
  const path = parsePath(name);
  if (isPathProblem(path)) return "";
  const [place] = placesOfPath(workspace, file, path);
  const types = place === undefined ? [] : typesAt(workspace, place);
  const all = types.map((type) => describeType(workspace, type));
  const type = all.find(({ base }) => base !== undefined) ?? all[0];
  const unit = unitOf(place, type);
  const structure = path.kind === "relative" ? file.template.name.text : undefined;
  const values = valuesOf(profilesFor(known, file, profile), name, structure);
  return paragraphs([
    codeBlock(type === undefined ? name : `${name} : ${type.text}`),
    type && documentationText(type.documentation),
    lines([
      stateOf(type, unit),
      ...valueLines(known, values, unit),
      becomes(place),
      rulesOn(known, name),
    ]),
  ]);
}

function profilesFor(
  { workspace, profiles }: Knowledge,
  file: EditorFile,
  profile: string | undefined,
): readonly AnalysedProfile[] {
  if (profile === undefined) return profiles.latestUsing(file.path);
  const [other] = workspace.templatesNamed(profile, file.path);
  const known = other === undefined ? [] : profiles.latestUsing(other.path);
  return known.filter(({ name }) => name === profile);
}

/** Lines of one paragraph. */
function lines(parts: readonly (string | undefined)[]): string {
  return parts.filter((part) => part !== undefined && part !== "").join("  \n");
}

export function unitOf(
  place: readonly Term[] | undefined,
  type: TypeDescription | undefined,
): string | undefined {
  return (place && destinationsOf(place)?.unit) ?? type?.unit;
}

function stateOf(type: TypeDescription | undefined, unit: string | undefined): string {
  const { required, defaultText } = type ?? { required: undefined, defaultText: undefined };
  const state = [
    defaultText === undefined ? "" : `default ${code(defaultText)}`,
    required === undefined || defaultText !== undefined ? "" : required ? "required" : "optional",
    unit === undefined ? "" : `in ${unit}`,
  ];
  const text = state.filter((part) => part !== "").join(", ");
  return text === "" ? "" : text[0]?.toUpperCase() + text.slice(1);
}

/** A line for each value that profiles have, the most frequent one first. */
function valueLines(
  known: Knowledge,
  values: readonly KnownValue[],
  unit: string | undefined,
): readonly string[] {
  const groups = groupByText(values);
  const sorted = [...groups].sort(([, a], [, b]) => b.length - a.length);
  const shown = sorted
    .slice(0, mostValues)
    .map(([text, same]) => valueLine(known, text, same, unit));
  const more = sorted.length - mostValues;
  return more > 0 ? [...shown, `and ${more} other values`] : shown;
}

function groupByText(values: readonly KnownValue[]): ReadonlyMap<string, readonly KnownValue[]> {
  const groups = new Map<string, KnownValue[]>();
  for (const value of values) {
    const known = groups.get(value.text);
    if (known === undefined) groups.set(value.text, [value]);
    else known.push(value);
  }
  return groups;
}

function valueLine(
  known: Knowledge,
  text: string,
  same: readonly KnownValue[],
  unit: string | undefined,
): string {
  const profiles: readonly AnalysedProfile[] = [...new Set(same.map(({ profile }) => profile))];
  const by = same[0] === undefined ? "" : writerText(known, same[0]);
  const value = same[0]?.value;
  const amount =
    unit !== undefined && typeof value === "bigint" ? amountText(Number(value), unit) : text;
  return `Value ${code(amount)} in ${listed(profiles.map(nameOf), 3)}${by}`;
}

function writerText(known: Knowledge, { origin, profile }: KnownValue): string {
  if (origin === undefined) return "";
  // In a file that was edited since, the place is another one; its name is all that is sure.
  const place = (span: Span): string =>
    known.profiles.hasPlacesOf(profile, span.file) ? linkTo(known, span) : fileNameOf(span.file);
  const by = origin.kind === "default" ? "the default of" : "set in";
  const via = origin.via === undefined ? "" : ` by way of ${place(origin.via.span)}`;
  return `, ${by} ${place(origin.span)}${via}`;
}

function becomes(place: readonly Term[] | undefined): string {
  const facts = place && destinationsOf(place);
  if (facts === undefined) return "";
  const parts = facts.becomes.map(({ file, name, note }) => {
    const limits = note === "" ? "" : ` (${note})`;
    return `${code(name)} of ${file}${limits}`;
  });
  return `Becomes ${parts.join(", ")}`;
}

function rulesOn(known: Knowledge, name: string): string {
  const places = rulePlaces(known.workspace, name).map((span) => linkTo(known, span));
  return places.length === 0 ? "" : `Rules: ${listed(places, mostRules)}`;
}

function rulePlaces(workspace: Workspace, path: string): readonly Span[] {
  return [...summaries(workspace)].flatMap(({ file, ruled }) =>
    ruled.filter(({ name }) => name === path).map((one) => spanIn(file.path, one)),
  );
}
