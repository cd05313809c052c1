/** A history tells of every variable that DML has looked at, those that sharing would not note among them. */
import { expect, it } from "vitest";
import { memoryHost } from "../../../../src/host/memory/memory-host.ts";
import { explainPath } from "../../../../src/pan/history/explain-path.ts";
import {
  compileHistories,
  type ProfileHistory,
} from "../../../../src/pan/history/profile-history.ts";
import { winnerOf } from "../../../../src/pan/history/winner.ts";
import { defaultOptions } from "../../../support/compile.ts";

it.each([
  ["a sum", "A + B", ["A", "B"]],
  ["a comparison", "if (A == 'a') 1 else 2", ["A"]],
  ["a comparison of two", "A != B", ["A", "B"]],
  ["a test by a pattern", "if (match(A, '^a')) B else C", ["A", "B"]],
])("%s", (_, expression, names) => {
  const variables = "variable A = 'a';\nvariable B = 'b';\nvariable C = 'c';\n";
  const text = `object template vm;\n${variables}'/x' = ${expression};\n`;
  const found: ProfileHistory[] = [];
  compileHistories({
    host: memoryHost({ files: { "/t/vm.pan": text } }),
    files: ["/t/vm.pan"],
    options: { ...defaultOptions, includePath: ["/t"] },
    print: () => undefined,
    onProfile: (history) => found.push(history),
  });
  const [history] = found;
  const { writes } = explainPath(history as ProfileHistory, ["x"]);
  const reads = winnerOf({ writes })?.reads ?? [];
  expect(reads.map((read) => read.kind === "variable" && read.name)).toEqual(names);
});
