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
export function parsePackages(list: string, found: (item: DebianPackage) => void): number {
  const text = list.includes("\r") ? list.replaceAll("\r\n", "\n") : list;
  // What is for all architectures can be needed on any, so the list's own is that of what is built for one.
  const architecture = /^Architecture: (?!all$)(\S+)$/m.exec(text)?.[1];
  let broken = 0;
  let start = 0;
  while (start < text.length) {
    let end = text.indexOf("\n\n", start);
    if (end < 0) end = text.length;
    const stanza = text.slice(start, end);
    if (stanza.trim() !== "") {
      const item = parseStanza(stanza, architecture);
      if (item === undefined) broken++;
      else found(item);
    }
    start = end + 2;
  }
  return broken;
}

function parseStanza(stanza: string, architecture: string | undefined): DebianPackage | undefined {
  const name = field(stanza, "Package");
  const version = field(stanza, "Version");
  if (name === undefined || version === undefined) return undefined;
  const relations = (key: string): readonly (readonly Constraint[])[] =>
    alternatives(field(stanza, key), architecture);
  return {
    name,
    version,
    size: Number(field(stanza, "Installed-Size") ?? 0),
    depends: [...relations("Pre-Depends"), ...relations("Depends")],
    recommends: relations("Recommends"),
    conflicts: [...relations("Conflicts"), ...relations("Breaks")].flat(),
    provides: relations("Provides")
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

function alternatives(
  text: string | undefined,
  architecture: string | undefined,
): readonly (readonly Constraint[])[] {
  if (text === undefined || text === "") return [];
  return text.split(",").flatMap((part) => {
    const constraints = part.split("|").flatMap((one) => parseConstraint(one, architecture));
    return constraints.length === 0 ? [] : [constraints];
  });
}

/** `name:arch (>= version)`. */
const constraintPattern =
  /^\s*([a-z0-9][a-z0-9+.-]*)(?::([a-z0-9-]+))?\s*(?:\(\s*(<<|<=|=|>=|>>|<|>)\s*([^\s)<>=][^\s)]*)\s*\))?/i;

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

function parseConstraint(text: string, architecture: string | undefined): readonly Constraint[] {
  const [, plain, wanted, operator, version] = constraintPattern.exec(text) ?? [];
  if (plain === undefined) return [];
  const isOwn = wanted === undefined || anyArchitecture.has(wanted) || wanted === architecture;
  // A package of another architecture is another package, which this list does not have.
  const name = isOwn ? plain : `${plain}:${wanted}`;
  return [{ name, operator: operator === undefined ? undefined : operators[operator], version }];
}

const anyArchitecture: ReadonlySet<string> = new Set(["any", "all", "native"]);
