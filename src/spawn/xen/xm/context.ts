/** What the parts of the backend for xm share. */

import type { Place, VmModel } from "../../../vm/model/model.ts";
import type { Report } from "../../../vm/reporter.ts";
import { formatRelease, type XenRelease } from "../release.ts";

export interface XmContext {
  readonly vm: VmModel;
  readonly release: XenRelease;
  readonly report: Report;
}

/** The release on the scale of `xm-table.ts`, on which Xen 4.0 follows 3.4. */
function xmMinor({ major, minor }: XenRelease): number {
  return major === 3 ? minor : minor + 5;
}

/** Reports what xm knows only since a later release. */
export function requireXm(ctx: XmContext, name: string, since: number, place: Place): boolean {
  if (xmMinor(ctx.release) >= since) return true;
  const first = since < 5 ? `3.${since}` : `4.${since - 5}`;
  const release = formatRelease(ctx.release);
  ctx.report("xm-not-in-release", place, { name, since: first, release });
  return false;
}

export function refuse({ report }: XmContext, place: Place, what: string): void {
  report("xm-cannot-express", place, { what });
}

/** Reports the fields of a device that xm has no words for. */
export function refuseFields(
  ctx: XmContext,
  place: Place,
  device: object,
  known: readonly string[],
): void {
  for (const [field, value] of Object.entries(device)) {
    if (value === undefined || known.includes(field)) continue;
    refuse(ctx, [...place, field], `'${field}' of such a device`);
  }
}
