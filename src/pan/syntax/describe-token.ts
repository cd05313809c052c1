/** How a message names a token that it found. */

import type { Token } from "./token.ts";
import * as t from "./tokens.ts";

const longestImage = 30;

export function describeToken(token: Token): string {
  if (token.tokenType === t.endOfFile) return "the end of the file";
  const image =
    token.image.length > longestImage ? `${token.image.slice(0, longestImage)}…` : token.image;
  const visible = image.replace(/[\r\n]+/g, "⏎");
  switch (token.tokenType) {
    case t.SingleQuotedString:
    case t.DoubleQuotedString:
      return `the string ${visible}`;
    case t.Identifier:
      return `the name \`${visible}\``;
    default:
      return `\`${visible}\``;
  }
}
