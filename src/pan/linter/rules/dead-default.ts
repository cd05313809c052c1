import { spanIn } from "../../../text/span.ts";
import type { Expression } from "../../syntax/ast.ts";
import { fileRule } from "../rule.ts";
import { OpenWrites } from "../support/open-writes.ts";
import { isWrite, stepsOf } from "../support/writes.ts";

export const deadDefault = fileRule({
  id: "VP025",
  name: "dead-default",
  summary: "A default is given before the value.",
  reads: "syntax",
  bad: [
    "template example;\nvariable MEMORY = 1;\nvariable MEMORY ?= 2;",
    "template example;\n'/a/b' = list();\nprefix '/a';\n'b' ?= list(1);",
  ],
  good: [
    "template example;\nvariable MEMORY = X;\nvariable MEMORY ?= 2;",
    "template example;\nvariable MEMORY = 1;\ninclude 'other';\nvariable MEMORY ?= 2;",
    "template example;\n'/a' = 1;\n'/a' = null;\n'/a' ?= 2;",
  ],
  check({ path, template }, report) {
    const given = new OpenWrites();
    for (const step of stepsOf(template)) {
      // What is included may do away with the value.
      if (step.statement.kind === "IncludeStatement") given.clear();
      if (!isWrite(step)) continue;
      const earlier = given.get(step);
      if (step.statement.conditional && earlier !== undefined) {
        const related = [{ span: spanIn(path, earlier.statement), message: "It is given here." }];
        report(step.statement, { name: step.name }, { related });
        continue;
      }
      given.removeOverlapping(step);
      if (isDefined(step.statement.value)) given.add(step);
    }
  },
});

const makers: ReadonlySet<string> = new Set(["dict", "nlist", "list", "format"]);

/** Whether the value is certainly neither undef nor null. */
function isDefined(value: Expression): boolean {
  switch (value.kind) {
    case "StringLiteral":
    case "LongLiteral":
    case "DoubleLiteral":
    case "BooleanLiteral":
      return true;
    case "CallExpression":
      return makers.has(value.name.text);
    default:
      return false;
  }
}
