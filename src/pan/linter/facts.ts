/** Reads off a file what other files can need. */

import { spanIn } from "../../text/span.ts";
import type { Expression, Name } from "../syntax/ast.ts";
import type { FileFacts, NamedPlace, Use } from "./file-set.ts";
import type { SourceFile } from "./source-file.ts";
import { namePattern } from "./support/name-pattern.ts";
import { namesIn } from "./support/pure.ts";
import { resultsOf } from "./support/results.ts";

export function factsOf(file: SourceFile): FileFacts {
  const { path, template, nodes } = file;
  const place = ({ text, start, end }: Name): NamedPlace => ({
    name: text,
    span: spanIn(path, { start, end }),
  });
  const texts = new Set(nodes("StringLiteral").map(({ value }) => value));
  return {
    path,
    name: template.name.text,
    kind: template.templateKind,
    place: template.name,
    variables: nodes("VariableStatement").map(({ name, value }) => ({
      ...place(name),
      forEffect: [...namesIn(value).calls].some((called) => speaking.has(called)),
    })),
    functions: nodes("FunctionStatement").map(({ name }) => place(name)),
    types: nodes("TypeStatement").map(({ name }) => place(name)),
    uses: usesOf(file),
    calls: nodes("CallExpression").map(({ name }) => place(name)),
    read: new Set([...variablesRead(file, texts), ...leftovers(file)]),
    typesUsed: new Set([
      ...nodes("NamedType").map(({ name }) => name),
      ...nodes("IncludeFields").map(({ type }) => type.text),
    ]),
    texts: file.isWhole ? texts : new Set([...texts, ...leftoverTexts(file)]),
    patterns: patternsOf(file),
  };
}

/** Functions for the sake of which a variable is often set, as no expression stands alone in a template. */
const speaking: ReadonlySet<string> = new Set(["error", "debug", "traceback", "deprecated"]);

/** References, and names in `${…}` of a text, which `substitute` looks up. */
function variablesRead({ nodes }: SourceFile, texts: ReadonlySet<string>): readonly string[] {
  const inTexts = [...texts].flatMap((text) =>
    [...text.matchAll(/\$\{(\w+)\}/g)].map(([, name = ""]) => name),
  );
  return [...nodes("VariableReference").map(({ name }) => name.text), ...inTexts];
}

/** Where the parser has skipped something, every word in the file may be a use. */
function leftovers({ isWhole, tokens }: SourceFile): readonly string[] {
  if (isWhole) return [];
  return tokens.filter(({ image }) => /^[A-Za-z_]\w*$/.test(image)).map(({ image }) => image);
}

function leftoverTexts({ tokens }: SourceFile): readonly string[] {
  return tokens.map(({ value }) => value).filter((value) => typeof value === "string");
}

function usesOf({ path, nodes }: SourceFile): readonly Use[] {
  const literals = (by: Use["by"], expression: Expression): readonly Use[] => {
    const results = resultsOf(expression);
    const alone = results.length === 1;
    return results.flatMap((result) => {
      if (result.kind !== "StringLiteral") return [];
      return [{ name: result.value, span: spanIn(path, result), by, alone }];
    });
  };
  const created = nodes("CallExpression").flatMap(({ name, args: [first] }) =>
    name.text === "create" && first !== undefined ? literals("create", first) : [],
  );
  const included = nodes("IncludeStatement").flatMap(({ template }) =>
    literals("include", template),
  );
  return [...included, ...created];
}

function patternsOf({ nodes }: SourceFile): readonly string[] {
  const assembled = [...nodes("BinaryExpression"), ...nodes("CallExpression")];
  const inner = new Set<Expression>(
    nodes("BinaryExpression").flatMap(({ left, right }) => [left, right]),
  );
  const patterns = assembled
    .filter((node) => !inner.has(node))
    .map(namePattern)
    .filter((pattern) => pattern !== undefined);
  return [...new Set(patterns)];
}
