/** In which scheme the versions of a repository are: what its file `repository.json` says. */

import { lookUp } from "../../base/lookup.ts";
import { type Diagnostic, diagnostic } from "../../diagnostics/diagnostic.ts";
import type { SourceHost } from "../../pan/compiler/source-host.ts";
import { closestName, didYouMean } from "../../text/did-you-mean.ts";
import { noSpan } from "../../text/span.ts";
import { isSchemeName, schemes } from "../versions/schemes.ts";
import type { VersionScheme } from "../versions/version.ts";

const key = "versionScheme";

export function readScheme(
  host: SourceHost,
  directory: string,
  diagnostics: Diagnostic[],
): VersionScheme {
  const file = `${directory}/repository.json`;
  const text = host.readText(file);
  if (text === undefined) return schemes.pan;
  const span = { ...noSpan, file };
  const settings = parsed(text);
  const problem = problemOf(settings);
  if (problem !== undefined) {
    const guess = Object.keys(settings ?? {}).find((name) => closestName(name, [key]) === key);
    const help = guess === undefined ? undefined : `Did you mean '${key}'?`;
    diagnostics.push(diagnostic("repository-file-malformed", span, { problem }, { help }));
    return schemes.pan;
  }
  const declared = settings?.[key] ?? "pan";
  if (typeof declared === "string" && isSchemeName(declared)) return schemes[declared];
  const known = Object.keys(schemes);
  const given = typeof declared === "string" ? declared : JSON.stringify(declared);
  const other = lookUp(otherNames, given);
  const help = other === undefined ? didYouMean(given, known) : `Did you mean '${other}'?`;
  const args = { given, known: known.join(", ") };
  diagnostics.push(diagnostic("version-scheme-unknown", span, args, { help }));
  return schemes.pan;
}

/** What people call schemes by who uses them. */
const otherNames: Readonly<Record<string, string>> = {
  apt: "dpkg",
  deb: "dpkg",
  debian: "dpkg",
  fedora: "rpm",
  npm: "semver",
  redhat: "rpm",
  ubuntu: "dpkg",
};

function parsed(text: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const json: unknown = JSON.parse(text);
    return typeof json === "object" && json !== null && !Array.isArray(json)
      ? { ...json }
      : undefined;
  } catch {
    return undefined;
  }
}

function problemOf(settings: Readonly<Record<string, unknown>> | undefined): string | undefined {
  if (settings === undefined) return "is no object of JSON";
  const unknown = Object.keys(settings).filter((name) => name !== key && name !== "$schema");
  return unknown.length === 0
    ? undefined
    : `has ${unknown.map((name) => `'${name}'`).join(", ")}, which says nothing`;
}
