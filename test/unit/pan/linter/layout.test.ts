/** Where a linter of lines and patterns goes wrong and one with a parser does not, and where both agree. */
import { describe, expect, it } from "vitest";
import { panlintIds, shortly } from "./run-lint.ts";

const codes = (text: string): readonly string[] =>
  shortly(`template example;\n${text}\n`, panlintIds);

describe("what only looks like a finding", () => {
  it.each([
    ["signs of names and calls", "'/a' = list(-X, -f(1), !X);"],
    ["links and ranges in types", "type t = { 'a' : string(1..)* 'b' ? long{-1..}* };"],
    ["quotes in quotes", `'/a' = "it's 1+1,2;3" + 'say "a,b;c=d"';`],
    ["operators in comments", "'/a' = 1; # a=b,c;d"],
    ["a long text that ends the line of a list", `'/a' = list(\n    '${"x".repeat(140)}'\n);`],
    ["paths in lists", "'/a' = list(\n    '/var/log/',\n    '/' + X + '/',\n);"],
    ["continued strings", "'/a' = \"a=b \\\n  c,d \\\n e\";"],
    ["`nlist` without a call", "'/a' = nlist;"],
    ["a comment behind the declaration", "# nothing"],
  ])("%s", (_, text) => {
    expect(codes(text)).toEqual([]);
  });
});

describe("what is found", () => {
  it.each([
    ["a binary minus that looks like a sign", "'/a' = X -1;", ["LC001:2"]],
    ["code behind an apostrophe in a comment", "'/a' = 1; # don't\n'/b'=1;", ["LC001:3"]],
    ["two statements on a line", "'/a' = 1;'/b' = 2;", ["LP009:2"]],
    ["braces over several lines", "include {\n    'a';\n};", ["LP005:2"]],
    [
      "layout in a template with errors",
      "'/a' = ;\n'/b' =1;",
      ["empty-expression:2", "LC001:3", "LP008:2"],
    ],
  ])("%s", (_, text, wanted) => {
    expect(codes(text)).toEqual(wanted);
  });
});

describe("a source that Maven completes", () => {
  it("is checked from its second line on", () => {
    const text = "# A comment.\n$" + "{header}\n\ninclude 'a';\n'/b'=1;\n";
    expect(shortly(text, panlintIds)).toEqual(["FL001:2", "LC001:5"]);
  });
});
