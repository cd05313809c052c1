import { describe, expect, it } from "vitest";
import { parseArchive, printArchive } from "../../support/txtar.ts";

const text = `What this is about.

-- site/defaults.pan --
declaration template site/defaults;

-- vm.pan --
object template vm;
-- empty --
`;

describe("txtar", () => {
  it("reads the comment and the files in their order", () => {
    const archive = parseArchive(text);
    expect(archive.comment).toBe("What this is about.\n\n");
    expect([...archive.files]).toEqual([
      ["site/defaults.pan", "declaration template site/defaults;\n\n"],
      ["vm.pan", "object template vm;\n"],
      ["empty", ""],
    ]);
  });

  it("prints what it read", () => {
    expect(printArchive(parseArchive(text))).toBe(text);
  });

  it("ends the last line of each file", () => {
    const files = new Map([["a", "one"]]);
    expect(printArchive({ comment: "", files })).toBe("-- a --\none\n");
  });
});
