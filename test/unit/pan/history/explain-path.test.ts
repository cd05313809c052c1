/** Why there is what there is at a path: cases that no fixture of a command shows. */
import { describe, expect, it } from "vitest";
import { memoryHost } from "../../../../src/host/memory/memory-host.ts";
import { explainPath } from "../../../../src/pan/history/explain-path.ts";
import type { Explanation } from "../../../../src/pan/history/explanation.ts";
import {
  compileHistories,
  type ProfileHistory,
} from "../../../../src/pan/history/profile-history.ts";
import { winnerOf } from "../../../../src/pan/history/winner.ts";
import type { Term } from "../../../../src/pan/tree/term.ts";
import { defaultOptions } from "../../../support/compile.ts";

/** `directory` is where the object template is; the include path is `/t`. */
function historyOf(text: string, directory = "/t") {
  const file = `${directory}/vm.pan`;
  const found: ProfileHistory[] = [];
  const { diagnostics } = compileHistories({
    host: memoryHost({ files: { [file]: text } }),
    files: [file],
    options: { ...defaultOptions, includePath: ["/t"] },
    print: () => undefined,
    onProfile: (history) => found.push(history),
  });
  return { diagnostics, history: found[0] };
}

function explained(text: string, terms: readonly Term[]): Explanation {
  const { history } = historyOf(`object template vm;\n${text}`);
  if (history === undefined) throw new Error("There is no profile.");
  return explainPath(history, terms);
}

describe("a default", () => {
  it.each([
    [
      "of a named type",
      "type t = long = 5;\ntype r = { 'x' : t };\nbind '/r' = r;",
      "t",
      undefined,
    ],
    ["of a field", "type r = { 'x' : long = 5 };\nbind '/r' = r;", "r", "x"],
    [
      "of an included type",
      "type base = { 'x' : long = 5 };\ntype r = { include base };\nbind '/r' = r;",
      "base",
      "x",
    ],
    ["of a binding", "bind '/r/x' = long = 5;", undefined, "x"],
  ])("%s is told as that", (_, types, name, field) => {
    const needed = types.includes("'/r' = r") ? "'/r' = dict();\n" : "";
    const { value, writes } = explained(`${types}\n${needed}`, ["r", "x"]);
    expect(value?.text).toBe("5");
    expect(winnerOf({ writes })).toMatchObject({ kind: "default", type: { name, field } });
  });
});

it("a default of a whole record is that of the type which it includes", () => {
  const types = "type base = { 'x' : long } = dict('x', 7);\ntype r = { include base };\n";
  const { value, writes } = explained(`${types}bind '/r' = r;\n`, ["r"]);
  expect(value?.text).toBe("dict of 1 key");
  expect(winnerOf({ writes })).toMatchObject({ kind: "default", type: { name: "base" } });
});

describe("a path that is not there", () => {
  const text = "'/disks/first/size' = 1;\n";

  it.each<[string, readonly Term[], string | undefined]>([
    ["in the middle", ["disk", "first", "size"], "/disks/first/size"],
    ["as far as it goes on", ["disk", "second"], "/disks"],
    ["at the end", ["disks", "first", "sise"], "/disks/first/size"],
    ["below a property", ["disks", "first", "size", "unit"], undefined],
    ["like nothing else", ["software"], undefined],
  ])("misspelt %s has the one that was meant", (_, terms, guess) => {
    expect(explained(text, terms).guess).toBe(guess);
  });
});

describe("what DML has looked at", () => {
  it("has the statement that had written it then", () => {
    const { writes } = explained("'/a' = 1;\n'/b' = value('/a');\n'/a' = 2;\n", ["b"]);
    const [read] = winnerOf({ writes })?.reads ?? [];
    expect(read).toMatchObject({ kind: "path", path: "/a", value: { text: "1" } });
    expect(read?.place).toMatchObject({ file: "/t/vm.pan", start: 20 });
  });
});

it("points at an object template that the include path does not lead to", () => {
  const { diagnostics, history } = historyOf("object template vm;\n", "/other");
  expect(diagnostics).toMatchObject([
    { code: "template-not-found", span: { file: "/other/vm.pan", start: 16 } },
  ]);
  expect(history).toBeUndefined();
});
