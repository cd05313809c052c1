/**
 * The dependencies that the output of a failed installation tells of.
 *
 * apt, dpkg, rpm, yum and dnf say it in fixed sentences (in English; LC_ALL=C). Each kind of sentence is a row of the
 * table: what it looks like, and where in it the names are. Whatever else they print is passed over.
 */

import { compareCodeUnits } from "../../base/compare.ts";
import { type Need, operators } from "./need.ts";

/** Each once, ordered by package and what it needs. */
export function needsInLog(text: string): readonly Need[] {
  const found = new Map<string, Need>();
  let subject: Subject | undefined;
  for (const line of text.split(/\r?\n/)) {
    subject = subjectOf(line) ?? (/^\s/.test(line) ? subject : undefined);
    for (const need of needsInLine(line, subject)) {
      // A package that is not there is the reason, not a dependency of itself.
      if (need.package === need.name) continue;
      found.set(keyOf(need), need);
    }
  }
  return [...found.values()].toSorted((left, right) => compareCodeUnits(keyOf(left), keyOf(right)));
}

function keyOf(need: Need): string {
  const { package: name, packageVersion = "", operator = "", version = "" } = need;
  return `${name} ${packageVersion} ${need.name} ${operator} ${version}`;
}

/** The package that the lines below speak of. */
type Subject = Pick<Need, "package" | "packageVersion">;

const word = String.raw`[A-Za-z0-9_][\w+.-]*`;
const isWord = new RegExp(`^${word}$`);
const constraint = String.raw`(${word})(?::[a-z0-9-]+)?(?: \((<<|<=|>=|>>|=|<|>) ([^\s)]+)\))?`;

/** apt: ` foo : Depends: bar (>= 2.0) but it is not installable`. */
const aptPattern = new RegExp(`^ ?(${word})(?::[a-z0-9-]+)? : (?:Pre)?-?Depends: ${constraint}`);
/** apt, further lines of the same package: `        Depends: baz but …`. */
const aptMorePattern = new RegExp(String.raw`^\s{2,}(?:Pre)?-?Depends: ${constraint}`);
/** dpkg: ` foo depends on bar (>= 2.0); however:`, also ` foo pre-depends on bar`. */
const dpkgPattern = new RegExp(
  String.raw`^\s*(${word})(?::[a-z0-9-]+)? (?:pre-)?depends on ${constraint}`,
);
/** rpm: `bar >= 2.0 is needed by foo-1.0-1.x86_64`, with `(installed) ` before the package. */
const rpmPattern = /^\s*(\S+)(?: (<=|>=|=|<|>) (\S+))? is needed by (?:\(installed\) )?(\S+)\s*$/;
/** dnf: `nothing provides bar >= 2.0 needed by foo-1.0-1.x86_64 from REPO`. */
const dnfPattern = /nothing provides (?:requested )?(\S+)(?: (<=|>=|=|<|>) (\S+))? needed by (\S+)/;
/** yum: `Error: Package: foo-1.0-1.x86_64 (REPO)`, and below it `Requires: bar >= 2.0`. */
const yumSubject = /^(?:Error: )?Package: (\S+)(?: \(.*\))?\s*$/;
const yumPattern = /^\s+Requires: (\S+)(?: (<=|>=|=|<|>) (\S+))?\s*$/;

function subjectOf(line: string): Subject | undefined {
  const [, apt] = aptPattern.exec(line) ?? [];
  if (apt !== undefined) return { package: apt, packageVersion: undefined };
  const [, yum] = yumSubject.exec(line) ?? [];
  return yum === undefined ? undefined : rpmPackage(yum);
}

function needsInLine(line: string, subject: Subject | undefined): readonly Need[] {
  const direct = aptPattern.exec(line) ?? dpkgPattern.exec(line);
  if (direct !== null) {
    const [, name = "", ...rest] = direct;
    return [needOf({ package: name, packageVersion: undefined }, rest)];
  }
  const reversed = rpmPattern.exec(line) ?? dnfPattern.exec(line);
  if (reversed !== null) {
    const [, name, operator, version, by = ""] = reversed;
    const needing = rpmPackage(by);
    return needing === undefined ? [] : capability(needing, [name, operator, version]);
  }
  if (subject === undefined) return [];
  const more = aptMorePattern.exec(line);
  if (more !== null) return [needOf(subject, more.slice(1))];
  const [, ...required] = yumPattern.exec(line) ?? [];
  return required.length === 0 ? [] : capability(subject, required);
}

function needOf(
  subject: Subject,
  [name = "", operator, version]: readonly (string | undefined)[],
): Need {
  return {
    ...subject,
    name,
    operator: operator === undefined ? undefined : operators[operator],
    version,
  };
}

/** rpm also speaks of files and of functions of libraries, which are no packages. */
function capability(subject: Subject, parts: readonly (string | undefined)[]): readonly Need[] {
  const [name = ""] = parts;
  return isWord.test(name) ? [needOf(subject, parts)] : [];
}

/** `foo-1.0-1.x86_64`: name, version, release and architecture. Undefined for what is no package. */
function rpmPackage(text: string): Subject | undefined {
  const [, name = text, version] = /^(.+)-(?:\d+:)?([^-]+)-[^-]+$/.exec(text) ?? [];
  return isWord.test(name) ? { package: name, packageVersion: version } : undefined;
}
