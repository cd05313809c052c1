/** The message and its help for formats that have one text: two sentences, also where the message is its author's. */

import type { Diagnostic } from "../diagnostic.ts";

export function oneParagraph({ message, help }: Pick<Diagnostic, "message" | "help">): string {
  if (help === undefined) return message;
  const isEnded = /[.?!:;…]\s*$/.test(message);
  return `${message}${isEnded ? "" : "."} ${help}`;
}
