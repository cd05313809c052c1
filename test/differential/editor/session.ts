/**
 * A random editing session: documents are opened, edited, moved about in and closed, as people do it and worse, and
 * now and then a server that has seen nothing of it must say the same of the texts as they are.
 */
import { applyEdits } from "../../../src/text/edit.ts";
import { lineIndex } from "../../../src/text/line-index.ts";
import type { Random } from "../../fuzz/random.ts";
import type { EditorClient } from "../../support/editor-client.ts";

export interface SessionOptions {
  readonly random: Random;
  /** Absolute paths of templates, and their texts. */
  readonly files: ReadonlyMap<string, string>;
  readonly edits: number;
  /** After how many edits the server is compared with a fresh one. */
  readonly every: number;
  readonly client: EditorClient;
  readonly fresh: () => Promise<EditorClient>;
  readonly onCheck?: (edits: number) => void;
}

/** The edit after which the servers differed, and how; undefined if they never did. */
export async function runSession(options: SessionOptions): Promise<string | undefined> {
  const { random, edits, every, client } = options;
  const session = new Session(options);
  for (let done = 1; done <= edits; done++) {
    await session.step();
    // Requests in between find servers in the middle of their work.
    if (random.chance(0.2)) await session.ask(client, random.pick(session.paths()));
    if (done % every !== 0) continue;
    const difference = await session.compare();
    if (difference !== undefined) return `after ${done} edits: ${difference}`;
    options.onCheck?.(done);
  }
  return undefined;
}

const uriOf = (path: string): string => `file://${path}`;

/** What is pasted, typed or left over: pieces of templates, whole and broken. */
const pieces = [
  ...[
    ";",
    "'",
    '"',
    "{",
    "}",
    "(",
    ")",
    "[",
    "]",
    "=",
    "?=",
    "<<EOF\n",
    "EOF\n",
    "#",
    "@{",
    "\n",
    "\r\n",
  ],
  ...["include 'site';\n", "'/a/b' = 1;\n", "variable X = SELF;\n", "prefix '/x';\n", "final "],
  ...[
    "bind '/a' = long(1..);\n",
    "function f = ARGV[0];\n",
    "type t = { 'a' : long };\n",
    "é",
    "𝒳",
    "\t",
  ],
  ...[
    "if (true) ",
    " else ",
    "foreach (k; v; SELF) ",
    "value('/a')",
    "null",
    "0x",
    "1e",
    "object template x;\n",
  ],
];

class Session {
  private readonly options: SessionOptions;
  private readonly open = new Map<string, { text: string; version: number }>();

  constructor(options: SessionOptions) {
    this.options = options;
  }

  paths(): readonly string[] {
    return [...this.open.keys()];
  }

  async step(): Promise<void> {
    const { random, files, client } = this.options;
    const mayOpen = this.open.size < 8;
    if (this.open.size === 0 || (mayOpen && random.chance(0.02))) {
      const path = random.pick([...files.keys()].filter((name) => !this.open.has(name)));
      const text = files.get(path) ?? "";
      this.open.set(path, { text, version: 1 });
      await client.open(path, text);
      return;
    }
    const path = random.pick(this.paths());
    if (this.open.size > 1 && random.chance(0.01)) {
      this.open.delete(path);
      const textDocument = { uri: uriOf(path) };
      await client.notify("textDocument/didClose", { textDocument });
      return;
    }
    await this.edit(path);
  }

  /** One to three changes in one message: each counts from the text that the one before it has left. */
  private async edit(path: string): Promise<void> {
    const { random, client, files } = this.options;
    const document = this.open.get(path) as { text: string; version: number };
    const contentChanges: object[] = [];
    for (let i = random.below(3); i >= 0; i--) {
      if (random.chance(0.02)) {
        document.text = files.get(path) ?? "";
        contentChanges.push({ text: document.text });
        continue;
      }
      const start = reachable(document.text, random.below(document.text.length + 1));
      const length = random.chance(0.5) ? 0 : random.below(random.chance(0.1) ? 200 : 6);
      const end = reachable(document.text, Math.min(document.text.length, start + length));
      const text = random.chance(0.3) ? "" : this.piece(document.text);
      const lines = lineIndex(document.text);
      const at = (offset: number) => {
        const { line, column } = lines.position(offset);
        return { line: line - 1, character: column - 1 };
      };
      contentChanges.push({ range: { start: at(start), end: at(end) }, text });
      document.text = applyEdits(document.text, [{ start, end, text }]);
    }
    document.version++;
    const textDocument = { uri: uriOf(path), version: document.version };
    await client.notify("textDocument/didChange", { textDocument, contentChanges });
  }

  private piece(text: string): string {
    const { random } = this.options;
    if (random.chance(0.6)) return random.pick(pieces);
    const from = random.below(text.length + 1);
    return text.slice(from, from + random.below(40));
  }

  /** What a server says of a document, of all that it can be asked. */
  async ask(client: EditorClient, path: string): Promise<string> {
    const textDocument = { uri: uriOf(path) };
    const text = this.open.get(path)?.text ?? "";
    const { line, column } = lineIndex(text).position(Math.floor(text.length / 2));
    const position = { line: line - 1, character: column - 1 };
    const answers = [];
    for (const method of ["documentSymbol", "foldingRange", "documentLink", "codeLens"]) {
      answers.push([method, await this.answer(client, method, { textDocument })]);
    }
    for (const method of [
      "definition",
      "implementation",
      "documentHighlight",
      "hover",
      "completion",
    ]) {
      answers.push([method, await this.answer(client, method, { textDocument, position })]);
    }
    const colours = await this.answer(client, "semanticTokens/full", { textDocument });
    answers.push(["colours", (colours as { readonly data?: unknown } | null)?.data ?? null]);
    const context = { includeDeclaration: true };
    answers.push([
      "references",
      await this.answer(client, "references", { textDocument, position, context }),
    ]);
    answers.push(["diagnostic", await this.answer(client, "diagnostic", { textDocument })]);
    return JSON.stringify(answers, undefined, 1);
  }

  /** A feature that the server does not have is the same in both. */
  private answer(client: EditorClient, method: string, params: object): Promise<unknown> {
    return client
      .request(`textDocument/${method}`, params)
      .catch((error: { readonly code?: number; readonly message: string }) => {
        if (error.code === -32601) return null;
        throw error;
      });
  }

  /** How a server that has just been given the documents differs. */
  async compare(): Promise<string | undefined> {
    const { client } = this.options;
    const fresh = await this.options.fresh();
    try {
      for (const [path, { text }] of this.open) await fresh.open(path, text);
      for (const path of this.paths()) {
        const [mine, wanted] = [await this.ask(client, path), await this.ask(fresh, path)];
        if (mine !== wanted) return `${path}\n${firstDifference(mine, wanted)}`;
      }
      return undefined;
    } finally {
      await fresh.stop();
    }
  }
}

/** No position of the protocol is between the two characters of a line end. */
function reachable(text: string, offset: number): number {
  return text[offset - 1] === "\r" && text[offset] === "\n" ? offset - 1 : offset;
}

function firstDifference(mine: string, wanted: string): string {
  const [a, b] = [mine.split("\n"), wanted.split("\n")];
  const at = a.findIndex((line, i) => line !== b[i]);
  return `- ${a.slice(at, at + 3).join("\n- ")}\n+ ${b.slice(at, at + 3).join("\n+ ")}`;
}
