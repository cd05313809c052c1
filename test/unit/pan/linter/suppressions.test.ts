/** `# panlint disable=…` as panlint reads it. */
import { describe, expect, it } from "vitest";
import { panlintIds, shortly } from "./run-lint.ts";

const codes = (text: string): readonly string[] =>
  shortly(`template example;\n${text}`, panlintIds);

describe("a suppression comment", () => {
  it.each([
    ["holds for the next line", "# panlint disable=LP011\nvariable RAM = 1;", []],
    [
      "holds for no other line",
      "# panlint disable=LP011\nvariable RAM = 1;\nvariable CPU = 1;",
      ["LP011:4"],
    ],
    [
      "does not end at empty lines and comments",
      "# panlint disable=LP011\n\n# why\nvariable RAM = 1;",
      [],
    ],
    [
      "does not end at annotations",
      "# panlint disable=LP011\n@{ why\n not }\nvariable RAM = 1;",
      [],
    ],
    ["holds for its ids only", "# panlint disable=LP011\nvariable RAM= 1;", ["LC001:3"]],
    [
      "takes several ids, with a comma at the end",
      "# panlint disable=LP011,LC001,\nvariable RAM= 1;",
      [],
    ],
    ["may be indented", "    # panlint disable=LP011\nvariable RAM = 1;", []],
    [
      "takes the place of another",
      "# panlint disable=LC001\n# panlint disable=LP011\nvariable RAM= 1;",
      ["LC001:4"],
    ],
    [
      "ends at a line of white space, which is code",
      "# panlint disable=LP011,LP003\n    \nvariable RAM = 1;",
      ["LP011:4"],
    ],
    ["needs a line of its own", "variable RAM = 1; # panlint disable=LP011", ["LP011:2"]],
    ["needs a space behind the hash", "#panlint disable=LP011\nvariable RAM = 1;", ["LP011:3"]],
    ["has no spaces between ids", "# panlint disable=LP011, LC001\nvariable RAM = 1;", ["LP011:3"]],
    ["has nothing behind it", "# panlint disable=LP011 because\nvariable RAM = 1;", ["LP011:3"]],
    [
      "is nothing in a heredoc",
      "'/a' = <<EOT;\n# panlint disable=LP011\nEOT\nvariable RAM = 1;",
      ["LP011:5"],
    ],
  ])("%s", (_, text, wanted) => {
    expect(codes(text)).toEqual(wanted);
  });

  it("that suppresses nothing is reported, unless its rule was not used", () => {
    const text =
      "object template example;\n# panlint disable=LP011,LC001,ZZ999,VP015\nvariable RAM = 1;\n'/a' = RAM;";
    expect(shortly(text)).toEqual(["VP017:2"]);
    expect(shortly(text.replace("LC001", "VP017"))).toEqual([]);
  });
});
