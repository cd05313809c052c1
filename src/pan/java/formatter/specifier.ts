/** Format specifiers: `%[index$][flags][width][.precision]conversion`, and what of that goes together. */

export interface Specifier {
  /** As written, for messages. */
  readonly text: string;
  /** Which argument, from 1; "previous" for `<`, "next" without an index. */
  readonly index: number | "previous" | "next";
  /** The characters of the flags, each at most once. */
  readonly flags: string;
  readonly width: number | undefined;
  readonly precision: number | undefined;
  /** In lower case, except for the second letter of dates. */
  readonly conversion: string;
  readonly kind: ConversionKind;
  /** The result is put in upper case. */
  readonly upperCase: boolean;
}

export type ConversionKind =
  | "general"
  | "character"
  | "integral"
  | "floating"
  | "date"
  | "percent"
  | "line";

/** A mistake in a format or in the arguments that it is given. */
export class FormatProblem {
  /** A clause in the present tense. */
  readonly message: string;

  constructor(message: string) {
    this.message = message;
  }
}

/** Ends the formatting; whoever formats catches the problem. */
export function failFormat(message: string): never {
  throw new FormatProblem(message);
}

const pattern = /%(\d+\$)?([-#+ 0,(<]*)(\d+)?(\.\d+)?([tT])?([a-zA-Z%])/y;

/** A format as texts and specifiers. */
export function parseFormat(format: string): readonly (string | Specifier)[] {
  const parts: (string | Specifier)[] = [];
  let from = 0;
  for (let at = format.indexOf("%"); at >= 0; at = format.indexOf("%", from)) {
    if (at > from) parts.push(format.slice(from, at));
    pattern.lastIndex = at;
    const match = pattern.exec(format);
    if (match === null) return failFormat(`'${format.slice(at, at + 2)}' is no conversion`);
    parts.push(specifierOf(match));
    from = pattern.lastIndex;
  }
  if (from < format.length) parts.push(format.slice(from));
  return parts;
}

function specifierOf(match: RegExpExecArray): Specifier {
  const [text, index, flags = "", width, precision, date, letter = ""] = match;
  if (new Set(flags).size < flags.length) failFormat(`a flag is repeated in '${text}'`);
  const { kind, upperCase } = kindOf(text, date, letter);
  const specifier: Specifier = {
    text,
    index: flags.includes("<") ? "previous" : indexOf(text, index),
    flags: flags.replace("<", ""),
    width: width === undefined ? undefined : sizeOf(text, width),
    precision: precision === undefined ? undefined : sizeOf(text, precision.slice(1)),
    conversion: kind === "date" ? letter : letter.toLowerCase(),
    kind,
    upperCase,
  };
  checks[kind](specifier, flags);
  return specifier;
}

function indexOf(text: string, index: string | undefined): number | "next" {
  if (index === undefined) return "next";
  const number = Number(index.slice(0, -1));
  if (number === 0 || number > 0x7fff_ffff) failFormat(`'${text}' counts arguments from 1`);
  return number;
}

/** A bound on what one specifier may produce. */
const maxSize = 1_000_000;

function sizeOf(text: string, digits: string): number {
  const size = Number(digits);
  return size <= maxSize ? size : failFormat(`'${text}' asks for more than ${maxSize} characters`);
}

const kinds: Readonly<Record<string, ConversionKind>> = {
  b: "general",
  B: "general",
  h: "general",
  H: "general",
  s: "general",
  S: "general",
  c: "character",
  C: "character",
  d: "integral",
  o: "integral",
  x: "integral",
  X: "integral",
  e: "floating",
  E: "floating",
  f: "floating",
  g: "floating",
  G: "floating",
  a: "floating",
  A: "floating",
  "%": "percent",
  n: "line",
};

function kindOf(
  text: string,
  date: string | undefined,
  letter: string,
): { readonly kind: ConversionKind; readonly upperCase: boolean } {
  if (date !== undefined) {
    if (!"HIklMNLQpsSTzZaAbBCdehjmyYrRcDF".includes(letter))
      failFormat(`'${text}' is no conversion`);
    return { kind: "date", upperCase: date === "T" };
  }
  const kind = kinds[letter] ?? failFormat(`'${text}' is no conversion`);
  return { kind, upperCase: /[A-Z]/.test(letter) };
}

type Check = (specifier: Specifier, written: string) => void;

/** What each kind of conversion refuses; `written` has the flag `<` as well. */
const checks: Readonly<Record<ConversionKind, Check>> = {
  general: (specifier) => {
    forbidFlags(specifier, specifier.conversion === "s" ? "+ 0,(" : "#+ 0,(");
    requireWidth(specifier, "-");
    // Java refuses this flag later, when it meets the argument.
    if (specifier.conversion === "s") forbidFlags(specifier, "#");
  },
  character: (specifier) => {
    forbidPrecision(specifier);
    forbidFlags(specifier, "#+ 0,(");
    requireWidth(specifier, "-");
  },
  date: (specifier) => {
    forbidPrecision(specifier);
    forbidFlags(specifier, "#+ 0,(");
    requireWidth(specifier, "-");
  },
  integral: (specifier) => {
    checkNumeric(specifier);
    forbidPrecision(specifier);
    forbidFlags(specifier, specifier.conversion === "d" ? "#" : ",(+ ");
  },
  floating: (specifier) => {
    checkNumeric(specifier);
    forbidFlags(specifier, { f: "", a: "(,", e: ",", g: "#" }[specifier.conversion] ?? "");
  },
  percent: (specifier, written) => {
    forbidPrecision(specifier);
    if (written !== "" && written !== "-")
      failFormat(`'${specifier.text}' takes only the flag '-'`);
    requireWidth(specifier, "-");
  },
  line: (specifier, written) => {
    forbidPrecision(specifier);
    if (specifier.width !== undefined) failFormat(`'${specifier.text}' takes no width`);
    if (written !== "") failFormat(`'${specifier.text}' takes no flags`);
  },
};

function forbidFlags({ flags, text }: Specifier, forbidden: string): void {
  const wrong = [...flags].find((flag) => forbidden.includes(flag));
  if (wrong !== undefined) failFormat(`the flag '${wrong}' does not go with '${text}'`);
}

function forbidPrecision({ precision, text }: Specifier): void {
  if (precision !== undefined) failFormat(`'${text}' takes no precision`);
}

function requireWidth({ flags, width, text }: Specifier, asking: string): void {
  if (width !== undefined) return;
  const flag = [...flags].find((candidate) => asking.includes(candidate));
  if (flag !== undefined) failFormat(`'${text}' needs a width for the flag '${flag}'`);
}

function checkNumeric(specifier: Specifier): void {
  requireWidth(specifier, "-0");
  for (const pair of ["+ ", "-0"]) {
    if ([...pair].every((flag) => specifier.flags.includes(flag))) {
      failFormat(
        `the flags '${pair[0]}' and '${pair[1]}' of '${specifier.text}' exclude each other`,
      );
    }
  }
}
