/** What an editor colours, by the engine that VS Code has. */

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import oniguruma from "vscode-oniguruma";
import textmate from "vscode-textmate";

export interface Colour {
  readonly text: string;
  /** The innermost scope; the empty string for text without one. */
  readonly scope: string;
}

export interface TextMateRule {
  readonly match?: string;
  readonly begin?: string;
  readonly end?: string;
  readonly patterns?: readonly TextMateRule[];
}

export interface TextMateGrammar {
  readonly patterns: readonly TextMateRule[];
  readonly repository: Readonly<Record<string, TextMateRule>>;
}

/** A scope that is there so that code in it is coloured as usual. */
const plain = "meta.embedded.pan";

export async function loadColours(file: string): Promise<(text: string) => Colour[][]> {
  const wasm = createRequire(import.meta.url).resolve("vscode-oniguruma/release/onig.wasm");
  await oniguruma.loadWASM({ data: readFileSync(wasm) });
  const registry = new textmate.Registry({
    onigLib: Promise.resolve({
      createOnigScanner: (patterns: string[]) => new oniguruma.OnigScanner(patterns),
      createOnigString: (text: string) => new oniguruma.OnigString(text),
    }),
    loadGrammar: async () => textmate.parseRawGrammar(readFileSync(file, "utf8"), file),
  });
  const grammar = await registry.loadGrammar("source.pan");
  if (grammar === null) throw new Error(`${file} has no grammar of source.pan.`);
  return (text) => {
    let state = textmate.INITIAL;
    return text.split("\n").map((line) => {
      const { tokens, ruleStack } = grammar.tokenizeLine(line, state);
      state = ruleStack;
      return joined(
        tokens.map(({ startIndex, endIndex, scopes }) => ({
          text: line.slice(startIndex, endIndex),
          scope: innermost(scopes),
        })),
      );
    });
  };
}

function innermost([, ...scopes]: readonly string[]): string {
  const last = scopes.at(-1) ?? "";
  return last === plain ? "" : last;
}

/** Neighbours of one colour are one piece; those without text are none. */
function joined(pieces: readonly Colour[]): Colour[] {
  const all: Colour[] = [];
  for (const piece of pieces.filter(({ text }) => text !== "")) {
    const last = all.at(-1);
    if (last?.scope === piece.scope) {
      all[all.length - 1] = { ...last, text: last.text + piece.text };
    } else all.push(piece);
  }
  return all;
}
