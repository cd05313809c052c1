import { describe, expect, it } from "vitest";
import { wrapMarkdown } from "../../../src/text/wrap-markdown.ts";

describe("wrapMarkdown", () => {
  it("fills paragraphs", () => {
    expect(wrapMarkdown("one two three\nfour\n\nfive\nsix", 10)).toBe(
      "one two\nthree four\n\nfive six",
    );
  });

  it("does not break words", () => {
    expect(wrapMarkdown("a incomprehensibilities b", 8)).toBe("a\nincomprehensibilities\nb");
  });

  it("counts columns, not code units", () => {
    expect(wrapMarkdown("日本 日本 日本", 9)).toBe("日本 日本\n日本");
  });

  it("keeps code, fences and lists", () => {
    const text = [
      "    indented   code\n    more of it",
      "```pan\n'/a' = 1;\n\n'/b' = 2;\n```",
      "- one\n- two",
    ].join("\n\n");
    expect(wrapMarkdown(text, 5)).toBe(text);
  });

  it("joins what is far apart", () => {
    expect(wrapMarkdown("\n\none\n\n\n\ntwo\n\n", 10)).toBe("one\n\ntwo");
  });
});
