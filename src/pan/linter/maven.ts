/**
 * Sources of templates that Maven completes: their first line of code is `${…}` in the place of the declaration.
 *
 * They are read as if the placeholder were white space, so that what follows can be checked.
 */

import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import type { Located } from "../../text/span.ts";

export interface Placeholder extends Located {
  /** The text with white space in its place. */
  readonly readableText: string;
  /** What the parser refuses besides. */
  problems(parsed: { readonly diagnostics: readonly Diagnostic[] }): readonly Diagnostic[];
}

export function findPlaceholder(text: string): Placeholder | undefined {
  const match = /^(?:[ \t]*(?:#.*)?\r?\n)*(\$\{\S+\})[ \t]*$/m.exec(text);
  if (match === null || match.index !== 0) return undefined;
  const [whole, placeholder = ""] = match;
  const start = whole.lastIndexOf(placeholder);
  const end = start + placeholder.length;
  return {
    start,
    end,
    readableText: text.slice(0, start) + " ".repeat(end - start) + text.slice(end),
    problems: ({ diagnostics }) => diagnostics.filter(({ code }) => code !== "expected-template"),
  };
}
