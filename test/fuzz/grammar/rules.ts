/** Rule statements, which only the dialect `vmcs` has. */

import type { Grammar } from "../grammar.ts";

export const rules: Grammar = {
  rule: [
    [2, "valid '<path.N>' <ruleOperator> <operand><clauses>;"],
    [2, "conflict <condition><clauses>;"],
    [2, "suggest '<path.S>' = <operand><clauses>;"],
    [1, "suggest '<path.E>' <ruleOperator> <operand><clauses>;"],
  ],
  ruleOperator: [
    [2, "=="],
    [1, "!="],
    [1, "<"],
    [1, "<="],
    [1, ">"],
    [2, ">="],
    [2, "~"],
    [2, "in"],
  ],
  operand: [
    [3, "<constant>"],
    [2, "list(<constant>, <constant>)"],
    [1, "list()"],
    [2, "value('<path.E>')"],
    [1, "-<long>", "wild"],
    [1, "<E>", "wild"],
  ],
  condition: [
    [3, "'<path.E>'"],
    [3, "'<path.E>' <ruleOperator> <operand>"],
    [1, "!<condition>"],
    [1, "(<condition>)"],
    [1, "<condition> && <condition>"],
    [1, "<condition> || <condition>"],
  ],
  clauses: [
    [5, ""],
    [1, " when <condition><clauses>"],
    [1, " priority <long><clauses>"],
    [1, " message <string><clauses>"],
  ],
};
