/**
 * The markup of annotations: a small part of Markdown, as data.
 *
 * Paragraphs are separated by empty lines; lines that begin with `-`, `*` or `1.` are items of a list; lines that are
 * indented by four blanks more, or between lines of three backticks, are code. Within a line, backticks enclose code,
 * `[text](https://…)`, `<https://…>` and bare addresses are links. All else is text, whatever it looks like.
 */

export type Block =
  | { readonly kind: "paragraph"; readonly content: readonly Inline[] }
  | {
      readonly kind: "list";
      readonly ordered: boolean;
      readonly items: readonly (readonly Inline[])[];
    }
  | { readonly kind: "code"; readonly text: string };

export type Inline =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "code"; readonly text: string }
  | { readonly kind: "link"; readonly text: string; readonly address: string };

export function parseMarkup(text: string): readonly Block[] {
  const lines = text.split("\n");
  const blocks: Block[] = [];
  for (let at = 0; at < lines.length; ) {
    const line = lines[at] ?? "";
    if (line.trim() === "") {
      at++;
      continue;
    }
    const { block, next } = blockAt(lines, at);
    blocks.push(block);
    at = next;
  }
  return blocks;
}

/** The first sentence, without markup: for lists and search. */
export function summaryOf(text: string): string {
  const first = parseMarkup(text).find(({ kind }) => kind === "paragraph");
  if (first?.kind !== "paragraph") return "";
  const plain = first.content.map((piece) => piece.text).join("");
  const sentence = /^.*?[.!?:;](?=\s|$)/s.exec(plain)?.[0] ?? plain;
  const short = sentence.length <= longestSummary ? sentence : cut(sentence);
  return short.replace(/[:;]$/, "");
}

const longestSummary = 160;

function cut(text: string): string {
  return `${text.slice(0, longestSummary).replace(/\s*\S*$/, "")} …`;
}

interface Found {
  readonly block: Block;
  /** The line behind the block. */
  readonly next: number;
}

/** A fence may name a language. */
const fence = /^\s*```\w*\s*$/;
const listItem = /^ {0,3}(?:[-*]|(\d+)[.)])\s+(?=\S)/;
const indented = /^ {4}/;

function blockAt(lines: readonly string[], at: number): Found {
  const line = lines[at] ?? "";
  if (fence.test(line)) return fencedAt(lines, at);
  if (indented.test(line)) return indentedAt(lines, at);
  return listItem.test(line) ? listAt(lines, at) : paragraphAt(lines, at);
}

/** A fence that nothing closes encloses the rest. */
function fencedAt(lines: readonly string[], at: number): Found {
  const close = lines.findIndex((line, i) => i > at && fence.test(line));
  const end = close < 0 ? lines.length : close;
  return { block: { kind: "code", text: lines.slice(at + 1, end).join("\n") }, next: end + 1 };
}

function indentedAt(lines: readonly string[], at: number): Found {
  let end = at;
  while (end < lines.length && (indented.test(lines[end] ?? "") || lines[end] === "")) end++;
  const code = lines.slice(at, end).map((line) => line.slice(4));
  return { block: { kind: "code", text: code.join("\n").trimEnd() }, next: end };
}

/** An item goes on as long as its lines are indented. */
function listAt(lines: readonly string[], at: number): Found {
  const items: string[] = [];
  let end = at;
  for (; end < lines.length; end++) {
    const line = lines[end] ?? "";
    const isItem = listItem.test(line);
    if (!isItem && !/^\s+\S/.test(line)) break;
    if (isItem) items.push(line.replace(listItem, ""));
    else items.push(`${items.pop() ?? ""} ${line.trim()}`);
  }
  const ordered = listItem.exec(lines[at] ?? "")?.[1] !== undefined;
  return { block: { kind: "list", ordered, items: items.map(parseInline) }, next: end };
}

function paragraphAt(lines: readonly string[], at: number): Found {
  let end = at + 1;
  while (end < lines.length && goesOn(lines[end] ?? "")) end++;
  const text = lines
    .slice(at, end)
    .map((line) => line.trim())
    .join("\n");
  return { block: { kind: "paragraph", content: parseInline(text) }, next: end };
}

function goesOn(line: string): boolean {
  return line.trim() !== "" && !fence.test(line) && !listItem.test(line);
}

const special =
  /`([^`]+)`|\[([^\]\n]+)\]\((https?:\/\/[^\s()<>"]+)\)|<(https?:\/\/[^\s<>"]+)>|(?<!\w)(https?:\/\/[^\s<>"'`)\]]+)/g;

export function parseInline(text: string): readonly Inline[] {
  const pieces: Inline[] = [];
  let at = 0;
  const textTo = (end: number): void => {
    if (end > at) pieces.push({ kind: "text", text: text.slice(at, end) });
  };
  for (const match of text.matchAll(special)) {
    const [whole, code, label, labelled, bracketed, bare] = match;
    // A full stop behind an address ends the sentence.
    const address = labelled ?? bracketed ?? bare?.replace(/[.,;:!?]+$/, "");
    textTo(match.index);
    at = match.index + (bare === undefined ? whole.length : (address?.length ?? 0));
    if (code !== undefined) pieces.push({ kind: "code", text: code });
    else if (address !== undefined) {
      pieces.push({ kind: "link", text: label ?? address, address });
    }
  }
  textTo(text.length);
  return pieces;
}
