/** What must change in a description so that no rule is broken: found by a resolution in which it may give way. */

import { reportResolution, type Step, valueTitle } from "../explain/resolution-report.ts";
import { packageText } from "../explain/sentences.ts";
import type { Scalar } from "../language/rule.ts";
import type { ResolutionInput } from "../resolve/resolution-input.ts";
import type { Resolved, ResolvedPackage } from "../resolve/resolve.ts";

/** One path of the description, and the value that it gets. */
export interface PathChange {
  readonly path: string;
  /** Undefined: what is there goes. */
  readonly after: Scalar | undefined;
}

export interface SourceChange {
  /** `/hardware/memory/size: 256 MiB → 512 MiB`, `openssh 3.9 → 4.0`. */
  readonly title: string;
  readonly changes: readonly PathChange[];
  readonly because: readonly Step[];
}

/** Takes a resolution in the mode `rectify`; gives only what its author has written and cannot keep. */
export function sourceChanges(input: ResolutionInput, resolved: Resolved): readonly SourceChange[] {
  return [...packageChanges(input, resolved), ...valueChanges(input, resolved)];
}

function valueChanges(input: ResolutionInput, resolved: Resolved): readonly SourceChange[] {
  const { description } = input;
  return resolved.changes.flatMap((change): readonly SourceChange[] => {
    const { path, before, after } = change;
    if (before === undefined || description.isDefault(path.split("/").slice(1))) return [];
    const title = valueTitle({ path, before, after });
    const [reported] = reportResolution(input, only(resolved, { changes: [change] })).values;
    const lost = reasonOfLoss(input, resolved, path);
    const because = lost.length > 0 ? lost : (reported?.because ?? []);
    return [{ title, changes: [{ path, after }], because }];
  });
}

function packageChanges(input: ResolutionInput, resolved: Resolved): readonly SourceChange[] {
  return resolved.built.given.flatMap(({ given, atoms }): readonly SourceChange[] => {
    const path = `/software/packages/${given.key}`;
    const chosen = resolved.packages.find(({ key }) => key === given.key);
    const before = packageText(given.name, given.version, given.release);
    const because = reasonOfLoss(input, resolved, given.key);
    if (chosen === undefined) {
      const title = `${before} is removed`;
      return [{ title, changes: [{ path, after: undefined }], because }];
    }
    if (atoms.includes(chosen.atom)) return [];
    const title = `${before} → ${packageText("", chosen.version, chosen.release).trim()}`;
    const [reported] = reportResolution(input, only(resolved, { packages: [chosen] })).packages;
    const changes = versionChanges(path, given.release, chosen);
    return [{ title, changes, because: because.length > 0 ? because : (reported?.because ?? []) }];
  });
}

function versionChanges(
  path: string,
  releaseBefore: string | undefined,
  { version, release }: ResolvedPackage,
): readonly PathChange[] {
  const changes: PathChange[] = [{ path: `${path}/version`, after: version }];
  if (releaseBefore !== release) changes.push({ path: `${path}/release`, after: release });
  return changes;
}

/** What outranks something that the description says: a path, or the key of a package. */
function reasonOfLoss(input: ResolutionInput, resolved: Resolved, what: string): readonly Step[] {
  const { book } = resolved.built;
  const unfulfilled = resolved.unfulfilled.filter(({ rule }) => {
    const origin = book.origin(rule);
    if (origin.kind === "given-package") return origin.given.key === what;
    return origin.kind === "given-value" && origin.path === what;
  });
  const { losses } = reportResolution(input, only(resolved, { unfulfilled }));
  return losses.flatMap(({ because }) => because);
}

/** The resolution with only those parts of it that are to be reported. */
function only(
  resolved: Resolved,
  parts: Partial<Pick<Resolved, "packages" | "changes" | "unfulfilled">>,
): Resolved {
  return { ...resolved, packages: [], changes: [], unfulfilled: [], ...parts };
}
