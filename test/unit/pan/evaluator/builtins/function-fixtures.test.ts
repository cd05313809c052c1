/**
 * Calls of the built-in functions and what they give: `test/fixtures/functions/NAME.txt`, a call a line.
 *
 *     expression => result as JSON
 *     expression => error[code] phase
 *
 * The expression is assigned to `/r` in an object template of its own, after the `variable` statements that stand
 * above it. "nothing" means that it was null, so that there is no `/r`. Lines that begin with `#` are comments.
 */
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { builtins } from "../../../../../src/pan/evaluator/builtins/registry.ts";
import { compileFiles } from "../../../../support/compile.ts";
import { jsonOf } from "../../../../support/render-outcome.ts";
import { filesBelow, repositoryPath } from "../../../../support/repository.ts";

const folder = "test/fixtures/functions";

interface FunctionCase {
  readonly line: number;
  readonly variables: string;
  readonly expression: string;
  readonly expected: string;
}

const files = filesBelow(folder).filter((file) => file.endsWith(".txt"));
const cases = new Map(files.map((file) => [file.slice(0, -".txt".length), readCases(file)]));

describe("built-in functions", () => {
  for (const [name, lines] of cases) {
    it(`${name} gives what its fixture says`, () => {
      for (const { line, variables, expression, expected } of lines) {
        const given = evaluate(variables, expression);
        expect(`${line}: ${expression} => ${given}`).toBe(`${line}: ${expression} => ${expected}`);
      }
    });
  }

  it("have a fixture each, and no fixture is for anything else", () => {
    // `nlist` is the older name of `dict`, and is in its fixture.
    const wanted = [...builtins.keys()].filter((name) => name !== "nlist");
    const advice = "Write test/fixtures/functions/NAME.txt, of which half is refused";
    expect([...cases.keys()].toSorted(), advice).toEqual(wanted.toSorted());
  });

  it("are shown refusing in about half of the cases", () => {
    const all = [...cases.values()].flat();
    expect(all.filter(refuses).length / all.length).toBeGreaterThan(0.4);
    const never = [...cases].filter(([, lines]) => !lines.some(refuses)).map(([name]) => name);
    expect(never).toEqual([]);
  });
});

function refuses({ expected }: FunctionCase): boolean {
  return expected.startsWith("error[");
}

function readCases(file: string): readonly FunctionCase[] {
  const found: FunctionCase[] = [];
  let variables = "";
  const lines = readFileSync(repositoryPath(`${folder}/${file}`), "utf8").split("\n");
  for (const [i, text] of lines.entries()) {
    if (text === "" || text.startsWith("#")) continue;
    if (text.startsWith("variable ")) {
      variables += `${text}\n`;
      continue;
    }
    const arrow = text.lastIndexOf(" => ");
    if (arrow < 0) throw new Error(`${file}:${i + 1}: a line needs ' => '.`);
    const [expression, expected] = [text.slice(0, arrow), text.slice(arrow + " => ".length)];
    found.push({ line: i + 1, variables, expression, expected });
  }
  return found;
}

function evaluate(variables: string, expression: string): string {
  const text = `object template test;\n${variables}'/r' = ${expression};\n`;
  const outcome = compileFiles(new Map([["test.pan", text]]));
  const error = outcome.diagnostics.find(({ severity }) => severity === "error");
  if (error !== undefined) return `error[${error.code}] ${error.category}`;
  const profile = outcome.profiles.get("test");
  return profile === undefined ? "no profile" : onOneLine(jsonOf(profile));
}

/** The value of `/r` in a profile as JSON, which keeps 1 and 1.0 apart. */
function onOneLine(json: string): string {
  const lines = json.trimEnd().split("\n").slice(1, -1);
  if (lines.length === 0) return "nothing";
  const value = lines.map((line) => line.trimStart()).join("");
  const outside = /("(?:[^"\\]|\\.)*")|,/g;
  return value.replace(/^"r": /, "").replace(outside, (part) => (part === "," ? ", " : part));
}
