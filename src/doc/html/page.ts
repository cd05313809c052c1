/** What all pages have in common: head, navigation, search, and how they write addresses and code. */

import { invariant } from "../../base/invariant.ts";
import type {
  Code,
  CodePiece,
  Library,
  Place,
  TemplateDoc,
  TemplateId,
} from "../library/library.ts";
import { type Addresses, mainPages, relativeAddress } from "./addresses.ts";
import { el, type Html, type HtmlElement, printHtml } from "./element.ts";
import type { LinkNames } from "./link-names.ts";
import { breakable } from "./path-text.ts";

/** What the pages of a site share. */
export interface Site {
  readonly library: Library;
  readonly addresses: Addresses;
  readonly names: LinkNames;
  readonly templates: ReadonlyMap<TemplateId, TemplateDoc>;
  /** Address of a source file on the web, with `{file}` and `{line}`. */
  readonly sourceUrl: string | undefined;
}

export interface SitePage {
  /** Its file below the site. */
  readonly name: string;
  readonly content: string;
}

/** A page that is being written: the site, and where in it we are. */
export interface PageContext extends Site {
  readonly page: string;
  /** The template whose text is shown, where it is one's. */
  readonly template?: TemplateId | undefined;
}

export interface PageText {
  readonly title: string;
  /** The pages above, from the outside in, by title and address. */
  readonly trail?: readonly (readonly [title: string, address: string])[];
  readonly content: Html;
}

export function printPage(ctx: PageContext, { title, trail = [], content }: PageText): SitePage {
  const site = ctx.library.title;
  const root = "../".repeat(ctx.page.split("/").length - 1);
  const head = el(
    "head",
    {},
    el("meta", { charset: "utf-8" }),
    el("meta", { name: "viewport", content: "width=device-width, initial-scale=1" }),
    el("meta", { name: "color-scheme", content: "light dark" }),
    el("title", {}, title === site ? site : `${title} · ${site}`),
    el("link", { rel: "stylesheet", href: `${root}style.css` }),
    el("script", { src: `${root}search.js`, defer: "" }),
  );
  const body = el(
    "body",
    { "data-root": root },
    el("a", { class: "skip", href: "#content" }, "Skip to the content"),
    header(ctx),
    el("main", { id: "content" }, trailOf(ctx, trail), el("h1", {}, title), content),
    el("footer", {}, `${site}. Made by `, el("code", {}, "vmcs doc"), "."),
  );
  return { name: ctx.page, content: printHtml(el("html", { lang: "en" }, head, body)) };
}

function header(ctx: PageContext): HtmlElement {
  const links = Object.entries(mainPages).flatMap(([name, page]) => {
    if (name === "rules" && !hasRules(ctx)) return [];
    const here = page === ctx.page ? "page" : undefined;
    const text = `${name.charAt(0).toUpperCase()}${name.slice(1)}`;
    return [el("li", {}, el("a", { href: to(ctx, page), "aria-current": here }, text))];
  });
  const search = el(
    "form",
    { id: "search", role: "search", hidden: "" },
    el("label", { for: "query" }, "Search"),
    el("input", {
      id: "query",
      type: "search",
      autocomplete: "off",
      spellcheck: "false",
      placeholder: "Search ( / )",
      role: "combobox",
      "aria-expanded": "false",
      "aria-controls": "results",
      "aria-autocomplete": "list",
    }),
    el("ul", { id: "results", role: "listbox", "aria-label": "Results", hidden: "" }),
  );
  return el(
    "header",
    {},
    el("a", { class: "brand", href: to(ctx, "index.html") }, ctx.library.title),
    el("nav", { "aria-label": "Site" }, el("ul", {}, links)),
    search,
  );
}

export function hasRules({ library }: Site): boolean {
  return library.templates.some(({ rules }) => rules.length > 0);
}

function trailOf(ctx: PageContext, trail: NonNullable<PageText["trail"]>): Html {
  if (trail.length === 0) return undefined;
  const items = trail.map(([title, address]) =>
    el("li", {}, el("a", { href: to(ctx, address) }, title)),
  );
  return el("nav", { class: "trail", "aria-label": "Above" }, el("ol", {}, items));
}

/** The address of a place in the site, from the page that is being written. */
export function to(ctx: PageContext, address: string): string {
  return relativeAddress(ctx.page, address);
}

export function link(ctx: PageContext, address: string | undefined, content: Html): Html {
  return address === undefined ? content : el("a", { href: to(ctx, address) }, content);
}

export function codeHtml(ctx: PageContext, code: Code): HtmlElement {
  const pieces = code.map((piece) => pieceHtml(ctx, piece));
  const isLong = code.some(({ text }) => text.includes("\n"));
  return isLong ? el("pre", {}, el("code", {}, pieces)) : el("code", {}, pieces);
}

function pieceHtml(ctx: PageContext, { text, refers }: CodePiece): Html {
  return refers === undefined ? text : link(ctx, ctx.addresses.declaration(refers), text);
}

export function templateLink(ctx: PageContext, id: TemplateId): Html {
  const template = ctx.templates.get(id);
  invariant(template !== undefined, `${id} is a template of the library`);
  const name = template.name || template.place.file;
  return link(ctx, ctx.addresses.template(id), el("code", {}, name));
}

export function pathLink(ctx: PageContext, path: string): Html {
  return link(ctx, ctx.addresses.path(path), el("code", {}, breakable(path)));
}

/** Where something is written: a link if the sources are on the web. */
export function placeHtml({ sourceUrl }: Site, { file, line }: Place): HtmlElement {
  const text = `${file}:${line}`;
  if (sourceUrl === undefined) return el("span", { class: "place" }, text);
  const steps = file.split("/").map(encodeURIComponent).join("/");
  const href = sourceUrl.replaceAll("{file}", steps).replaceAll("{line}", String(line));
  return el("a", { class: "place", href }, text);
}

/** A list in a few words: what is more than some is folded. */
export function listHtml(items: readonly Html[], most = 12): Html {
  const list = (some: readonly Html[]): HtmlElement =>
    el(
      "ul",
      { class: "plain" },
      some.map((item) => el("li", {}, item)),
    );
  if (items.length <= most) return list(items);
  const rest = items.slice(most);
  return [
    list(items.slice(0, most)),
    el("details", {}, el("summary", {}, `${rest.length} more`), list(rest)),
  ];
}

/** A definition list of the facts that are known. */
export function factsHtml(facts: readonly (readonly [name: string, value: Html])[]): Html {
  const known = facts.filter(([, value]) => value !== undefined);
  if (known.length === 0) return undefined;
  return el(
    "dl",
    {},
    known.map(([name, value]) => el("div", {}, el("dt", {}, name), el("dd", {}, value))),
  );
}

/** Nothing for no items. */
export function orNothing<Item>(
  items: readonly Item[],
  show: (items: readonly Item[]) => Html,
): Html {
  return items.length === 0 ? undefined : show(items);
}

/** Joined as in a sentence of a list: commas between. */
export function commas(items: readonly Html[]): Html {
  return items.flatMap((item, i) => (i === 0 ? [item] : [", ", item]));
}

export function tableHtml(
  caption: string,
  columns: readonly string[],
  rows: readonly (readonly Html[])[],
): HtmlElement {
  const headings = columns.map((column) => el("th", { scope: "col" }, column));
  const lines = rows.map(([first, ...cells]) =>
    el(
      "tr",
      {},
      el("th", { scope: "row" }, first),
      cells.map((cell) => el("td", {}, cell)),
    ),
  );
  return el(
    "div",
    { class: "table", role: "region", tabindex: "0", "aria-label": caption },
    el("table", {}, el("thead", {}, el("tr", {}, headings)), el("tbody", {}, lines)),
  );
}
