import { describe, expect, it } from "vitest";
import { explainCode, unknownCode } from "../../../src/diagnostics/explain.ts";

describe("explainCode", () => {
  it("shows the page of a code", () => {
    expect(explainCode("condition-not-boolean")).toBe(`error[condition-not-boolean], evaluation

The condition must be true or false, but it is {given}.

help: Compare the value, or test it with is_defined().

\`if\`, \`while\` and \`for\` take a boolean; Pan converts nothing to one.

Wrong:

    '/x' = if (1) 'a' else 'b';

Right:

    '/x' = if (1 == 1) 'a' else 'b';
`);
  });

  it.each(["no-such-code", "", "toString", "__proto__", "Condition-Not-Boolean"])(
    "has no page of %j",
    (code) => {
      expect(explainCode(code)).toBeUndefined();
    },
  );
});

describe("unknownCode", () => {
  it("asks for the code that was meant", () => {
    expect(unknownCode("conditon-not-bolean")).toMatchObject({
      code: "unknown-code",
      message: "There is no diagnostic 'conditon-not-bolean'.",
      help: "Did you mean 'condition-not-boolean'?",
    });
  });

  it("says where codes are if none is close", () => {
    expect(unknownCode("banana").help).toMatch(/in brackets/);
  });
});
