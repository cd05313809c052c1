/** Words of a command line that are lines of files. */

export interface LineArgument {
  /** As it was given. */
  readonly file: string;
  readonly line: number;
}

/** `FILE:LINE`, and `FILE:LINE:COLUMN` as editors and compilers write it; undefined for any other word. */
export function lineArgument(word: string): LineArgument | undefined {
  const [, file, line] = /^(.+?):([0-9]{1,9})(?::[0-9]+)?$/s.exec(word) ?? [];
  return file === undefined ? undefined : { file, line: Number(line) };
}
