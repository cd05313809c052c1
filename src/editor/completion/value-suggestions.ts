/** Values that a place can have by its type: choices, truth, bounds, defaults; and versions of packages. */

import { behindNames, describeType, quoted } from "../schema/describe-type.ts";
import type { TypePlace } from "../schema/type-at.ts";
import type { Workspace } from "../workspace/workspace.ts";
import type { PackageNames } from "./package-names.ts";
import { packageOfVersion } from "./path-steps.ts";
import type { Suggestion } from "./suggestion.ts";
import type { Target } from "./target.ts";

export interface ValuesInput {
  readonly workspace: Workspace;
  readonly packages: PackageNames;
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
  for (const place of input.target.types) yield* plainValues(input.workspace, place);
}

function* plainValues(workspace: Workspace, place: TypePlace): Iterable<Suggestion> {
  const { base, defaultText, choices, text } = describeType(workspace, place);
  const value = (label: string, detail: string, rank = 0): Suggestion => ({
    label,
    kind: "value",
    detail,
    rank,
  });
  if (base === "boolean") {
    yield value("true", defaultText === "true" ? "the default" : "");
    yield value("false", defaultText === "false" ? "the default" : "");
  } else if (defaultText !== undefined && choices.length === 0) {
    yield value(defaultText, "the default");
  }
  for (const bound of boundsOf(workspace, place)) yield bound;
  if (base === "list") yield { ...value("list()", text), text: "list($1)", isSnippet: true };
  if (base === "record" || base === "dict") {
    yield { ...value("dict()", text), text: "dict($1)", isSnippet: true };
  }
}

/** The ends of a range of numbers. */
function* boundsOf(workspace: Workspace, place: TypePlace): Iterable<Suggestion> {
  const behind = behindNames(workspace, place);
  const isNumber = describeType(workspace, place).base === "long";
  for (const { type } of isNumber ? behind : []) {
    const range = type.type.kind === "NamedType" ? type.type.range : undefined;
    if (range?.minimum !== undefined) {
      yield { label: String(range.minimum), kind: "value", detail: "the least", rank: 1 };
    }
    if (range?.maximum !== undefined) {
      yield { label: String(range.maximum), kind: "value", detail: "the most", rank: 1 };
    }
    if (range !== undefined) return;
  }
}
