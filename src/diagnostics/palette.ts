/** The colours of a report, by meaning. Whether there are any is decided where the terminal is known. */

export type Paint = (text: string) => string;

export interface Palette {
  readonly error: Paint;
  readonly warning: Paint;
  readonly info: Paint;
  /** The message of a diagnostic. */
  readonly strong: Paint;
  /** Line numbers, arrows and bars. */
  readonly gutter: Paint;
  /** Marks and labels of related places. */
  readonly related: Paint;
  /** The word in front of a help. */
  readonly help: Paint;
  readonly added: Paint;
  readonly removed: Paint;
}

const unchanged: Paint = (text) => text;

/** No colours: for files, pipes and tests. */
export const plainPalette: Palette = {
  error: unchanged,
  warning: unchanged,
  info: unchanged,
  strong: unchanged,
  gutter: unchanged,
  related: unchanged,
  help: unchanged,
  added: unchanged,
  removed: unchanged,
};
