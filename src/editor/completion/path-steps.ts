/** The next step of a path: what types have there, and what templates set there. */

import { formatTerms } from "../../pan/tree/path.ts";
import type { Term } from "../../pan/tree/term.ts";
import { describeType } from "../schema/describe-type.ts";
import type { TypePlace } from "../schema/type-at.ts";
import { usesLibrary } from "../workspace/reach.ts";
import { summaries } from "../workspace/summary.ts";
import type { Workspace } from "../workspace/workspace.ts";
import type { Cursor } from "./cursor.ts";
import type { PackageNames } from "./package-names.ts";
import { beginsWith, fits, mostSuggestions, type Suggestion } from "./suggestion.ts";
import { fieldsOfTypes, type Target } from "./target.ts";

export interface StepsInput {
  readonly workspace: Workspace;
  readonly packages: PackageNames;
  readonly cursor: Cursor;
  readonly target: Target;
  /** What of the step is typed. */
  readonly typed?: string;
  /** Makes a key what is to be written. */
  readonly written?: (key: string) => string;
  /** Keys that are there already. */
  readonly without?: ReadonlySet<string>;
}

/** Required fields first, then the others, then what templates set without a type. */
export function* stepSuggestions(input: StepsInput): Iterable<Suggestion> {
  const { workspace, packages, target } = input;
  const write = input.written ?? ((key) => key);
  const { path } = target;
  for (const [key, field] of fieldsOfTypes(workspace, target.types)) {
    if (!input.without?.has(key))
      yield { ...fieldSuggestion(workspace, path, key, field), text: write(key) };
  }
  if (path === undefined) return;
  if (isPackages(path)) yield* packageSuggestions(packages, input.typed ?? "", write);
  for (const key of stepsBelow(input, path)) {
    if (input.without?.has(key)) continue;
    const subject = { kind: "path", name: formatTerms([...path, key]) } as const;
    yield {
      label: key,
      kind: "path",
      detail: "set by templates",
      text: write(key),
      rank: 3,
      subject,
    };
  }
}

/** Of a whole distribution only those that can be meant, as many as are shown and one, so that it is known of more. */
function* packageSuggestions(
  packages: PackageNames,
  typed: string,
  write: (key: string) => string,
): Iterable<Suggestion> {
  const fitting = packages.names().filter((name) => fits(name, typed));
  const first = fitting.filter((name) => beginsWith(name, typed));
  const all = first.length > mostSuggestions ? first : new Set([...first, ...fitting]);
  for (const name of [...all].slice(0, mostSuggestions + 1)) {
    const detail = packages.versions(name)[0] ?? "package";
    const subject = { kind: "package", name } as const;
    const key = /^\w[\w+\-.]*$/.test(name) ? name : `{${name}}`;
    yield { label: name, kind: "package", detail, text: write(key), rank: 2, subject };
  }
}

function fieldSuggestion(
  workspace: Workspace,
  path: readonly Term[] | undefined,
  key: string,
  field: TypePlace,
): Suggestion {
  const { text, required, defaultText, documentation } = describeType(workspace, field);
  const isWanted = required === true && defaultText === undefined;
  const state = isWanted ? "required" : defaultText === undefined ? "" : `= ${defaultText}`;
  return {
    label: key,
    kind: "field",
    detail: [text, state].filter((part) => part !== "").join(" "),
    rank: isWanted ? 0 : 1,
    subject:
      path === undefined
        ? { kind: "text", name: documentation.text }
        : { kind: "path", name: formatTerms([...path, key]) },
    ...(documentation.deprecated === undefined ? {} : { isDeprecated: true as const }),
  };
}

/** The steps that paths of the workspace take below a path; what is being written does not count. */
function stepsBelow(
  { workspace, cursor: { file, offset } }: StepsInput,
  path: readonly Term[],
): ReadonlySet<string> {
  const start = path.length === 0 ? "/" : `${formatTerms(path)}/`;
  const steps = new Set<string>();
  const add = (known: string): void => {
    if (!known.startsWith(start)) return;
    const end = known.indexOf("/", start.length);
    const step = known.slice(start.length, end < 0 ? undefined : end);
    if (step !== "") steps.add(step);
  };
  const hasLibrary = usesLibrary(workspace);
  for (const { file: other, paths } of summaries(workspace)) {
    if (!hasLibrary && workspace.isOfLibrary(other.path)) continue;
    if (other.path !== file.path) for (const known of paths) add(known);
  }
  for (const { kind, name, start: from, end: to } of file.occurrences) {
    if (kind === "path" && !(from <= offset && offset <= to)) add(name);
  }
  return steps;
}

function isPackages(path: readonly Term[]): boolean {
  return path.length === 2 && path[0] === "software" && path[1] === "packages";
}

/** The package whose version a path is. */
export function packageOfVersion(path: readonly Term[] | undefined): string | undefined {
  const isVersion = path?.length === 4 && isPackages(path.slice(0, 2)) && path[3] === "version";
  return isVersion ? String(path[2]) : undefined;
}
