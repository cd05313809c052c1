/** `is_valid` answers for validations that fail in the middle of something; what they were in is over then. */
import { expect, it } from "vitest";
import { compileText } from "../../../support/compile.ts";
import { plainTree } from "../../../support/plain-tree.ts";

const declarations = `
  function deep = deeper();
  function deeper = error("at the bottom");
  type t = long with deep();
`;

it("leaves no calls behind", () => {
  const root = evaluate(`
    variable N = 40;
    "/refused" = { n = 0; for (i = 0; i < N; i = i + 1) if (!is_valid(t, i)) n = n + 1; n };
    function fine = FUNCTION;
    "/function" = fine();
    "/outside" = exists(FUNCTION);
    "/template" = TEMPLATE;
  `);
  expect(root).toEqual({
    dict: [
      ["function", "fine"],
      ["outside", false],
      ["refused", 40n],
      ["template", "vm"],
    ],
  });
});

it("keeps the local variables and the iterations of the statement around it", () => {
  const root = evaluate(`
    "/r" = {
      l = list("a", "b", "c");
      ok = first(l, i, v);
      while (ok) {
        mine = is_valid(t, i);
        append(seen, v);
        ok = next(l, i, v);
      };
      list(seen, mine, i);
    };
  `);
  const seen = { list: ["a", "b", "c"] };
  expect(root).toEqual({ dict: [["r", { list: [seen, false, 2n] }]] });
});

function evaluate(statements: string): unknown {
  const { profiles, diagnostics } = compileText(
    `object template vm;\n${declarations}\n${statements}`,
    { maxRecursion: 10 },
  );
  expect(diagnostics).toEqual([]);
  const root = profiles.get("vm")?.root;
  return root && plainTree(root);
}
