import type { CallExpression } from "../../syntax/ast.ts";
import { fileRule } from "../rule.ts";

const formatting: ReadonlySet<string> = new Set(["error", "debug"]);

export const redundantFormat = fileRule({
  id: "LP012",
  name: "redundant-format",
  summary: "`error` and `debug` format their message themselves.",
  reads: "syntax",
  bad: [
    "template example;\nfunction f = error(format('%s is wrong', ARGV[0]));",
    "template example;\nfunction f = debug(format('100%%'));",
  ],
  good: ["template example;\nfunction f = error('%s is wrong', format('%d', ARGV[0]));"],
  check({ nodes }, report) {
    for (const call of nodes("CallExpression")) {
      const [inner] = call.args;
      if (!formatting.has(call.name.text) || inner?.kind !== "CallExpression") continue;
      if (inner.name.text !== "format") continue;
      report(inner.name, { function: call.name.text }, { fix: fixOf(call, inner) });
    }
  },
});

/** With one argument only, `error` does not look for `%`, and `format` does. */
function fixOf(call: CallExpression, inner: CallExpression) {
  const [first, ...more] = inner.args;
  const last = more.at(-1);
  if (call.args.length !== 1 || first === undefined || last === undefined) return undefined;
  const edits = [
    { start: inner.start, end: first.start, text: "" },
    { start: last.end, end: inner.end, text: "" },
  ];
  return { title: "Remove `format`", edits };
}
