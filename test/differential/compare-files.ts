/** The files of two runs, byte for byte. */
import { compareCodeUnits } from "../../src/base/compare.ts";

export interface FileComparison {
  readonly same: number;
  /** One sentence for each difference, by the name of its file. */
  readonly differences: ReadonlyMap<string, string>;
}

export function compareFiles(
  theirs: ReadonlyMap<string, Buffer>,
  ours: ReadonlyMap<string, Buffer>,
): FileComparison {
  const differences = new Map<string, string>();
  let same = 0;
  for (const name of [...new Set([...theirs.keys(), ...ours.keys()])].sort(compareCodeUnits)) {
    const difference = compareContents(theirs.get(name), ours.get(name));
    if (difference === undefined) same++;
    else differences.set(name, difference);
  }
  return { same, differences };
}

function compareContents(theirs: Buffer | undefined, ours: Buffer | undefined): string | undefined {
  if (theirs === undefined) return "only we write it";
  if (ours === undefined) return "only the reference writes it";
  if (theirs.equals(ours)) return undefined;
  let at = 0;
  while (at < theirs.length && theirs[at] === ours[at]) at++;
  return `at byte ${at}: reference ${excerpt(theirs, at)}, ours ${excerpt(ours, at)}`;
}

function excerpt(bytes: Buffer, at: number): string {
  return JSON.stringify(bytes.subarray(Math.max(0, at - 30), at + 40).toString("utf8"));
}
