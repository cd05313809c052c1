import { spanIn } from "../../../text/span.ts";
import type { Comparison, Condition, RuleStatement } from "../../syntax/ast.ts";
import { literalValue } from "../../syntax/literal-value.ts";
import { fileRule } from "../rule.ts";

export const deadSuggestion = fileRule({
  id: "VP016",
  name: "dead-suggestion",
  summary: "What is suggested is allowed by the rules beside it.",
  reads: "syntax",
  bad: [
    "template example;\nvalid '/ram' <= 512;\nsuggest '/ram' = 1024;",
    "template example;\nsuggest '/disk/bus' = 'ide' when '/old' == true;\nconflict '/disk/bus' == 'ide';",
    "template example;\nvalid '/disk/bus' in list('xen', 'virtio');\nsuggest '/disk/bus' = 'ide';",
    "template example;\nvalid !('/ram' < 512);\nsuggest '/ram' = 256;",
    "template example;\nconflict '/ram' >= 512;\nsuggest '/ram' = 512;",
    "template example;\nconflict '/name' != 'web';\nsuggest '/name' = 'mail';",
  ],
  good: [
    "template example;\nvalid '/ram' <= 512;\nsuggest '/ram' = 512;",
    "template example;\nvalid '/ram' <= 512 when '/small' == true;\nsuggest '/ram' = 1024;",
    "template example;\nvalid '/ram' <= value('/limit');\nsuggest '/ram' = 1024;",
    "template example;\nvalid '/ram' > 512;\nconflict '/ram' == 'many';\nsuggest '/ram' = 1024;",
    "template example;\nvalid '/gcc/version' == '4.0';\nsuggest '/gcc/version' = '4';",
    "template example;\nvalid '/a' <= 'b' || '/b';\nvalid '/a' <= 'b';\nsuggest '/a' = 'c';\nsuggest '/a' > 5;",
    "template example;\nvalid '/ram' in list('little', 512);\nsuggest '/ram' = 1024;",
  ],
  check({ path, nodes }, report) {
    const rules = nodes("RuleStatement");
    const laws = rules.filter(({ rule, when }) => rule !== "suggest" && when === undefined);
    for (const suggestion of rules.filter(({ rule }) => rule === "suggest")) {
      const law = laws.find((candidate) => forbids(candidate, suggestion));
      if (law === undefined) continue;
      const related = [{ span: spanIn(path, law), message: "This rule forbids it." }];
      report(suggestion, {}, { related });
    }
  },
});

type Scalar = string | bigint | number | boolean;

/** Only what is certain: one test of the same path, with values that need no scheme of versions to compare. */
function forbids(law: RuleStatement, { condition: wanted }: RuleStatement): boolean {
  if (wanted.kind !== "Comparison" || (wanted.operator !== "=" && wanted.operator !== "=="))
    return false;
  const value =
    wanted.operand?.kind === "LiteralOperand" ? literalValue(wanted.operand.value) : undefined;
  if (value === undefined || wanted.path.text.endsWith("/version")) return false;
  const holds = judge(law.condition, wanted.path.text, value);
  return holds !== undefined && holds === (law.rule === "conflict");
}

function judge(condition: Condition, path: string, value: Scalar): boolean | undefined {
  if (condition.kind === "NotCondition") {
    const inner = judge(condition.operand, path, value);
    return inner === undefined ? undefined : !inner;
  }
  if (condition.kind !== "Comparison" || condition.path.text !== path) return undefined;
  return compare(condition, value);
}

function compare({ operator, operand }: Comparison, value: Scalar): boolean | undefined {
  if (operand?.kind === "ListOperand" && operator === "in") {
    const items = operand.items.map(literalValue);
    return items.every((item) => typeof item === typeof value) ? items.includes(value) : undefined;
  }
  const limit = operand?.kind === "LiteralOperand" ? literalValue(operand.value) : undefined;
  if (limit === undefined || typeof limit !== typeof value) return undefined;
  if (operator === "==") return value === limit;
  if (operator === "!=") return value !== limit;
  const orders = operator === undefined ? undefined : orderings[operator];
  const isNumber = typeof value === "bigint" || typeof value === "number";
  return isNumber ? orders?.(value, limit as bigint | number) : undefined;
}

const orderings: Readonly<
  Partial<Record<string, (a: bigint | number, b: bigint | number) => boolean>>
> = {
  "<": (a, b) => a < b,
  "<=": (a, b) => a <= b,
  ">": (a, b) => a > b,
  ">=": (a, b) => a >= b,
};
