import type { Located } from "../../../text/span.ts";
import type { Token } from "../../syntax/token.ts";
import { type FileReport, fileRule } from "../rule.ts";
import type { SourceFile } from "../source-file.ts";
import { replacing, spaceAfter, spaceBefore, widthOf } from "../support/spacing.ts";

/** As panlint has them: the logical operators and `%` are not looked at. */
const operators: ReadonlySet<string> = new Set([
  ..."< > = + - * /".split(" "),
  ..."<= >= == != ?=".split(" "),
]);

export const operatorSpace = fileRule({
  id: "LC001",
  name: "operator-space",
  summary: "Operators have white space around them, and signs do not.",
  reads: "layout",
  bad: [
    "template example;\n'/a' = 8* 1;",
    "template example;\n'/a' = 16 /2;",
    "template example;\n'/a'=10-2;",
    "template example;\n'/a' = - 1;",
    "template example;\n'/a' = B[c + 1];",
  ],
  good: [
    "template example;\n'/a' = -1 + B[c-1] +\n    F(-6, 5, -12)\n    * -3;",
    "template example;\ntype t = { 'a' : string(1..)* = '/b' 'c' ? long(-1..5) };",
    "template example;\n'/a' = <<EOT;\na=b\nEOT\n'/b' = if (X) -1 else -(2);",
  ],
  check(file, report) {
    const signs = new Set(file.nodes("UnaryExpression").map(({ start }) => start));
    const links = new Set(file.nodes("LinkType").map(({ end }) => end));
    const indexes = simpleIndexes(file.tokens);
    const reported = new Set<Located>();
    for (const [i, token] of file.tokens.entries()) {
      if (!operators.has(token.image) || links.has(token.end)) continue;
      const previous = file.tokens[i - 1];
      const isSign = signs.has(token.startOffset) || !endsOperand(previous);
      const index = indexes.get(token);
      if ((token.image === "-" || token.image === "+") && isSign) checkSign(file, token, report);
      else if (index !== undefined) {
        if (!reported.has(index)) checkIndex(file, index, report);
        reported.add(index);
      } else checkOperator(file, token, report);
    }
  },
});

function checkSign({ text }: SourceFile, token: Token, report: FileReport<"LC001">): void {
  const space = spaceAfter(text, token.end);
  if (space === undefined || widthOf(space) === 0) return;
  const problem = `none between the sign \`${token.image}\` and what it belongs to`;
  const fix = { title: "Remove it", edits: [replacing(space, "")] };
  report({ start: token.startOffset, end: space.end }, { problem }, { fix });
}

function checkIndex({ text }: SourceFile, index: Located, report: FileReport<"LC001">): void {
  const spaces = [...text.slice(index.start, index.end).matchAll(/\s+/g)].map((match) => ({
    start: index.start + match.index,
    end: index.start + match.index + match[0].length,
  }));
  const [first] = spaces;
  if (first === undefined) return;
  const fix = { title: "Remove it", edits: spaces.map((space) => replacing(space, "")) };
  report(first, { problem: "none in a short index" }, { fix });
}

function checkOperator({ text }: SourceFile, token: Token, report: FileReport<"LC001">): void {
  const { startOffset: start, end, image } = token;
  const missing = [
    { side: "before", space: spaceBefore(text, start) },
    { side: "behind", space: spaceAfter(text, end) },
  ].filter(({ space }) => space !== undefined && widthOf(space) === 0);
  if (missing.length === 0) return;
  const edits = missing.flatMap(({ space }) =>
    space === undefined ? [] : [replacing(space, " ")],
  );
  const problem = `it is missing ${missing.map(({ side }) => side).join(" and ")} \`${image}\``;
  report({ start, end }, { problem }, { fix: { title: "Insert a space", edits } });
}

/** Whether an operator behind the token has it as its left side. */
function endsOperand(token: Token | undefined): boolean {
  return (
    token !== undefined && /[\w"')\]}]$/.test(token.image) && !/^(else|return)$/.test(token.image)
  );
}

/** `+` and `-` of indexes of names and numbers only, such as `[i-1]`, with the place between the brackets. */
function simpleIndexes(tokens: readonly Token[]): ReadonlyMap<Token, Located> {
  const found = new Map<Token, Located>();
  let open: number | undefined;
  for (const [i, { image }] of tokens.entries()) {
    if (image === "[") open = i;
    else if (image === "]" && open !== undefined) {
      const place = { start: tokens[open]?.end ?? 0, end: tokens[i]?.startOffset ?? 0 };
      const inside = tokens.slice(open + 1, i);
      for (const token of inside) found.set(token, place);
      open = undefined;
    } else if (!/^(\w+|[-+])$/.test(image)) open = undefined;
  }
  return found;
}
