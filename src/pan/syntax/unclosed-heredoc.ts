/** A heredoc that nothing ends, and the line that may have been meant to. */

import { type Diagnostic, diagnostic } from "../../diagnostics/diagnostic.ts";
import type { Token } from "./token.ts";

export function unclosedHeredoc(file: string, text: string, mark: Token): Diagnostic {
  const name = mark.image.slice(2);
  const nearly = new RegExp(`^[ \\t]*${name}[ \\t;,)}]*$`, "m").exec(text.slice(mark.end));
  const start = mark.end + (nearly?.index ?? 0);
  const line = { file, start, end: start + (nearly?.[0].length ?? 0) };
  const related =
    nearly === null ? [] : [{ span: line, message: `This line is not exactly \`${name}\`.` }];
  const span = { file, start: mark.startOffset, end: mark.end };
  return diagnostic("unclosed-heredoc", span, { marker: name }, { related });
}
