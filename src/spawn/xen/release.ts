/** Releases of Xen: which one a configuration is for decides what xl understands. */

import { compareNumbers } from "../../base/compare.ts";

export interface XenRelease {
  readonly major: number;
  readonly minor: number;
}

/** Before it, xl did not read most of what is written here. */
export const oldestRelease: XenRelease = { major: 4, minor: 2 };

/** Before `oldestRelease` and from this one on, the tool is xm. */
export const oldestXmRelease: XenRelease = { major: 3, minor: 0 };

/** The latest one whose keys are known here. */
export const latestRelease: XenRelease = { major: 4, minor: 22 };

/** Reads `4.17`, and `4.17.3` as the same. */
export function parseRelease(text: string): XenRelease | undefined {
  const [, major, minor] = /^([0-9]{1,3})\.([0-9]{1,3})(?:\.[0-9]{1,3})?$/.exec(text) ?? [];
  return major === undefined || minor === undefined
    ? undefined
    : { major: Number(major), minor: Number(minor) };
}

export function formatRelease({ major, minor }: XenRelease): string {
  return `${major}.${minor}`;
}

export function compareReleases(left: XenRelease, right: XenRelease): number {
  return compareNumbers(left.major, right.major) || compareNumbers(left.minor, right.minor);
}

/** Whether `release` is `4.minor` or later. */
export function isAtLeast(release: XenRelease, minor: number): boolean {
  return compareReleases(release, { major: 4, minor }) >= 0;
}
