/** What the driver does with the files and options that it is given. */
import { describe, expect, it } from "vitest";
import { memoryHost } from "../../../../src/host/memory/memory-host.ts";
import { compile } from "../../../../src/pan/compiler/compile.ts";
import type { CompileOptions } from "../../../../src/pan/compiler/options.ts";
import { Dict } from "../../../../src/pan/tree/dict.ts";
import { List } from "../../../../src/pan/tree/list.ts";
import { plainTree } from "../../../support/plain-tree.ts";

const options: CompileOptions = {
  dialect: "pan",
  includePath: ["/site"],
  maxIteration: 100,
  maxRecursion: 10,
  deprecationWarnings: "on",
  initialData: new Dict(),
  debugs: () => false,
  build: true,
};

describe("files", () => {
  const site = {
    "/site/b.pan": 'object template b;\n"/n" = 2;',
    "/site/a.pan": "object template a;",
  };

  it("are compiled once each, in the order of their names", () => {
    const { names, output } = run(site, ["/site/b.pan", "/site/a.pan", "/site/b.pan"]);
    expect(names).toEqual(["a", "b"]);
    expect(output.profiles).toBe(2);
    expect(output.counters.templates).toBe(2);
  });

  it("that cannot be read have a diagnostic", () => {
    const { names, codes } = run(site, ["/site/missing.pan", "/site/a.pan"]);
    expect(names).toEqual(["a"]);
    expect(codes).toEqual(["template-unreadable"]);
  });

  it("of other templates are read, so that their errors are found", () => {
    const files = { ...site, "/site/part.pan": 'template part;\n"/a" = 1 / 0;' };
    const { names, codes } = run(files, ["/site/part.pan", "/site/a.pan"]);
    expect(names).toEqual(["a"]);
    expect(codes).toEqual(["division-by-zero"]);
  });

  it("are shown by the text that was compiled", () => {
    const { output } = run(site, ["/site/a.pan"]);
    expect(output.text("/site/a.pan")).toBe("object template a;");
    expect(output.text("/site/b.pan")).toBeUndefined();
  });
});

describe("the include path", () => {
  it("is searched in its order", () => {
    const files = {
      "/site/a.pan": 'object template a;\ninclude "part";\ninclude "own";',
      "/site/own.pan": 'template own;\n"/own" = "site";',
      "/shared/own.pan": 'template own;\n"/own" = "shared";',
      "/shared/part.pan": 'template part;\n"/part" = "shared";',
    };
    const { roots } = run(files, ["/site/a.pan"], { includePath: ["/site", "/shared"] });
    expect(roots.get("a")).toEqual({
      dict: [
        ["own", "site"],
        ["part", "shared"],
      ],
    });
  });

  it("must not lead to a template of another name first", () => {
    const files = {
      "/t/first/vm.pan": "object template first/vm;",
      "/t/second/vm.pan": "object template vm;",
    };
    const includePath = ["/t/first", "/t/second"];
    const { output } = run(files, ["/t/second/vm.pan"], { includePath });
    expect(output.diagnostics[0]).toMatchObject({
      code: "template-misnamed",
      span: { file: "/t/first/vm.pan" },
    });
  });

  it("must lead to an object template in the dialect pan, and need not in vmcs", () => {
    const files = { "/elsewhere/a.pan": 'object template a;\n"/n" = 1;' };
    expect(run(files, ["/elsewhere/a.pan"]).codes).toEqual(["template-not-found"]);
    expect(run(files, ["/elsewhere/a.pan"], { dialect: "vmcs" }).names).toEqual(["a"]);
  });
});

describe("options", () => {
  const loop = { "/site/a.pan": 'object template a;\n"/n" = { while (is_string(OBJECT)) 1; 1 };' };

  it("can ask for reading only", () => {
    const { names, output } = run(loop, ["/site/a.pan"], { build: false });
    expect(names).toEqual([]);
    expect(output.profiles).toBe(0);
    expect(output.diagnostics).toEqual([]);
  });

  it("limit loops", () => {
    const { codes, output } = run(loop, ["/site/a.pan"], { maxIteration: 7 });
    expect(codes).toEqual(["too-many-iterations"]);
    expect(output.counters.iterations).toBe(7);
  });

  it("give each profile its own copy of the initial data", () => {
    const initialData = Dict.of({ given: Dict.of({ list: new List([1n]) }) });
    const files = {
      "/site/a.pan": 'object template a;\n"/given/list" = append(2);',
      "/site/b.pan": 'object template b;\n"/given/list" = append(3);',
    };
    const { roots } = run(files, ["/site/a.pan", "/site/b.pan"], { initialData });
    const given = (list: readonly bigint[]) => ({
      dict: [["given", { dict: [["list", { list }]] }]],
    });
    expect(roots.get("a")).toEqual(given([1n, 2n]));
    expect(roots.get("b")).toEqual(given([1n, 3n]));
    expect(plainTree(initialData)).toEqual(given([1n]));
  });

  it("choose the templates in which debug() speaks", () => {
    const files = {
      "/site/a.pan": 'object template a;\ninclude "b";\n"/n" = { debug("in a"); 1 };',
      "/site/b.pan": 'template b;\n"/m" = { debug("in b"); 1 };',
    };
    const { printed } = run(files, ["/site/a.pan"], { debugs: (name) => name === "b" });
    expect(printed.join("\n")).toContain("in b");
    expect(printed.join("\n")).not.toContain("in a");
  });
});

function run(
  files: Readonly<Record<string, string>>,
  paths: readonly string[],
  changes: Partial<CompileOptions> = {},
) {
  const printed: string[] = [];
  const roots = new Map<string, unknown>();
  const output = compile({
    host: memoryHost({ files }),
    files: paths,
    options: { ...options, ...changes },
    print: (text) => printed.push(text),
    onProfile: ({ name, root }) => roots.set(name, plainTree(root)),
  });
  const codes = output.diagnostics.map(({ code }) => code);
  return { output, printed, roots, codes, names: [...roots.keys()] };
}
