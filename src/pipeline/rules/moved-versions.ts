/** Versions that could not be kept, and why. */

import { type Diagnostic, diagnostic } from "../../diagnostics/diagnostic.ts";
import type { ResolutionReport } from "../../rules/explain/resolution-report.ts";
import { packageText } from "../../rules/explain/sentences.ts";
import type { LockedVersion } from "../../rules/resolve/resolution-input.ts";
import { noSpan, type Span } from "../../text/span.ts";

export function movedVersions(
  { packages }: ResolutionReport,
  locked: ReadonlyMap<string, LockedVersion>,
  file: string,
): readonly Diagnostic[] {
  const left = new Map(locked);
  const span: Span = { ...noSpan, file };
  const moved = packages.flatMap(({ name, version, release, because }): readonly Diagnostic[] => {
    const before = left.get(name);
    left.delete(name);
    if (before === undefined) return [];
    if (before.version === version && before.release === release) return [];
    const args = {
      name,
      before: shown(before),
      after: version === undefined ? "any version" : shown({ version, release }),
    };
    const help = because.map(({ text }) => text).join("; ");
    return [diagnostic("locked-version-moved", span, args, { help: `${help}.` })];
  });
  const gone = [...left].map(([name, before]) =>
    diagnostic("locked-version-moved", span, {
      name,
      before: shown(before),
      after: "unneeded",
    }),
  );
  return [...moved, ...gone];
}

function shown({ version, release }: LockedVersion): string {
  return packageText("", version, release).trim();
}
