import { assertNever } from "../../../base/assert-never.ts";
import { spanIn } from "../../../text/span.ts";
import { fileRule } from "../rule.ts";
import { OpenWrites } from "../support/open-writes.ts";
import { isPure, namesIn } from "../support/pure.ts";
import { isWrite, type Step, stepsOf, type Write } from "../support/writes.ts";

export const overwrittenValue = fileRule({
  id: "VP026",
  name: "overwritten-value",
  summary: "No value is overwritten before anyone can read it.",
  reads: "syntax",
  bad: [
    "template example;\n'/a' = 1;\n'/a' = 2;",
    "template example;\nvariable MEMORY = 1;\nvariable OTHER = 2;\nvariable MEMORY = 3;",
  ],
  good: [
    "template example;\n'/a' = 1;\ninclude 'other';\n'/a' = 2;",
    "template example;\n'/a' = 1;\n'/b' = value('/a');\n'/a' = 2;",
    "template example;\n'/a' = 1;\n'/a' = SELF + 1;",
    "template example;\nvariable MEMORY = 1;\n'/a' = MEMORY;\nvariable MEMORY = 2;",
    "template example;\nvariable DEBUG = debug('a');\nvariable DEBUG = debug('b');",
    "template example;\n'/a' = dict();\n'/a/b' = 1;\n'/a' = dict();",
  ],
  check({ path, template }, report) {
    const unread = new OpenWrites();
    for (const step of stepsOf(template)) {
      const seen = whatReads(step);
      if (seen === "all") unread.clear();
      else for (const name of seen) unread.removeVariable(name);
      if (!isWrite(step)) continue;
      const earlier = unread.get(step);
      if (earlier !== undefined && !step.statement.conditional && !earlier.statement.final) {
        const related = [
          { span: spanIn(path, step.statement), message: "It is overwritten here." },
        ];
        report(earlier.statement, { name: step.name }, { related });
      }
      unread.removeOverlapping(step);
      if (isPure(step.statement.value) || isMade(step)) unread.add(step);
    }
  },
});

/** Functions that see nothing but their arguments. */
const blind: ReadonlySet<string> = new Set(["dict", "nlist", "list", "format", "escape"]);

function isMade({ statement: { value } }: Write): boolean {
  return (
    value.kind === "CallExpression" && [...namesIn(value).calls].every((name) => blind.has(name))
  );
}

/** What a statement can see of what was written before: everything, or these variables. */
function whatReads({ statement }: Step): "all" | Iterable<string> {
  switch (statement.kind) {
    case "AssignStatement":
    case "VariableStatement": {
      const { variables, calls } = namesIn(statement.value);
      const isBlind = [...calls].every((name) => blind.has(name)) && !variables.has("SELF");
      return isBlind ? variables : "all";
    }
    case "PrefixStatement":
    case "FunctionStatement":
    case "TypeStatement":
    case "EmptyStatement":
    case "BindStatement":
    case "ValidStatement":
    case "RuleStatement":
      return [];
    case "IncludeStatement":
    case "InvalidStatement":
      return "all";
    default:
      return assertNever(statement);
  }
}
