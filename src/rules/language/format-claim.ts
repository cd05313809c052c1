/** Claims as people read them, in the syntax of rule statements. */

import { assertNever } from "../../base/assert-never.ts";
import { type Claim, type Operand, type Scalar, subjectPath } from "./rule.ts";

export function formatClaim(claim: Claim): string {
  return format(claim, "or");
}

/** `within` is the loosest kind that needs no parentheses. */
function format(claim: Claim, within: "or" | "and" | "not"): string {
  switch (claim.kind) {
    case "test": {
      const path = subjectPath(claim.subject);
      if (claim.operator === "present") return path;
      return `${path} ${claim.operator} ${formatOperand(claim.operand)}`;
    }
    case "not":
      return `!${format(claim.claim, "not")}`;
    case "and": {
      const text = claim.claims.map((part) => format(part, "and")).join(" && ");
      return within === "not" ? `(${text})` : text;
    }
    case "or": {
      const text = claim.claims.map((part) => format(part, "or")).join(" || ");
      return within === "or" ? text : `(${text})`;
    }
    default:
      return assertNever(claim);
  }
}

function formatOperand(operand: Operand): string {
  switch (operand.kind) {
    case "none":
      return "";
    case "value":
      return formatScalar(operand.value);
    case "list":
      return `list(${operand.values.map(formatScalar).join(", ")})`;
    case "path":
      return `value('${operand.path}')`;
    default:
      return assertNever(operand);
  }
}

export function formatScalar(value: Scalar): string {
  return typeof value === "string" ? `'${value}'` : String(value);
}
