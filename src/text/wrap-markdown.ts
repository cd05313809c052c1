/** Markdown as plain text: paragraphs are filled anew, whatever is indented or fenced stays as it is. */

import { displayWidth } from "./display-width.ts";

export function wrapMarkdown(text: string, width: number): string {
  return blocksOf(text)
    .map((block) => (isVerbatim(block) ? block : fill(block, width)))
    .join("\n\n");
}

/** The parts between empty lines; a fence keeps its empty lines. */
function blocksOf(text: string): readonly string[] {
  const blocks = text.match(/^```[^\n]*\n[\s\S]*?^```$|^(?:(?!```).*\S.*\n?)+/gm) ?? [];
  return blocks.map((block) => block.trimEnd());
}

/** Code, lists and headings keep their lines. */
function isVerbatim(block: string): boolean {
  return /^(?: {4}|```|[-*#|] |\d+\. )/.test(block);
}

function fill(paragraph: string, width: number): string {
  const lines: string[] = [];
  let line = "";
  for (const word of paragraph.split(/\s+/).filter((part) => part !== "")) {
    const longer = line === "" ? word : `${line} ${word}`;
    if (line === "" || displayWidth(longer) <= width) {
      line = longer;
    } else {
      lines.push(line);
      line = word;
    }
  }
  return [...lines, line].join("\n");
}
