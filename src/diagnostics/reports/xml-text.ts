/** Text in the XML of reports, through xmlbuilder2. */

import type { XMLBuilder } from "xmlbuilder2/lib/interfaces.js";
import { oneLine, printable } from "../../text/display-width.ts";

/** A value of an attribute, on one line: of more, readers see blanks. */
export function attributeText(text: string): string {
  return verbatim(oneLine(text));
}

/** Text of an element; it may have several lines. */
export function elementText(text: string): string {
  return verbatim(printable(text));
}

/** The document as it is written to a file. */
export function finishXml(root: XMLBuilder): string {
  return `${root.doc().end({ prettyPrint: true })}\n`;
}

/**
 * Shown signs are not the characters that XML forbids, but for two that are no characters. xmlbuilder2 takes `&amp;`
 * and its like for escaped already, so that it must be.
 */
function verbatim(text: string): string {
  return text.replace(/[\ufffe\uffff]/g, "\ufffd").replaceAll("&", "&amp;");
}
