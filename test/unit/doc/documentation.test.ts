/** Annotations as they are written in public libraries, and the markup in them. */

import { describe, expect, it } from "vitest";
import { documentationOf } from "../../../src/doc/library/documentation.ts";
import { parseMarkup, summaryOf } from "../../../src/doc/markup/parse-markup.ts";
import { annotationPairs } from "../../../src/pan/syntax/annotation-body.ts";
import { parseTemplate } from "../../../src/pan/syntax/parse-template.ts";

function documented(annotations: string): ReturnType<typeof documentationOf> {
  const text = `${annotations}\ntemplate a;\n`;
  const { template } = parseTemplate(text, { file: "a.pan", dialect: "pan", mode: "compile" });
  return documentationOf(template.annotations);
}

describe("annotations", () => {
  it("are free text, without the indentation of the template", () => {
    const { text } = documented("@documentation{\n    One\n      more\n\n    end\n}");
    expect(text).toBe("One\n  more\n\nend");
  });

  it("are pairs, with quotes and continued lines", () => {
    expect(annotationPairs(" desc = a \\\n  b\narg = 'it''s'\narg=\"x = y\" ")).toEqual([
      { key: "desc", value: "a b" },
      { key: "arg", value: "it's" },
      { key: "arg", value: "x = y" },
    ]);
    expect(annotationPairs("a text = not pairs")).toBeUndefined();
    expect(annotationPairs("key = ")).toBeUndefined();
  });

  it("say together what each says", () => {
    const all = documented(
      "@{ one }\n@documentation{ two }\n@example{ f(1) }\n@author{ name = Jo }",
    );
    expect(all).toMatchObject({
      text: "one\n\ntwo",
      examples: ["f(1)"],
      notes: [{ name: "author name", text: "Jo" }],
    });
  });

  it("tell what is deprecated in several ways", () => {
    expect(documented("@deprecated{ use b }").deprecated).toBe("use b");
    expect(documented("@{ desc = x\n deprecated = use c }").deprecated).toBe("use c");
    expect(documented("@{ mount point (deprecated) }").deprecated).toBe("");
    expect(documented("@{ what is not deprecated }").deprecated).toBeUndefined();
  });

  it("that cannot be read say nothing", () => {
    expect(documented("@{ a = }")).toMatchObject({ text: "", notes: [] });
  });
});

describe("markup", () => {
  it("has paragraphs, lists and code", () => {
    const text = "One\ntwo\n- a\n  b\n- c\n\n    code\n\n    more\n\n1. x\n\n```\nfenced\n```\nend";
    expect(parseMarkup(text).map((block) => block.kind)).toEqual([
      ...["paragraph", "list", "code", "list", "code", "paragraph"],
    ]);
    expect(parseMarkup(text)[2]).toEqual({ kind: "code", text: "code\n\nmore" });
  });

  it("takes for links what is an address, and nothing else", () => {
    const [block] = parseMarkup(
      "[x](javascript:alert(1)) [y](https://a.example/b) http://c.example.",
    );
    expect(block).toEqual({
      kind: "paragraph",
      content: [
        { kind: "text", text: "[x](javascript:alert(1)) " },
        { kind: "link", text: "y", address: "https://a.example/b" },
        { kind: "text", text: " " },
        { kind: "link", text: "http://c.example", address: "http://c.example" },
        { kind: "text", text: "." },
      ],
    });
  });

  it("is summed up by its first sentence", () => {
    expect(summaryOf("- a list\n\nThe `first` one. The second.")).toBe("The first one.");
    expect(summaryOf("such as 1.5 GiB: more")).toBe("such as 1.5 GiB");
    expect(summaryOf("word ".repeat(60)).length).toBeLessThan(165);
  });
});
