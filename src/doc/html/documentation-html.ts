/** Documentation as HTML. */

import { assertNever } from "../../base/assert-never.ts";
import type { Documentation } from "../library/library.ts";
import { type Block, type Inline, parseInline, parseMarkup } from "../markup/parse-markup.ts";
import { el, type Html, type HtmlElement } from "./element.ts";
import { link, type PageContext } from "./page.ts";

/** All that annotations say, but for arguments, which stand with a function's name. */
export function documentationHtml(ctx: PageContext, documentation: Documentation): Html {
  const { text, returns, examples, notes, deprecated } = documentation;
  return [
    deprecated === undefined ? undefined : deprecation(ctx, deprecated),
    markupHtml(ctx, text),
    returns === undefined ? undefined : el("p", {}, "Returns: ", inlineHtml(ctx, returns)),
    examples.map((example) =>
      el(
        "div",
        { class: "example" },
        el("p", {}, "Example:"),
        el("pre", {}, el("code", {}, example)),
      ),
    ),
    notes.length === 0 ? undefined : notesHtml(ctx, notes),
  ];
}

export function markupHtml(ctx: PageContext, text: string): Html {
  return parseMarkup(text).map((block) => blockHtml(ctx, block));
}

export function inlineHtml(ctx: PageContext, text: string): Html {
  return parseInline(text).map((piece) => pieceOf(ctx, piece));
}

function deprecation(ctx: PageContext, text: string): HtmlElement {
  const more = text === "" ? undefined : [" ", inlineHtml(ctx, text)];
  return el("p", { class: "deprecated" }, el("strong", {}, "Deprecated."), more);
}

function notesHtml(ctx: PageContext, notes: Documentation["notes"]): HtmlElement {
  return el(
    "dl",
    { class: "notes" },
    notes.map(({ name, text }) =>
      el("div", {}, el("dt", {}, name || "note"), el("dd", {}, inlineHtml(ctx, text))),
    ),
  );
}

function blockHtml(ctx: PageContext, block: Block): HtmlElement {
  switch (block.kind) {
    case "paragraph":
      return el(
        "p",
        {},
        block.content.map((piece) => pieceOf(ctx, piece)),
      );
    case "list":
      return el(
        block.ordered ? "ol" : "ul",
        {},
        block.items.map((item) =>
          el(
            "li",
            {},
            item.map((piece) => pieceOf(ctx, piece)),
          ),
        ),
      );
    case "code":
      return el("pre", {}, el("code", {}, block.text));
    default:
      return assertNever(block);
  }
}

function pieceOf(ctx: PageContext, piece: Inline): Html {
  switch (piece.kind) {
    case "text":
      return withPaths(ctx, piece.text);
    case "code":
      return link(ctx, ctx.names.address(piece.text, ctx.template), el("code", {}, piece.text));
    case "link":
      return el("a", { href: piece.address, rel: "external" }, piece.text);
    default:
      return assertNever(piece);
  }
}

/** Paths of the library need no backticks to be found. */
function withPaths(ctx: PageContext, text: string): Html {
  return text.split(/((?<![\w/:.])\/[\w*][\w/*+-]*)/).map((part, i) => {
    const address = i % 2 === 1 ? ctx.addresses.path(part) : undefined;
    return address === undefined ? part : link(ctx, address, el("code", {}, part));
  });
}
