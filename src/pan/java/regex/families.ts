/** The names that may follow `\p`: categories, POSIX classes, properties and scripts, as sets. */

import { type CharSet, classSet } from "./char-set.ts";

/** Why a name gives no set. */
export type FamilyProblem = "unknown" | "unsupported";

export interface FamilyFlags {
  readonly ignoreCase: boolean;
  /** POSIX classes mean those of Unicode. */
  readonly unicode: boolean;
}

/** The set of `\p{name}`. */
export function familySet(name: string, flags: FamilyFlags): CharSet | FamilyProblem {
  const equals = name.indexOf("=");
  if (equals >= 0) return assignedSet(name.slice(0, equals), name.slice(equals + 1), flags);
  if (name.startsWith("In")) return "unsupported";
  if (name.startsWith("Is")) {
    const property = name.slice(2);
    return (
      unicodeSet(property.toUpperCase(), flags.ignoreCase) ??
      categorySet(property, flags.ignoreCase) ??
      scriptSet(property) ??
      "unknown"
    );
  }
  const posix = flags.unicode ? posixSet(name.toUpperCase(), flags.ignoreCase) : undefined;
  return posix ?? categorySet(name, flags.ignoreCase) ?? "unknown";
}

/** White space, digits and word characters when they are those of Unicode. */
export const unicodeWord = "\\p{Alphabetic}\\p{M}\\p{Nd}\\p{Pc}\\u{200c}\\u{200d}";
export const unicodeSpace = "\\p{Z}\\u{9}-\\u{d}\\u{85}";

function assignedSet(key: string, value: string, flags: FamilyFlags): CharSet | FamilyProblem {
  switch (key.toLowerCase()) {
    case "sc":
    case "script":
      return scriptSet(value) ?? "unknown";
    case "blk":
    case "block":
      return "unsupported";
    case "gc":
    case "general_category":
      return categorySet(value, flags.ignoreCase) ?? "unknown";
    default:
      return "unknown";
  }
}

const cased = "\\p{Lowercase}\\p{Uppercase}\\p{Lt}";
const punctuation = "\\p{P}";
const unicodeHexDigits = "\\p{Nd}\\u{ff21}-\\u{ff26}\\u{ff41}-\\u{ff46}A-Fa-f";

/** POSIX classes with the meaning of Unicode; names in upper case. */
function posixSet(name: string, ignoreCase: boolean): CharSet | undefined {
  const sources: Readonly<Record<string, string>> = {
    ALPHA: "\\p{Alphabetic}",
    LOWER: ignoreCase ? cased : "\\p{Lowercase}",
    UPPER: ignoreCase ? cased : "\\p{Uppercase}",
    SPACE: unicodeSpace,
    PUNCT: punctuation,
    XDIGIT: unicodeHexDigits,
    ALNUM: "\\p{Alphabetic}\\p{Nd}",
    CNTRL: "\\p{Cc}",
    DIGIT: "\\p{Nd}",
    BLANK: "\\p{Zs}\\u{9}",
    GRAPH: "[^\\p{Z}\\p{Cc}\\p{Cs}\\p{Cn}]",
    PRINT: "[[[^\\p{Z}\\p{Cc}\\p{Cs}\\p{Cn}]\\p{Zs}\\u{9}]&&[^\\p{Cc}]]",
  };
  return named(sources, name, false);
}

/** Binary properties; names in upper case. */
function unicodeSet(name: string, ignoreCase: boolean): CharSet | undefined {
  const sources: Readonly<Record<string, string>> = {
    ALPHABETIC: "\\p{Alphabetic}",
    ASSIGNED: "\\P{Cn}",
    CONTROL: "\\p{Cc}",
    HEXDIGIT: unicodeHexDigits,
    HEX_DIGIT: unicodeHexDigits,
    IDEOGRAPHIC: "\\p{Ideographic}",
    JOINCONTROL: "\\u{200c}\\u{200d}",
    JOIN_CONTROL: "\\u{200c}\\u{200d}",
    LETTER: "\\p{L}",
    LOWERCASE: ignoreCase ? cased : "\\p{Lowercase}",
    NONCHARACTERCODEPOINT: "\\p{Noncharacter_Code_Point}",
    NONCHARACTER_CODE_POINT: "\\p{Noncharacter_Code_Point}",
    TITLECASE: ignoreCase ? cased : "\\p{Lt}",
    PUNCTUATION: punctuation,
    UPPERCASE: ignoreCase ? cased : "\\p{Uppercase}",
    WHITESPACE: unicodeSpace,
    WHITE_SPACE: unicodeSpace,
    WORD: unicodeWord,
  };
  return named(sources, name, false) ?? posixSet(name, ignoreCase);
}

const categories = /^(?:C[cfosn]?|L[ulmto]?|M[nec]?|N[dlo]?|Z[slp]?|P[dseciof]?|S[mcko]?)$/;

const asciiPunctuation = "\\u{21}-\\u{2f}\\u{3a}-\\u{40}\\u{5b}-\\u{60}\\u{7b}-\\u{7e}";
const identifierIgnorable = "\\u{0}-\\u{8}\\u{e}-\\u{1b}\\u{7f}-\\u{9f}\\p{Cf}";

/** General categories, the POSIX classes of ASCII, and the predicates of Java's `Character`. */
function categorySet(name: string, ignoreCase: boolean): CharSet | undefined {
  if (/^L[ult]$/.test(name) && ignoreCase) return classSet("\\p{Lu}\\p{Ll}\\p{Lt}", false);
  if (categories.test(name)) return classSet(`\\p{${name}}`, false);
  return named(asciiClasses(ignoreCase), name, true) ?? named(javaClasses(ignoreCase), name, false);
}

function asciiClasses(ignoreCase: boolean): Readonly<Record<string, string>> {
  return {
    L1: "\\u{0}-\\u{ff}",
    ASCII: "\\u{0}-\\u{7f}",
    Alnum: "A-Za-z0-9",
    Alpha: "A-Za-z",
    Blank: "\\u{9}\\u{20}",
    Cntrl: "\\u{0}-\\u{1f}\\u{7f}",
    Digit: "0-9",
    Graph: "\\u{21}-\\u{7e}",
    Lower: ignoreCase ? "A-Za-z" : "a-z",
    Print: "\\u{20}-\\u{7e}",
    Punct: asciiPunctuation,
    Space: "\\u{20}\\u{9}-\\u{d}",
    Upper: ignoreCase ? "A-Za-z" : "A-Z",
    XDigit: "0-9A-Fa-f",
  };
}

function javaClasses(ignoreCase: boolean): Readonly<Record<string, string>> {
  return {
    all: "\\u{0}-\\u{10ffff}",
    LC: "\\p{Lu}\\p{Ll}\\p{Lt}",
    LD: "\\p{L}\\p{Nd}",
    javaLowerCase: ignoreCase ? cased : "\\p{Lowercase}",
    javaUpperCase: ignoreCase ? cased : "\\p{Uppercase}",
    javaTitleCase: ignoreCase ? cased : "\\p{Lt}",
    javaAlphabetic: "\\p{Alphabetic}",
    javaIdeographic: "\\p{Ideographic}",
    javaDigit: "\\p{Nd}",
    javaDefined: "\\P{Cn}",
    javaLetter: "\\p{L}",
    javaLetterOrDigit: "\\p{L}\\p{Nd}",
    javaJavaIdentifierStart: "\\p{L}\\p{Nl}\\p{Sc}\\p{Pc}",
    javaJavaIdentifierPart: `\\p{L}\\p{Nl}\\p{Sc}\\p{Pc}\\p{Nd}\\p{Mc}\\p{Mn}${identifierIgnorable}`,
    javaUnicodeIdentifierStart: "\\p{ID_Start}",
    javaUnicodeIdentifierPart: `\\p{ID_Continue}${identifierIgnorable}`,
    javaIdentifierIgnorable: identifierIgnorable,
    javaSpaceChar: "\\p{Z}",
    javaWhitespace: "[\\p{Z}--[\\u{a0}\\u{2007}\\u{202f}]]\\u{9}-\\u{d}\\u{1c}-\\u{1f}",
    javaISOControl: "\\p{Cc}",
    javaMirrored: "\\p{Bidi_Mirrored}",
  };
}

function named(
  sources: Readonly<Record<string, string>>,
  name: string,
  bmp: boolean,
): CharSet | undefined {
  const source = Object.hasOwn(sources, name) ? sources[name] : undefined;
  return source === undefined ? undefined : classSet(source, bmp);
}

/** Scripts whose long name is not written with capitals at the beginnings of words only. */
const irregularScripts: Readonly<Record<string, string>> = { SIGNWRITING: "SignWriting" };

/** The set of a script by its name or its ISO 15924 code, in any case. */
function scriptSet(name: string): CharSet | undefined {
  const upper = name.toUpperCase();
  const proper =
    irregularScripts[upper] ?? name.toLowerCase().replace(/(?:^|_)[a-z]/g, (c) => c.toUpperCase());
  const source = `\\p{Script=${proper}}`;
  try {
    new RegExp(source, "v");
  } catch {
    return undefined;
  }
  return classSet(source, false);
}
