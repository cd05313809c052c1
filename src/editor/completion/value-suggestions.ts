/** Values that a place can have by its type: choices, truth, defaults, structures; and versions of packages. */

import { describeType, quoted } from "../schema/describe-type.ts";
import type { TypePlace } from "../schema/type-at.ts";
import { reachOf } from "../workspace/reach.ts";
import { summaries } from "../workspace/summary.ts";
import type { Workspace } from "../workspace/workspace.ts";
import type { Cursor } from "./cursor.ts";
import type { PackageNames } from "./package-names.ts";
import { packageOfVersion } from "./path-steps.ts";
import type { Suggestion } from "./suggestion.ts";
import type { Target } from "./target.ts";
import { structureCalls } from "./template-names.ts";

export interface ValuesInput {
  readonly workspace: Workspace;
  readonly packages: PackageNames;
  readonly cursor: Cursor;
  readonly target: Target;
}

/** Texts that may stand between quotes. */
export function* textSuggestions({
  workspace,
  packages,
  target,
}: ValuesInput): Iterable<Suggestion> {
  for (const place of target.types) {
    const { choices, defaultText } = describeType(workspace, place);
    for (const choice of choices) {
      const isDefault = defaultText?.slice(1, -1) === choice;
      yield { label: choice, kind: "value", detail: isDefault ? "the default" : "", rank: 0 };
    }
  }
  const name = packageOfVersion(target.path);
  for (const [i, version] of (name === undefined ? [] : packages.versions(name)).entries()) {
    yield { label: version, kind: "value", detail: i === 0 ? "the latest" : "", rank: i };
  }
}

/** The same with their quotes, and values that have none. */
export function* valueSuggestions(input: ValuesInput): Iterable<Suggestion> {
  for (const one of textSuggestions(input)) {
    yield { ...one, label: quoted(one.label), text: quoted(one.label) };
  }
  const { workspace, cursor, target } = input;
  yield* structureCalls(workspace, cursor.file, target.types);
  for (const place of target.types) yield* plainValues(input, place);
}

function* plainValues({ workspace, cursor }: ValuesInput, place: TypePlace): Iterable<Suggestion> {
  const described = describeType(workspace, place);
  const { base, defaultText, choices, text, unit } = described;
  const value = (label: string, detail: string, rank = 0): Suggestion => ({
    label,
    kind: "value",
    detail,
    rank,
  });
  const filled = (label: string, written: string): Suggestion => ({
    ...value(label, text, 1),
    text: written,
    isSnippet: true,
  });
  if (base === "boolean") {
    yield value("true", defaultText === "true" ? "the default" : "");
    yield value("false", defaultText === "false" ? "the default" : "");
  } else if (defaultText !== undefined && choices.length === 0) {
    yield value(defaultText, "the default");
  }
  if (base === "string" && choices.length === 0) yield filled("''", "'$1'");
  if (base === "list") yield filled("list()", "list($1)");
  if (base === "record" || base === "dict") yield filled("dict()", "dict($1)");
  if (base === "long" && unit !== undefined) yield* amounts(workspace, cursor, unit);
}

/** Multiples of a unit, by the variables that a template can use for them. */
function* amounts(workspace: Workspace, { file }: Cursor, unit: string): Iterable<Suggestion> {
  const larger = largerUnits.get(unit) ?? [];
  const reach = reachOf(workspace, file.path);
  for (const { file: declarer, variables } of summaries(workspace)) {
    if (!reach.has(declarer.path)) continue;
    for (const { name } of variables) {
      const rank = larger.indexOf(name);
      if (rank < 0) continue;
      const text = `$\{1:1} * ${name}`;
      yield {
        label: `1 * ${name}`,
        kind: "value",
        detail: `in ${unit}`,
        text,
        isSnippet: true,
        rank,
      };
    }
  }
}

/** Names that variables have for amounts of a unit; those that are meant most often first. */
const largerUnits: ReadonlyMap<string, readonly string[]> = new Map([
  ["MiB", ["GiB", "MiB", "TiB"]],
  ["GiB", ["GiB", "TiB"]],
  ["kbit/s", ["Mbit", "Gbit"]],
]);
