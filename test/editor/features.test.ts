/**
 * Features as an editor asks for them, over the real protocol: one archive a case, with the templates of a workspace,
 * markers in them (`«here»`, or `«here»…«/here»` for a range), and a `cmd` of one request a line:
 *
 *     METHOD MARKER {"more": "parameters"}
 *
 * METHOD is what stands behind `textDocument/`, or a whole method (`workspace/symbol - {"query": "x"}`). Files with
 * markers are opened, the others are on the disk. `edit MARKER TEXT` replaces a marked range, with the text as JSON.
 * `resolve LABEL` tells of a suggestion of the answer before, `resolve` of its lenses, `incoming` and `outgoing` of its
 * first item of a call hierarchy.
 * `show FILE` prints the text of a file after the edits that the answer before it has, such as those of a rename; of
 * several code actions, after those of the last one.
 */
import { memoryHost } from "../../src/host/memory/memory-host.ts";
import { applyEdits } from "../../src/text/edit.ts";
import { lineIndex } from "../../src/text/line-index.ts";
import { type EditorClient, startClient } from "../support/editor-client.ts";
import { followUp, hoverLines } from "../support/editor-follow-ups.ts";
import { goldenSuite } from "../support/fixtures.ts";
import { type MarkedRange, type MarkedTexts, readMarkers } from "../support/markers.ts";
import { suggestionLines } from "../support/suggestion-lines.ts";
import { parseArchive } from "../support/txtar.ts";

const root = "/project";
const uriOf = (path: string): string => `file://${root}/${path}`;

goldenSuite({
  folder: "editor",
  input: ".txtar",
  golden: ".out",
  async render({ text }) {
    const { files } = parseArchive(text);
    const commands = (files.get("cmd") ?? "").split("\n").filter((line) => line !== "");
    const marked = readMarkers(new Map([...files].filter(([name]) => name !== "cmd")));
    const onDisk = Object.fromEntries(
      [...marked.texts].map(([name, content]) => [`${root}/${name}`, content]),
    );
    const client = await startClient(
      memoryHost({ files: onDisk, currentDirectory: root }),
      [root],
      {
        textDocument: { diagnostic: {}, completion: { completionItem: { snippetSupport: true } } },
      },
    );
    try {
      const session = new Session(client, marked);
      await session.open();
      const answers: string[] = [];
      for (const command of commands) answers.push(`> ${command}\n${await session.run(command)}\n`);
      return answers.join("\n");
    } finally {
      await client.stop();
    }
  },
});

interface Edit {
  readonly range: { readonly start: Position; readonly end: Position };
  readonly newText: string;
}

interface Position {
  readonly line: number;
  readonly character: number;
}

/** The documents of a case as they are now. */
class Session {
  private readonly client: EditorClient;
  private readonly marked: MarkedTexts;
  private readonly texts: Map<string, string>;
  private version = 1;
  private answer: unknown;

  constructor(client: EditorClient, marked: MarkedTexts) {
    this.client = client;
    this.marked = marked;
    this.texts = new Map(marked.texts);
  }

  async open(): Promise<void> {
    const paths = new Set([...this.marked.markers.values()].map(({ path }) => path));
    for (const path of paths) await this.client.open(`${root}/${path}`, this.texts.get(path) ?? "");
  }

  async run(command: string): Promise<string> {
    const [method = "", name = "", ...more] = command.split(" ");
    const rest = more.join(" ");
    if (method === "show") return this.edited(name);
    if (method === "edit") return this.edit(this.marker(name), JSON.parse(rest) as string);
    const followed = await followUp(this.client, method, `${name} ${rest}`.trim(), this.answer);
    if (followed !== undefined) return followed.lines(shortPlaces);
    const whole = method.includes("/") ? method : `textDocument/${method}`;
    const extra = rest === "" ? {} : (JSON.parse(rest) as object);
    const params = name === "-" ? extra : { ...this.placed(this.marker(name)), ...extra };
    this.answer = await this.client.request(whole, params).catch((error: Error) => error.message);
    const path = name === "-" ? "" : this.marker(name).path;
    const colours = coloursIn(this.answer, this.client, this.texts.get(path) ?? "");
    return (
      colours ??
      suggestionLines(this.answer, shortPlaces) ??
      hoverLines(this.answer, shortPlaces) ??
      this.print(this.answer)
    );
  }

  private marker(name: string): MarkedRange {
    const found = this.marked.markers.get(name);
    if (found === undefined) throw new Error(`There is no marker «${name}».`);
    return found;
  }

  private placed({ path, start, end }: MarkedRange): object {
    const [from, to] = [this.position(path, start), this.position(path, end)];
    return {
      textDocument: { uri: uriOf(path) },
      position: from,
      positions: [from],
      range: { start: from, end: to },
    };
  }

  private position(path: string, offset: number): Position {
    const { line, column } = lineIndex(this.texts.get(path) ?? "").position(offset);
    return { line: line - 1, character: column - 1 };
  }

  private async edit({ path, start, end }: MarkedRange, text: string): Promise<string> {
    const before = this.texts.get(path) ?? "";
    const range = { start: this.position(path, start), end: this.position(path, end) };
    this.texts.set(path, before.slice(0, start) + text + before.slice(end));
    await this.client.notify("textDocument/didChange", {
      textDocument: { uri: uriOf(path), version: ++this.version },
      contentChanges: [{ range, text }],
    });
    return "";
  }

  /** A file after the edits of the last answer: a list of edits, or a workspace edit. */
  private edited(path: string): string {
    const text = this.texts.get(path) ?? "";
    const lines = lineIndex(text);
    const offset = ({ line, character }: Position) => lines.offset(line + 1, character + 1);
    const edits = editsOf(this.answer, uriOf(path)).map(({ range, newText }) => ({
      start: offset(range.start),
      end: offset(range.end),
      text: newText,
    }));
    return applyEdits(text, edits);
  }

  /** JSON in which places are short: `web.pan:3:5-3:9`, counted from 1. */
  private print(answer: unknown): string {
    return JSON.stringify(shortPlaces(answer), null, 2);
  }
}

function shortPlaces(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(shortPlaces);
  if (typeof value === "string") return value.replaceAll(`file://${root}/`, "");
  if (typeof value !== "object" || value === null) return value;
  if (isRange(value)) return `${at(value.start)}-${at(value.end)}`;
  if ("line" in value && "character" in value) return at(value as Position);
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, shortPlaces(item)]));
}

/** Semantic tokens, a line each: place, text, type and modifiers; undefined for other answers. */
function coloursIn(
  answer: unknown,
  { initialized }: EditorClient,
  text: string,
): string | undefined {
  if (typeof answer !== "object" || answer === null || !("data" in answer)) return undefined;
  const { legend } = initialized.capabilities.semanticTokensProvider ?? {};
  const data = answer.data as readonly number[];
  const lines = lineIndex(text);
  const shown: string[] = [];
  let [line, column] = [1, 1];
  for (let i = 0; i + 4 < data.length; i += 5) {
    const [down = 0, right = 0, length = 0, type = 0, bits = 0] = data.slice(i, i + 5);
    line += down;
    column = down > 0 ? right + 1 : column + right;
    const start = lines.offset(line, column);
    const modifiers = legend?.tokenModifiers.filter((_, bit) => (bits >> bit) % 2 === 1) ?? [];
    const what = [legend?.tokenTypes[type], ...modifiers].join(" ");
    shown.push(`${line}:${column} ${text.slice(start, start + length)}  ${what}`);
  }
  return shown.join("\n");
}

function at({ line, character }: Position): string {
  return `${line + 1}:${character + 1}`;
}

function isRange(value: object): value is Edit["range"] {
  return (
    "start" in value &&
    "end" in value &&
    Object.keys(value).length === 2 &&
    typeof value.start === "object"
  );
}

/** The edits that an answer has for a document. */
function editsOf(answer: unknown, uri: string): readonly Edit[] {
  if (Array.isArray(answer)) {
    // Of several actions the last one, which does the most.
    const action = (answer as readonly { readonly edit?: unknown }[]).at(-1);
    return action?.edit === undefined ? (answer as Edit[]) : editsOf(action.edit, uri);
  }
  const edit = answer as {
    readonly changes?: Readonly<Record<string, readonly Edit[]>>;
    readonly documentChanges?: readonly {
      readonly textDocument?: { readonly uri: string };
      readonly edits?: readonly Edit[];
    }[];
  } | null;
  const changed = edit?.documentChanges?.filter(({ textDocument }) => textDocument?.uri === uri);
  return [...(edit?.changes?.[uri] ?? []), ...(changed ?? []).flatMap(({ edits }) => edits ?? [])];
}
