/** Versions that could not be kept, and why. */

import { type Diagnostic, diagnostic } from "../../diagnostics/diagnostic.ts";
import { whyMoved } from "../../rules/explain/resolution-report.ts";
import { packageText } from "../../rules/explain/sentences.ts";
import type { LockedVersion } from "../../rules/resolve/resolution-input.ts";
import type { ResolvedPackage } from "../../rules/resolve/resolve.ts";
import { noSpan, type Span } from "../../text/span.ts";
import type { ResolutionResult } from "./resolve-profile.ts";

export function movedVersions(
  result: ResolutionResult,
  locked: ReadonlyMap<string, LockedVersion>,
  file: string,
): readonly Diagnostic[] {
  const left = new Map(locked);
  const span: Span = { ...noSpan, file };
  const moved = result.resolved.packages.flatMap((item): readonly Diagnostic[] => {
    const { name, version, release } = item;
    const before = left.get(name);
    left.delete(name);
    if (before === undefined) return [];
    if (before.version === version && before.release === release) return [];
    const args = {
      name,
      before: shown(before),
      after: version === undefined ? "any version" : shown({ version, release }),
    };
    const reason = reasonOf(result, item, before);
    const help = reason === "" ? undefined : `The reason: ${reason}.`;
    return [diagnostic("locked-version-moved", span, args, { help })];
  });
  const unneeded = [...left].map(([name, before]) =>
    diagnostic("locked-version-moved", span, {
      name,
      before: shown(before),
      after: "unneeded",
    }),
  );
  return [...moved, ...unneeded];
}

function reasonOf(
  { input, resolved }: ResolutionResult,
  { atom, name }: ResolvedPackage,
  before: LockedVersion,
): string {
  const { universe } = resolved.built;
  const isAtHand = universe.versions(name).some((other) => universe.isVersion(other, before));
  const isOwn = universe.meaning(atom).kind === "own";
  if (!isAtHand && !isOwn) {
    return `no repository has ${packageText(name, before.version, before.release)} any more`;
  }
  return whyMoved(input, resolved, name, atom)
    .map(({ text }) => text)
    .join("; ");
}

function shown({ version, release }: LockedVersion): string {
  return packageText("", version, release).trim();
}
