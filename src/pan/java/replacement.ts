/** Replacing and splitting with regular expressions, as `Matcher.replaceAll` and `Pattern.split` do it. */

import type { Regex, RegexMatch } from "./regex/regex.ts";

export function* allMatches(regex: Regex, text: string): Generator<RegexMatch> {
  for (
    let match = regex.find(text, undefined);
    match !== undefined;
    match = regex.find(text, match)
  )
    yield match;
}

/** Undefined if the replacement has a group that does not exist, or a `$` or `\` that is not escaped. */
export function replaceAll(regex: Regex, text: string, replacement: string): string | undefined {
  let result = "";
  let from = 0;
  for (const match of allMatches(regex, text)) {
    const part = expand(regex, match, replacement);
    if (part === undefined) return undefined;
    result += text.slice(from, match.start) + part;
    from = match.end;
  }
  return result + text.slice(from);
}

/** With a limit of 0 empty texts at the end vanish; a positive limit is the largest number of parts. */
export function split(regex: Regex, text: string, limit: number): readonly string[] {
  const parts: string[] = [];
  let from = 0;
  for (const match of allMatches(regex, text)) {
    if (limit > 0 && parts.length >= limit - 1) break;
    if (from === 0 && match.start === 0 && match.end === 0) continue;
    parts.push(text.slice(from, match.start));
    from = match.end;
  }
  if (from === 0 && parts.length === 0) return [text];
  parts.push(text.slice(from));
  if (limit === 0) while (parts.length > 0 && parts.at(-1) === "") parts.pop();
  return parts;
}

function expand(regex: Regex, match: RegexMatch, replacement: string): string | undefined {
  let result = "";
  for (let i = 0; i < replacement.length; ) {
    const character = replacement[i] as string;
    if (character === "\\") {
      if (i + 1 >= replacement.length) return undefined;
      result += replacement[i + 1];
      i += 2;
    } else if (character === "$") {
      const reference = groupReference(regex, replacement, i + 1);
      if (reference === undefined) return undefined;
      result += match.groups[reference.group] ?? "";
      i = reference.end;
    } else {
      result += character;
      i++;
    }
  }
  return result;
}

/** `$1`, with as many digits as there are groups, or `${name}`. */
function groupReference(
  regex: Regex,
  text: string,
  start: number,
): { readonly group: number; readonly end: number } | undefined {
  const named = /^\{([a-zA-Z][a-zA-Z0-9]*)\}/.exec(text.slice(start));
  if (named !== null) {
    const group = regex.groupNames.get(named[1] as string);
    return group === undefined ? undefined : { group, end: start + named[0].length };
  }
  const first = digitAt(text, start);
  if (first === undefined || first > regex.groupCount) return undefined;
  let group = first;
  let end = start + 1;
  for (let digit = digitAt(text, end); digit !== undefined; digit = digitAt(text, end)) {
    if (group * 10 + digit > regex.groupCount) break;
    group = group * 10 + digit;
    end++;
  }
  return { group, end };
}

function digitAt(text: string, index: number): number | undefined {
  const code = text.charCodeAt(index) - 48;
  return code >= 0 && code <= 9 ? code : undefined;
}
