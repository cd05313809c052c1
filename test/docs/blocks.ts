/**
 * The code blocks of a page of documentation.
 *
 * The first word behind the fence is the language, as everywhere in Markdown; the others tell the tests what becomes
 * of the block (see `page-runner.ts`), and no reader sees them.
 */

export interface Block {
  readonly language: string;
  /** Words behind the language; `file=a.pan` is in `settings`. */
  readonly words: ReadonlySet<string>;
  readonly settings: ReadonlyMap<string, string>;
  /** With the last line end. */
  readonly code: string;
  /** Of the fence, from 1. */
  readonly line: number;
}

const fenced = /^(```+)([^\n`]*)\n([\s\S]*?)^\1$/gm;

/** Replaces what the blocks hold by what is given for each; undefined leaves a block alone. */
export async function replaceBlocks(
  text: string,
  replacement: (block: Block) => Promise<string | undefined>,
): Promise<string> {
  let result = "";
  let end = 0;
  for (const match of text.matchAll(fenced)) {
    const [whole, fence = "", info = "", code = ""] = match;
    const line = text.slice(0, match.index).split("\n").length;
    const replaced = (await replacement(blockOf(info, code, line))) ?? code;
    result += `${text.slice(end, match.index)}${fence}${info}\n${replaced}${fence}`;
    end = match.index + whole.length;
  }
  return result + text.slice(end);
}

/** Lines that begin or end a block, however they are indented. */
export function countFences(text: string): number {
  return text.match(/^\s*```/gm)?.length ?? 0;
}

export function countBlocks(text: string): number {
  return text.match(fenced)?.length ?? 0;
}

function blockOf(info: string, code: string, line: number): Block {
  const [language = "", ...rest] = info.trim().split(/\s+/);
  const settings = rest.filter((word) => word.includes("="));
  return {
    language,
    words: new Set(rest.filter((word) => !word.includes("="))),
    settings: new Map(settings.map((word) => splitAtFirst(word))),
    code,
    line,
  };
}

function splitAtFirst(word: string): [string, string] {
  const at = word.indexOf("=");
  return [word.slice(0, at), word.slice(at + 1)];
}
