/** `Matcher.replaceAll`. */

import type { Regex, RegexMatch } from "./regex.ts";

/** Why a replacement cannot be used; a clause in the present tense. */
export class ReplacementProblem {
  readonly message: string;

  constructor(message: string) {
    this.message = message;
  }
}

/**
 * The text with every match replaced. In the replacement `$1` and `${name}` stand for what a group captured, and a
 * backslash takes the next character as it is. A replacement that is never used is not looked at.
 */
export function replaceMatches(
  regex: Regex,
  text: string,
  replacement: string,
): string | ReplacementProblem {
  let result = "";
  let from = 0;
  let pieces: Pieces | undefined;
  for (let match = regex.find(text, undefined); match; match = regex.find(text, match)) {
    pieces ??= parseReplacement(regex, replacement);
    if (pieces instanceof ReplacementProblem) return pieces;
    result += text.slice(from, match.start) + expand(pieces, match);
    from = match.end;
  }
  return result + text.slice(from);
}

type Pieces = readonly (string | number)[] | ReplacementProblem;

function expand(pieces: readonly (string | number)[], match: RegexMatch): string {
  let text = "";
  for (const piece of pieces)
    text += typeof piece === "string" ? piece : (match.groups[piece] ?? "");
  return text;
}

/** Texts and numbers of groups. */
function parseReplacement(regex: Regex, replacement: string): Pieces {
  const pieces: (string | number)[] = [];
  for (let i = 0; i < replacement.length; ) {
    const char = replacement[i] as string;
    if (char === "$") {
      const reference = parseReference(regex, replacement, i + 1);
      if (reference instanceof ReplacementProblem) return reference;
      pieces.push(reference.group);
      i = reference.end;
    } else if (char === "\\") {
      if (i + 1 === replacement.length) return new ReplacementProblem("it ends with a backslash");
      pieces.push(replacement[i + 1] as string);
      i += 2;
    } else {
      pieces.push(char);
      i++;
    }
  }
  return pieces;
}

interface Reference {
  readonly group: number;
  readonly end: number;
}

function parseReference(regex: Regex, text: string, start: number): Reference | ReplacementProblem {
  if (text[start] === "{") return parseNamedReference(regex, text, start);
  let group = digitAt(text, start);
  if (group === undefined) {
    return new ReplacementProblem("a '$' is not followed by the number or the {name} of a group");
  }
  if (group > regex.groupCount) return new ReplacementProblem(`there is no group ${group}`);
  let end = start + 1;
  // Further digits belong to the number as long as there is such a group.
  for (let digit = digitAt(text, end); digit !== undefined; digit = digitAt(text, end)) {
    if (group * 10 + digit > regex.groupCount) break;
    group = group * 10 + digit;
    end++;
  }
  return { group, end };
}

function parseNamedReference(
  regex: Regex,
  text: string,
  start: number,
): Reference | ReplacementProblem {
  const name = /^\{([A-Za-z][A-Za-z0-9]*)\}/.exec(text.slice(start))?.[1];
  if (name === undefined) return new ReplacementProblem("the name of a group is broken after '${'");
  const group = regex.groupNames.get(name);
  if (group === undefined) return new ReplacementProblem(`there is no group named '${name}'`);
  return { group, end: start + name.length + 2 };
}

function digitAt(text: string, index: number): number | undefined {
  const digit = text.charCodeAt(index) - 0x30;
  return digit >= 0 && digit <= 9 ? digit : undefined;
}
