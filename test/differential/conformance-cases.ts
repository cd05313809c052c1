/** Templates that state in their comments what a compiler must make of them. */
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { compareCodeUnits } from "../../src/base/compare.ts";
import type { Category } from "../../src/diagnostics/definition.ts";

export type Expectation =
  /** `# @expect=org.….EvaluationException`, with an optional pattern for messages that are not ours. */
  | { readonly kind: "refused"; readonly category: Category }
  /** `# @expect="…"`: an XPath that holds for the XML profile. */
  | { readonly kind: "true"; readonly xpath: string }
  /** `# dep: …`, one line for each name in the list of dependencies. */
  | { readonly kind: "depends"; readonly names: readonly string[] };

export interface ConformanceCase {
  /** Path below the folder of the suite. */
  readonly name: string;
  readonly file: string;
  /** The folder that the templates of the case are in. */
  readonly includePath: readonly [string];
  /** The profile starts with `root-element-test` set to OK. */
  readonly initialData: boolean;
  readonly expectation: Expectation;
}

export function findCases(suite: string): readonly ConformanceCase[] {
  return readdirSync(suite, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(".pan"))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort(compareCodeUnits)
    .flatMap((file) => {
      const expectation = readExpectation(readFileSync(file, "utf8"));
      if (expectation === undefined) return [];
      const name = file.slice(suite.length + 1).replaceAll("\\", "/");
      const initialData = name.split("/").includes("RootElement");
      return [{ name, file, includePath: [dirname(file)], initialData, expectation }];
    });
}

const exceptionLine = /^#\s*@expect\s*=\s*([\w.]+)(?:\s*".*")?\s*$/;
const xpathLine = /^#\s*@expect\s*=\s*"(.*)"\s*$/;
const dependencyLine = /^#\s*dep:\s*([\w.]+)\s*$/;

/** The last expectation counts. */
function readExpectation(text: string): Expectation | undefined {
  let expectation: Expectation | undefined;
  const names: string[] = [];
  for (const line of text.split(/\r\n|\r|\n/)) {
    const exception = exceptionLine.exec(line)?.[1];
    const xpath = xpathLine.exec(line)?.[1];
    const name = dependencyLine.exec(line)?.[1];
    if (exception !== undefined) expectation = { kind: "refused", category: categoryOf(exception) };
    if (xpath !== undefined) expectation = { kind: "true", xpath };
    if (name !== undefined) names.push(name);
  }
  return expectation ?? (names.length === 0 ? undefined : { kind: "depends", names });
}

const categories: Readonly<Record<string, Category>> = {
  SyntaxException: "syntax",
  ParseException: "syntax",
  EvaluationException: "evaluation",
  ValidationException: "validation",
};

function categoryOf(exception: string): Category {
  const category = categories[exception.slice(exception.lastIndexOf(".") + 1)];
  if (category === undefined) throw new Error(`The exception ${exception} has no category here.`);
  return category;
}
