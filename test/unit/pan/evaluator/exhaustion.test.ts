/** What ends an evaluation, as the engine throws it. */
import { expect, it } from "vitest";
import { endOfEvaluation } from "../../../../src/pan/evaluator/exhaustion.ts";
import { noSpan } from "../../../../src/text/span.ts";

/** What something throws. */
function thrownBy(run: () => unknown): unknown {
  try {
    run();
  } catch (error) {
    return error;
  }
  return undefined;
}

function forever(): number {
  return 1 + forever();
}

it.each([
  ["a stack that is exhausted", thrownBy(forever), "stack-exhausted"],
  ["a string that is too long", thrownBy(() => "a".repeat(2 ** 30)), "value-too-large"],
  ["a dict that is too large", new RangeError("Map maximum size exceeded"), "value-too-large"],
  ["a mistake of ours", thrownBy(() => new Array(-1)), undefined],
  ["another one", new Error("call stack"), undefined],
])("%s", (_, error, code) => {
  expect(error).toBeInstanceOf(Error);
  expect(endOfEvaluation(error, noSpan)?.code).toBe(code);
});
