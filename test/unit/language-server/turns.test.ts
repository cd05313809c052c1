import { expect, it } from "vitest";
import { inTurns } from "../../../src/language-server/turns.ts";

const host = { now: () => performance.now() };

function work(milliseconds: number): void {
  const end = performance.now() + milliseconds;
  while (performance.now() < end);
}

/** Takes its messages as the library of the protocol does it: one in each round of the event loop. */
function answer(count: number, milliseconds: number, onAnswer: () => void): void {
  if (count === 0) return;
  setImmediate(() => {
    work(milliseconds);
    onAnswer();
    answer(count - 1, milliseconds, onAnswer);
  });
}

it.each([0, 15])("lets all that has arrived be answered, in %d ms each", async (milliseconds) => {
  const order: string[] = [];
  await inTurns(
    ["first", "second"],
    host,
    () => false,
    (step) => {
      order.push(step);
      work(40);
      if (step === "first") answer(4, milliseconds, () => order.push("answer"));
    },
  );
  expect(order).toEqual(["first", "answer", "answer", "answer", "answer", "second"]);
});

it("ends when it is cancelled, behind a turn", async () => {
  const steps: number[] = [];
  const count = () => steps.length >= 2;
  await inTurns([1, 2, 3, 4], host, count, (step) => {
    steps.push(step);
    work(20);
  });
  expect(steps).toEqual([1, 2]);
});
