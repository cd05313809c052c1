/**
 * Reading the package lists of Debian (deb-control(5); Debian Policy, chapters 5 and 7).
 *
 * A list is tens of megabytes of stanzas. What the resolver needs is picked out of it; everything else, broken
 * stanzas included, is passed over.
 */

import type { Constraint } from "../repository/package-source.ts";

/** One stanza. */
export interface DebianPackage {
  readonly name: string;
  readonly version: string;
  /** Installed, in KiB; 0 if the list does not say. */
  readonly size: number;
  /** `Pre-Depends` and `Depends`: of each at least one alternative. */
  readonly depends: readonly (readonly Constraint[])[];
  readonly recommends: readonly (readonly Constraint[])[];
  /** `Conflicts` and `Breaks`. */
  readonly conflicts: readonly Constraint[];
  readonly provides: readonly { readonly name: string; readonly version: string | undefined }[];
}

/** Calls back for each package, in the order of the list. Gives how many stanzas had no name or no version. */
export function parsePackages(text: string, found: (item: DebianPackage) => void): number {
  let broken = 0;
  let start = 0;
  while (start < text.length) {
    let end = text.indexOf("\n\n", start);
    if (end < 0) end = text.length;
    const stanza = text.slice(start, end);
    if (stanza.trim() !== "") {
      const item = parseStanza(stanza);
      if (item === undefined) broken++;
      else found(item);
    }
    start = end + 2;
  }
  return broken;
}

function parseStanza(stanza: string): DebianPackage | undefined {
  const name = field(stanza, "Package");
  const version = field(stanza, "Version");
  if (name === undefined || version === undefined) return undefined;
  return {
    name,
    version,
    size: Number(field(stanza, "Installed-Size") ?? 0),
    depends: [
      ...alternatives(field(stanza, "Pre-Depends")),
      ...alternatives(field(stanza, "Depends")),
    ],
    recommends: alternatives(field(stanza, "Recommends")),
    conflicts: [
      ...alternatives(field(stanza, "Conflicts")),
      ...alternatives(field(stanza, "Breaks")),
    ].flat(),
    provides: alternatives(field(stanza, "Provides"))
      .flat()
      .map(({ name: provided, version: exact }) => ({ name: provided, version: exact })),
  };
}

/** The value of a field, on one line; undefined if the stanza does not have it. */
function field(stanza: string, name: string): string | undefined {
  const key = `${name}:`;
  let at = stanza.startsWith(key) ? 0 : stanza.indexOf(`\n${key}`);
  if (at < 0) return undefined;
  at += at === 0 && stanza.startsWith(key) ? key.length : key.length + 1;
  let end = stanza.indexOf("\n", at);
  // A line that begins with a blank goes on with the one before it.
  while (end >= 0 && (stanza[end + 1] === " " || stanza[end + 1] === "\t")) {
    end = stanza.indexOf("\n", end + 1);
  }
  return stanza.slice(at, end < 0 ? stanza.length : end).trim();
}

function alternatives(text: string | undefined): readonly (readonly Constraint[])[] {
  if (text === undefined || text === "") return [];
  return text.split(",").flatMap((part) => {
    const constraints = part.split("|").flatMap(parseConstraint);
    return constraints.length === 0 ? [] : [constraints];
  });
}

/** `name:arch (>= version)`; the architecture does not matter where there is one. */
const constraintPattern =
  /^\s*([a-z0-9][a-z0-9+.-]*)(?::[a-z0-9-]+)?\s*(?:\(\s*(<<|<=|=|>=|>>|<|>)\s*([^\s)]+)\s*\))?/i;

/** `<` and `>` are old spellings of `<=` and `>=` (Debian Policy 7.1). */
const operators: Readonly<Record<string, Exclude<Constraint["operator"], undefined>>> = {
  "<<": "<",
  "<=": "<=",
  "<": "<=",
  "=": "==",
  ">=": ">=",
  ">": ">=",
  ">>": ">",
};

function parseConstraint(text: string): readonly Constraint[] {
  const [, name, operator, version] = constraintPattern.exec(text) ?? [];
  if (name === undefined) return [];
  return [{ name, operator: operator === undefined ? undefined : operators[operator], version }];
}
