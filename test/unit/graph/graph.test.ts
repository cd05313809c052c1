import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { nodesInCycles } from "../../../src/graph/cycles.ts";
import { dotText } from "../../../src/graph/formats/dot.ts";
import { mermaidText } from "../../../src/graph/formats/mermaid.ts";
import {
  type Graph,
  GraphBuilder,
  type GraphEdge,
  type NodeKind,
} from "../../../src/graph/graph.ts";
import { includeGraph } from "../../../src/graph/include-graph.ts";
import { pathGraph } from "../../../src/graph/path-graph.ts";
import { reachable } from "../../../src/graph/reach.ts";
import { templateFacts } from "../../../src/graph/template-facts.ts";
import { anyCharacter } from "../../support/any-text.ts";
import { dotProblems, mermaidProblems } from "../../support/graph-syntax.ts";

/** `a>b b>c`: nodes and edges, in this order. */
function graphOf(text: string, kind: NodeKind = "ordinary"): Graph {
  const builder = new GraphBuilder();
  for (const word of text.split(" ")) {
    const [from = "", to] = word.split(">");
    for (const id of to === undefined ? [from] : [from, to]) {
      builder.node({ id, label: id, kind, places: [] });
    }
    if (to !== undefined) builder.edge(edge(from, to));
  }
  return builder.finish("test");
}

function edge(from: string, to: string): GraphEdge {
  return { from, to, kind: "include", isConditional: false, label: undefined, places: [] };
}

function shown({ nodes, edges }: Graph): string {
  return [...nodes.map(({ id }) => id), ...edges.map(({ from, to }) => `${from}>${to}`)].join(" ");
}

describe("a graph", () => {
  it("is the same in whatever order it is made", () => {
    expect(shown(graphOf("b>c a>b c>d"))).toBe(shown(graphOf("c>d a>b b>c")));
  });

  it("knows what leads back to itself", () => {
    const { nodes } = graphOf("a>b b>c c>b c>d e>e f");
    expect(nodes.filter(({ inCycle }) => inCycle).map(({ id }) => id)).toEqual(["b", "c", "e"]);
  });

  it("may be deeper than the call stack", () => {
    const count = 50_000;
    const ids = Array.from({ length: count }, (_, i) => `n${i}`);
    const edges = ids.map((from, i) => ({ from, to: `n${(i + 1) % count}` }));
    expect(nodesInCycles(ids, edges).size).toBe(count);
  });

  it("has in its circles exactly the nodes that reach themselves", () => {
    const letters = fc.constantFrom(..."abcdef");
    const pairs = fc.array(fc.tuple(letters, letters), { maxLength: 12 });
    fc.assert(
      fc.property(pairs, (edges) => {
        const graph = graphOf(["a", ...edges.map(([from, to]) => `${from}>${to}`)].join(" "));
        for (const { id, inCycle } of graph.nodes) {
          const next = edges.filter(([from]) => from === id).map(([, to]) => to);
          const reached = reachable(graph, { from: next, isReverse: false, depth: undefined });
          expect(inCycle).toBe(reached.nodes.some((node) => node.id === id));
        }
      }),
      { seed: 3, numRuns: 200 },
    );
  });
});

describe("what can be reached", () => {
  const graph = graphOf("a>b b>c c>a b>d x>b d>e");

  it("follows the arrows, or goes against them", () => {
    const ids = (isReverse: boolean, from: string): string =>
      reachable(graph, { from: [from], isReverse, depth: undefined })
        .nodes.map(({ id }) => id)
        .join("");
    expect(ids(false, "d")).toBe("de");
    expect(ids(true, "d")).toBe("abcdx");
  });

  it("ends after a number of steps, with no edge further", () => {
    expect(shown(reachable(graph, { from: ["a"], isReverse: false, depth: 1 }))).toBe("a b a>b");
    expect(shown(reachable(graph, { from: ["d"], isReverse: true, depth: 2 }))).toBe(
      "a b d x a>b b>d x>b",
    );
    expect(shown(reachable(graph, { from: ["a"], isReverse: false, depth: 0 }))).toBe("a");
  });
});

const nasty = fc.oneof(
  fc.string({ unit: anyCharacter, maxLength: 6 }),
  fc
    .array(fc.constantFrom(...'"\\#;&<>`|[](){}-.\n\r\t x%'), { maxLength: 8 })
    .map((letters) => letters.join("")),
);
const kinds = fc.constantFrom<NodeKind>(
  "object",
  "ordinary",
  "unique",
  "declaration",
  "structure",
  "missing",
  "absent",
  "dynamic",
  "path",
  "package",
  "rule",
);

describe("for any names", () => {
  it("dot and Mermaid keep to their grammars", () => {
    const nodes = fc.array(fc.tuple(nasty, kinds), { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(nodes, nasty, fc.boolean(), (named, label, isConditional) => {
        const builder = new GraphBuilder();
        for (const [id, kind] of named) builder.node({ id, label: id, kind, places: [] });
        const [first = ""] = named.map(([id]) => id);
        for (const [to] of named) builder.edge({ ...edge(first, to), label, isConditional });
        const graph = builder.finish("test");
        expect(dotProblems(dotText(graph))).toEqual([]);
        expect(mermaidProblems(mermaidText(graph))).toEqual([]);
      }),
      { seed: 4, numRuns: 400 },
    );
  });

  it("the checkers find what is wrong", () => {
    expect(dotProblems('digraph "x" {\n  "a" [shape=box];\n  "a" -> "b";\n}\n')).toEqual(['"b"']);
    expect(dotProblems('digraph "x" {\n  "a"b" [shape=box];\n}\n')).toHaveLength(1);
    expect(mermaidProblems('flowchart LR\n  n0["a"b"]\n')).toHaveLength(1);
    expect(mermaidProblems('flowchart LR\n  n0["a"]\n  n0 --> n1\n')).toEqual(["n1"]);
    expect(mermaidProblems('flowchart LR\n  n0["a; b"]\n')).toHaveLength(1);
  });
});

describe("what is read off templates", () => {
  const facts = (...texts: string[]) =>
    texts.map((text, i) => templateFacts({ path: `/t${i}.pan`, text }, "pan"));

  it("has includes by name, by what a name looks like, and by neither", () => {
    const graph = includeGraph(
      facts(
        "object template a;\ninclude { 'b' };\ninclude { 'cfg/' + X };\ninclude { f() };\ninclude { if (X) 'd' else null };\n",
        "template b;\n",
        "template cfg/one;\n",
        "template cfg/two;\n",
      ),
    );
    expect(graph.edges.map(({ to, isConditional, label }) => [to, isConditional, label])).toEqual([
      ["(f())", true, undefined],
      ["b", false, undefined],
      ["cfg/one", true, "'cfg/' + X"],
      ["cfg/two", true, "'cfg/' + X"],
      ["d", true, undefined],
    ]);
    expect(graph.nodes.filter(({ kind }) => kind === "missing").map(({ id }) => id)).toEqual(["d"]);
  });

  it("tells what is missing from what may be", () => {
    const { nodes } = includeGraph(
      facts(
        "template a;\ninclude if_exists('b');\ninclude if_exists('c');\n",
        "template d;\ninclude 'c';\n",
      ),
    );
    const kindOf = (name: string) => nodes.find(({ id }) => id === name)?.kind;
    expect([kindOf("b"), kindOf("c")]).toEqual(["absent", "missing"]);
  });

  it("joins templates of one name, which the load path tells apart", () => {
    const { nodes } = includeGraph(facts("template a;\n", "unique template a;\n"));
    expect(nodes).toHaveLength(1);
    expect(nodes[0]?.places.map(({ file }) => file)).toEqual(["/t0.pan", "/t1.pan"]);
  });

  it("has paths with their prefix", () => {
    const { edges } = pathGraph(
      facts("template a;\nprefix '/x/y';\n'z' = 1;\n'/w' ?= 2;\nprefix '';\nfinal '/v' = 3;\n"),
    );
    expect(edges.map(({ to, label }) => [to, label])).toEqual([
      ["/v", "final"],
      ["/w", "?="],
      ["/x/y/z", undefined],
    ]);
  });

  it("has one path for all its spellings", () => {
    const { nodes } = pathGraph(
      facts("template a;\n'/x//y/' = 1;\nprefix '/x/';\n'y' ?= 2;\n'/x/{y}' ?= 3;\n"),
    );
    const paths = nodes.filter(({ kind }) => kind === "path").map(({ id }) => id);
    expect(paths).toEqual(["/x/y"]);
  });

  it("survives templates with syntax errors", () => {
    const [broken] = facts("template a;\ninclude 'b';\n'/x' = ;\ninclude 'c';\n");
    expect(broken?.uses.map(({ name }) => name)).toContain("b");
  });
});
