/** `Pattern.split`. */

import type { Regex } from "./regex.ts";

/**
 * The parts of a text between matches. A positive limit is the largest number of parts, the last of which holds the
 * rest; with a limit of 0 empty parts at the end vanish. An empty match at the beginning makes no part.
 */
export function splitText(regex: Regex, text: string, limit: number): string[] {
  const parts: string[] = [];
  let from = 0;
  for (let match = regex.find(text, undefined); match; match = regex.find(text, match)) {
    if (limit > 0 && parts.length >= limit - 1) break;
    if (match.end === 0) continue;
    parts.push(text.slice(from, match.start));
    from = match.end;
  }
  if (parts.length === 0) return [text];
  parts.push(text.slice(from));
  if (limit === 0) while (parts.at(-1) === "") parts.pop();
  return parts;
}
