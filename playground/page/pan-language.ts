/** Pan for CodeMirror: colours of a line by itself. What names mean is told by the language server a moment later. */

import { LanguageSupport, StreamLanguage, type StringStream } from "@codemirror/language";

interface State {
  /** Inside an annotation: the bracket that ends it. */
  annotation: string | undefined;
  /** Words that end heredocs that were begun on this line, and the one that is being read. */
  pending: readonly string[];
  heredoc: string | undefined;
  /** Inside a quoted text: its quote. */
  quote: string | undefined;
  nameExpected: boolean;
  /** How many brackets are open. */
  depth: number;
}

const keywords = new Set([
  ...["template", "object", "structure", "unique", "declaration", "include", "prefix", "bind"],
  ...["variable", "type", "function", "final", "extensible", "with", "valid", "conflict"],
  ...[
    "suggest",
    "when",
    "message",
    "priority",
    "choice",
    "if",
    "else",
    "while",
    "for",
    "foreach",
    "return",
  ],
]);
const atoms = new Set(["true", "false", "null", "undef", "SELF", "ARGV", "ARGC", "OBJECT"]);
const types = new Set(["string", "boolean", "long", "double", "dict", "list", "nlist", "element"]);
const closers: Readonly<Record<string, string>> = { "{": "}", "(": ")", "[": "]", "<": ">" };

function token(stream: StringStream, state: State): string | null {
  if (stream.sol() && state.pending.length > 0) {
    [state.heredoc, ...state.pending] = state.pending as [string, ...string[]];
  }
  if (state.heredoc !== undefined) return heredocLine(stream, state);
  if (state.annotation !== undefined) return annotation(stream, state, state.annotation);
  if (state.quote !== undefined) return quoted(stream, state, state.quote);
  if (stream.eatSpace()) return null;
  if (state.nameExpected) {
    state.nameExpected = false;
    if (stream.match(/^[\w./+-]+/)) return "namespace";
  }
  return word(stream, state);
}

function word(stream: StringStream, state: State): string | null {
  if (stream.match("#")) {
    stream.skipToEnd();
    return "comment";
  }
  if (stream.match(/^<<[A-Za-z_]\w*/)) {
    state.pending = [...state.pending, stream.current().slice(2)];
    return "string";
  }
  if (stream.match(/^@\s*\w*\s*[{([<]/)) {
    return annotation(stream, state, closers[stream.current().slice(-1)] ?? "}");
  }
  if (stream.match(/^['"]/)) return quoted(stream, state, stream.current());
  if (stream.match(/^(0x[\da-fA-F]+|\d+(\.\d+)?([eE][+-]?\d+)?)/)) return "number";
  if (stream.match(/^[A-Za-z_]\w*/)) return nameKind(stream.current(), stream, state);
  if (stream.match(/^[-+*/%<>=!&|^~?]+/)) return "operator";
  const character = stream.next() ?? "";
  if ("{([".includes(character)) state.depth++;
  if ("})]".includes(character)) state.depth = Math.max(0, state.depth - 1);
  return null;
}

function nameKind(name: string, stream: StringStream, state: State): string {
  if (name === "template") state.nameExpected = true;
  if (keywords.has(name)) return "keyword";
  if (atoms.has(name)) return "atom";
  if (types.has(name)) return "typeName";
  return stream.match(/^\s*\(/, false) ? "variableName.function" : "variableName";
}

function heredocLine(stream: StringStream, state: State): string {
  if (stream.sol() && stream.string.startsWith(state.heredoc ?? "")) state.heredoc = undefined;
  stream.skipToEnd();
  return "string";
}

function annotation(stream: StringStream, state: State, closer: string): string {
  state.annotation = closer;
  while (!stream.eol()) {
    if (stream.next() !== closer) continue;
    state.annotation = undefined;
    break;
  }
  return "meta";
}

function quoted(stream: StringStream, state: State, quote: string): string {
  state.quote = quote;
  while (!stream.eol()) {
    const character = stream.next();
    if (quote === '"' && character === "\\") stream.next();
    if (character !== quote) continue;
    state.quote = undefined;
    break;
  }
  return "string";
}

const language = StreamLanguage.define<State>({
  name: "pan",
  startState: () => ({
    annotation: undefined,
    pending: [],
    heredoc: undefined,
    quote: undefined,
    nameExpected: false,
    depth: 0,
  }),
  token,
  indent: ({ depth }, after, { unit }) =>
    Math.max(0, depth - (/^\s*[})\]]/.test(after) ? 1 : 0)) * unit,
  languageData: {
    commentTokens: { line: "#" },
    closeBrackets: { brackets: ["(", "[", "{", "'", '"'] },
    indentOnInput: /^\s*[})\]]$/,
  },
});

export const pan = new LanguageSupport(language);
