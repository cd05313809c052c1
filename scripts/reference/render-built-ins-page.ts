/** docs/built-ins.md: the functions of Pan, from the table that the editor shows too; tests run its examples. */

import {
  documentedFunctions,
  type FunctionDocumentation,
} from "../../src/pan/evaluator/documentation/function-documentation.ts";
import { cell, code, plain, table } from "./markdown.ts";

export function renderBuiltInsPage(): string {
  const functions = documentedFunctions();
  const list = functions.map(({ name, summary }) => [
    `[\`${name}\`](#${name})`,
    cell(plain(summary)),
  ]);
  return `# Built-in functions

<!-- Written by scripts/generate-reference.ts from src/pan/evaluator/documentation: \`npm run docs\`. -->

The functions that every template has. What stands behind \`?\` may be left out; \`element\` is any value, \`property\` a text, a
number or a boolean, \`resource\` a dict or a list. An argument of another kind ends the evaluation, as does what stands under
*Errors*. How templates declare functions of their own is in [the language guide](language.md#functions).

${table(["function", "does"], list)}
${functions.map(functionSection).join("\n")}`;
}

function functionSection(one: FunctionDocumentation): string {
  const { name, signature, summary, more, errors, examples } = one;
  const shown = examples.map(({ call, gives }) => `- ${code(call)} gives ${code(gives)}\n`);
  const parts = [
    `## ${name}`,
    code(signature),
    [plain(summary), more].filter((text) => text !== "").join(" "),
    ...(shown.length === 0 ? [] : [shown.join("").trimEnd()]),
    ...(errors.length === 0 ? [] : [`*Errors*: ${errors.map(plain).join("; ")}.`]),
  ];
  return `${parts.join("\n\n")}\n`;
}
