/** Laws of documentation that hold for any text. */

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { el, printHtml } from "../../src/doc/html/element.ts";
import { writeSite } from "../../src/doc/html/write-site.ts";
import { describeLibrary } from "../../src/doc/library/describe-library.ts";
import { parseMarkup, summaryOf } from "../../src/doc/markup/parse-markup.ts";
import { anyCharacter } from "../support/any-text.ts";
import { brokenLinks, unreachable } from "../unit/doc/check-links.ts";

const seed = 20_261_121;

/** Pieces that mean something to HTML, to the markup, or to JSON. */
const hostileText = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        "<script>",
        "</code>",
        "&lt;",
        '"',
        "'",
        "`",
        "```",
        "\n",
        "\n\n",
        "    ",
        "- ",
      ),
      fc.constantFrom("https://a.example/", "](", "[", ")", "<!--", "]]>", "/a/b", "\u2028", "$&"),
      fc.string({ unit: anyCharacter, maxLength: 6 }),
    ),
    { maxLength: 12 },
  )
  .map((parts) => parts.join(""));

describe("HTML", () => {
  it("holds any text as it is", () => {
    fc.assert(
      fc.property(hostileText, hostileText, (text, attribute) => {
        const page = printHtml(el("b", { title: attribute }, text));
        const [, title = "", content = ""] =
          /^<!doctype html><b(?: title(?:="([^"]*)")?)>([^<]*)<\/b>\n$/.exec(page) ?? [];
        expect(unescaped(content)).toBe(representable(text));
        expect(unescaped(title)).toBe(representable(attribute));
      }),
      { seed, numRuns: 300 },
    );
  });
});

describe("a site", () => {
  it("has no tags that a text brought in, and no broken links", () => {
    fc.assert(
      fc.property(hostileText, hostileText, (text, value) => {
        const title = text;
        const safe = text.replace(/[{}=]/g, "");
        const literal = value.replace(/'/g, "''").replace(/\p{Cc}/gu, " ");
        const template = `@{ ${safe} }\ndeclaration template a;\n@{ ${safe} }\ntype t = string = '${literal}';\nbind '/a/b' = t;\n`;
        const files = [{ path: "/a.pan", text: template }];
        const { library } = describeLibrary({ title, files, dialect: "vmcs" });
        const site = writeSite(library, { sourceUrl: undefined });
        expect(brokenLinks(site)).toEqual([]);
        expect(unreachable(site)).toEqual([]);
        const html = site.filter(({ name }) => name.endsWith(".html"));
        for (const { content } of html) {
          expect(content.match(/<script[^>]*>/g)).toHaveLength(1);
          expect(content).not.toMatch(/<!--|href="(?!https?:|[\w./%#-])/);
        }
      }),
      { seed, numRuns: 60 },
    );
  });
});

describe("markup", () => {
  it("loses no word", () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        const shown = JSON.stringify(parseMarkup(text));
        // But for the language behind a fence.
        for (const word of text.match(/(?<!```)\b[a-z]{3,}/g) ?? []) expect(shown).toContain(word);
        expect(summaryOf(text).length).toBeLessThanOrEqual(165);
      }),
      { seed, numRuns: 300 },
    );
  });
});

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what HTML has no way to write.
const unwritable = /[\u0000-\u0008\u000b-\u001f\u007f]/g;

/** What HTML cannot hold is replaced. */
function representable(text: string): string {
  return text.replace(/\r/g, "\n").replace(unwritable, "\ufffd");
}

function unescaped(text: string): string {
  return text
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&amp;", "&");
}
