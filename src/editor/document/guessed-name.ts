/**
 * The misspelt name of a diagnostic that ends in "Did you mean …?": where it stands, and what was meant.
 *
 * Who reports it often knows no more than the statement, so that the name is looked for in there: it is one that the
 * message mentions, and close to the one that was meant.
 */

import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import { closestName } from "../../text/did-you-mean.ts";
import type { Located } from "../../text/span.ts";

export interface GuessedName extends Located {
  readonly written: string;
  readonly meant: string;
}

export function guessedName(
  { span, message, help = "" }: Pick<Diagnostic, "span" | "message" | "help">,
  text: string,
): GuessedName | undefined {
  const meant = meantIn(help);
  if (meant === undefined || /['"\\\n]/.test(meant)) return undefined;
  const names = namesIn(text.slice(span.start, span.end)).filter(
    ({ written }) => written !== meant && message.includes(written),
  );
  const closest = closestName(
    meant,
    names.map(({ written }) => written),
  );
  const found = names.find(({ written }) => written === closest);
  if (found === undefined) return undefined;
  const start = span.start + found.at;
  return { written: found.written, meant, start, end: start + found.written.length };
}

/** The name may be quoted in several ways; behind one of a function are brackets. */
function meantIn(help: string): string | undefined {
  return /Did you mean (?:'([^']+)'|"([^"]+)"|`([^`]+)`|([^\s?]+?)(?:\(\))?)\?/
    .exec(help)
    ?.slice(1)
    .find((name) => name !== undefined);
}

interface Name {
  readonly written: string;
  readonly at: number;
}

/** Words, whole texts, and steps of paths in texts. */
function namesIn(source: string): readonly Name[] {
  const found: Name[] = [];
  for (const match of source.matchAll(/#.*|'[^'\n]*'|"[^"\n]*"|[A-Za-z_]\w*/g)) {
    const [written] = match;
    if (written.startsWith("#")) continue;
    if (!/^['"]/.test(written)) found.push({ written, at: match.index });
    else found.push(...namesInText(written.slice(1, -1), match.index + 1));
  }
  return found;
}

function namesInText(text: string, at: number): readonly Name[] {
  const steps = [...text.matchAll(/[^/]+/g)].map(({ 0: written, index }) => ({
    written,
    at: at + index,
  }));
  return [{ written: text, at }, ...steps];
}
