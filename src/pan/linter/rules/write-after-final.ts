import { spanIn } from "../../../text/span.ts";
import { fileRule } from "../rule.ts";
import { isWithin, isWrite, sameKind, stepsOf, type Write } from "../support/writes.ts";

export const writeAfterFinal = fileRule({
  id: "VP010",
  name: "write-after-final",
  summary: "What is final is not written again.",
  reads: "syntax",
  bad: [
    "object template example;\nfinal '/a' = 1;\n'/a' = 2;",
    "object template example;\nfinal '/a' = dict('b', 1);\nprefix '/a';\n'c' = 2;",
    "object template example;\nfinal variable MEMORY = 1;\nvariable MEMORY = 2;",
  ],
  good: [
    "object template example;\n'/a' = 1;\nfinal '/a' = 2;\n'/ab' = 3;",
    "object template example;\nfinal variable MEMORY = 1;\nvariable MEMORY ?= 2;",
  ],
  check({ path, template }, report) {
    const finals: Write[] = [];
    for (const write of stepsOf(template).filter(isWrite)) {
      const { statement, name } = write;
      if (statement.conditional) continue;
      const earlier = finals.find((other) => sameKind(other, write) && isWithin(name, other.name));
      if (earlier !== undefined) {
        const related = [
          { span: spanIn(path, earlier.statement), message: "It is final since here." },
        ];
        report(statement, { name: earlier.name }, { related });
      } else if (statement.final) finals.push(write);
    }
  },
});
