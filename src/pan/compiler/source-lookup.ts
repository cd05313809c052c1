/**
 * A question after a file, and its answer: what a profile depends on besides the contents of files.
 *
 * It holds what is not there as well. A template that appears earlier on the load path changes an answer, and so
 * does one that did not exist when `if_exists` asked for it.
 */

export interface SourceLookup {
  /**
   * `object`: an object template, which may also be a file of the command line; `template`: along the load path;
   * `text` and `directory`: what `file_contents` and `file_exists` look for.
   */
  readonly kind: "object" | "template" | "text" | "directory";
  readonly name: string;
  /** The load path, joined by colons. */
  readonly loadPath: string;
  /** Absolute path of what was found. */
  readonly found: string | undefined;
}
