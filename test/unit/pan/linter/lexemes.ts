/** The words of a template in one spelling, without what fixes take away on purpose. */
import { lex } from "../../../../src/pan/syntax/lexer.ts";

export function lexemesOf(text: string): readonly string[] {
  const { tokens, comments, annotations } = lex(text, "example.pan");
  const words = tokens
    .map(({ image, value }) => (image.startsWith("<<") ? String(value) : image))
    .map((image) => image.replace(/^(is_)?nlist$/, "$1dict").replace(/(.)\/+(['"])$/, "$1$2"));
  // Semicolons that end nothing, braces around includes, and `format` inside of `error` go.
  const kept = words
    .join("§")
    .replace(/include§\{§('a')§\}/g, "include§$1")
    .replace(/error§\(§format§\((.*?§\))§\)§\)/g, "error§($1§)")
    .split("§")
    .filter((word) => word !== ";");
  return [...kept, `${comments.length} comments`, `${annotations.length} annotations`];
}
