/** HTML as data: elements are made here and nowhere else, and their text is escaped when they are printed. */

export type Html = string | HtmlElement | undefined | readonly Html[];

export interface HtmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string | undefined>>;
  readonly children: readonly Html[];
}

/** An attribute that is undefined is left out; one that is empty stands alone. */
export function el(
  name: string,
  attributes: HtmlElement["attributes"],
  ...children: readonly Html[]
): HtmlElement {
  return { name, attributes, children };
}

/** The whole document; the same elements give the same bytes. */
export function printHtml(root: HtmlElement): string {
  const out: string[] = ["<!doctype html>"];
  print(root, out);
  out.push("\n");
  return out.join("");
}

const empty: ReadonlySet<string> = new Set(["br", "hr", "input", "link", "meta", "col", "wbr"]);

/** Elements that begin a line of the file, so that a person can read it; no white space that counts is added. */
const onLinesOfTheirOwn: ReadonlySet<string> = new Set([
  ...["html", "head", "body", "header", "footer", "main", "nav", "section", "article", "aside"],
  ...["div", "p", "pre", "ul", "ol", "li", "dl", "dt", "dd", "table", "thead", "tbody", "tr"],
  ...["h1", "h2", "h3", "h4", "details", "summary", "form", "title", "meta", "link", "script"],
]);

function print(node: Html, out: string[]): void {
  if (node === undefined) return;
  if (typeof node === "string") {
    out.push(escapeText(node));
    return;
  }
  if (isList(node)) {
    for (const child of node) print(child, out);
    return;
  }
  if (onLinesOfTheirOwn.has(node.name)) out.push("\n");
  out.push("<", node.name);
  for (const [name, value] of Object.entries(node.attributes)) {
    if (value === undefined) continue;
    out.push(" ", name);
    if (value !== "") out.push('="', escapeText(value), '"');
  }
  out.push(">");
  if (empty.has(node.name)) return;
  for (const child of node.children) print(child, out);
  out.push("</", node.name, ">");
}

function isList(node: Exclude<Html, string | undefined>): node is readonly Html[] {
  return Array.isArray(node);
}

/** What HTML cannot hold at all becomes the replacement character. */
function escapeText(text: string): string {
  return text.replace(special, (character) => replacements[character] ?? "\ufffd");
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what HTML has no way to write.
const special = /[&<>"\u0000-\u0008\u000b-\u001f\u007f]/g;

const replacements: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "\r": "\n",
};
