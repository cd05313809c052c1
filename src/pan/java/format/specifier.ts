/** The parts of a format specifier: `%[index$][flags][width][.precision]conversion`. */

export interface Specifier {
  /** As written, for messages. */
  readonly text: string;
  /** From 1; 0 for `<`, the argument before; undefined for the next one. */
  readonly index: number | undefined;
  readonly flags: string;
  readonly width: number | undefined;
  readonly precision: number | undefined;
  /** The letter; date conversions keep their second one in `suffix`. */
  readonly conversion: string;
  readonly suffix: string;
}

export type FormatPart = string | Specifier;

/** A mistake in a format or in the arguments that it is given. */
export class FormatProblem {
  /** A clause in the present tense. */
  readonly message: string;

  constructor(message: string) {
    this.message = message;
  }
}

const pattern = /%(\d+\$)?([-#+ 0,(<]*)?(\d+)?(\.\d+)?([tT])?([a-zA-Z%])/y;

export function parseFormat(format: string): readonly FormatPart[] {
  const parts: FormatPart[] = [];
  let from = 0;
  for (let at = format.indexOf("%"); at >= 0; at = format.indexOf("%", from)) {
    if (at > from) parts.push(format.slice(from, at));
    pattern.lastIndex = at;
    const match = pattern.exec(format);
    if (match === null) throw new FormatProblem(`'${format.slice(at, at + 2)}' is no conversion`);
    parts.push(specifierOf(match));
    from = pattern.lastIndex;
  }
  if (from < format.length) parts.push(format.slice(from));
  return parts;
}

function specifierOf([
  text,
  index,
  flags = "",
  width,
  precision,
  date = "",
  letter = "",
]: RegExpExecArray): Specifier {
  if (new Set(flags).size < flags.length)
    throw new FormatProblem(`a flag of '${text}' is given twice`);
  return {
    text,
    index: flags.includes("<") ? 0 : index === undefined ? undefined : Number.parseInt(index, 10),
    flags: flags.replace("<", ""),
    width: width === undefined ? undefined : smallNumber(width, text),
    precision: precision === undefined ? undefined : smallNumber(precision.slice(1), text),
    conversion: date === "" ? letter : date,
    suffix: date === "" ? "" : letter,
  };
}

/** Java takes any width of 31 bits; a text of more than ten million characters is a mistake. */
function smallNumber(digits: string, text: string): number {
  const number = Number(digits);
  if (number > 10_000_000)
    throw new FormatProblem(`the width or precision of '${text}' is too large`);
  return number;
}
