/** What `vmcs explain CODE` says: the page of a diagnostic, for a terminal. */

import { didYouMean } from "../text/did-you-mean.ts";
import { noSpan } from "../text/span.ts";
import { wrapMarkdown } from "../text/wrap-markdown.ts";
import { categories, type DiagnosticCode, definitions } from "./codes.ts";
import type { Definition } from "./definition.ts";
import { type Diagnostic, diagnostic } from "./diagnostic.ts";

const width = 80;

/** The page of a code; undefined if there is no such code. */
export function explainCode(code: string): string | undefined {
  if (!isDiagnosticCode(code)) return undefined;
  const { severity, message, help, explanation }: Definition = definitions[code];
  const summary = [message, ...(help === undefined ? [] : [`help: ${help}`])];
  const text = [`${severity}[${code}], ${categories[code]}`, ...summary, explanation].join("\n\n");
  return `${wrapMarkdown(text, width)}\n`;
}

/** The diagnostic about a code that is none. */
export function unknownCode(code: string): Diagnostic {
  const help = didYouMean(code, Object.keys(definitions));
  return diagnostic("unknown-code", noSpan, { code }, { help });
}

function isDiagnosticCode(code: string): code is DiagnosticCode {
  return Object.hasOwn(definitions, code);
}
