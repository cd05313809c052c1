/** The files of the description in one editor: tabs, which file is shown, and their texts. */

import {
  autocompletion,
  closeBrackets,
  closeBracketsKeymap,
  completionKeymap,
} from "@codemirror/autocomplete";
import { defaultKeymap, history, historyKeymap } from "@codemirror/commands";
import { bracketMatching, indentOnInput, indentUnit } from "@codemirror/language";
import { lintGutter, lintKeymap } from "@codemirror/lint";
import { highlightSelectionMatches, searchKeymap } from "@codemirror/search";
import { EditorSelection, EditorState, type Extension, type StateEffect } from "@codemirror/state";
import {
  drawSelection,
  EditorView,
  highlightActiveLine,
  highlightActiveLineGutter,
  keymap,
  lineNumbers,
} from "@codemirror/view";
import { library } from "../library.ts";
import type { Place, Settings, SourceFile } from "../messages.ts";
import { LanguageClient, nameOf, showIn, uriOf } from "./language-client.ts";
import { isFileName } from "./link.ts";
import { pan } from "./pan-language.ts";
import { semanticColours } from "./semantic-colours.ts";
import { theme } from "./theme.ts";

export interface FileEvents {
  /** A text has changed, or there are other files. */
  readonly onChange: () => void;
  /** Another file is shown. */
  readonly onShow: () => void;
}

export class Files {
  readonly view: EditorView;
  readonly language: LanguageClient;
  private readonly events: FileEvents;
  private readonly states = new Map<string, EditorState>();
  /** How far files were scrolled when they were shown last. */
  private readonly scrolls = new Map<string, StateEffect<unknown>>();
  private active = "";

  constructor(parent: HTMLElement, program: string, settings: Settings, events: FileEvents) {
    this.events = events;
    this.view = new EditorView({ parent, state: EditorState.create({ extensions: [theme] }) });
    this.language = new LanguageClient(program, settings, {
      show: (uri) => (this.show(nameOf(uri)) ? this.view : undefined),
      shown: () => uriOf(this.active),
    });
  }

  /** The file that is shown; a library's begins with a slash. */
  get shown(): string {
    return this.active;
  }

  get names(): readonly string[] {
    return [...this.states.keys()];
  }

  all(): readonly SourceFile[] {
    return this.names.map((name) => ({ name, text: this.stateOf(name)?.doc.toString() ?? "" }));
  }

  /** Other files instead of all of these. */
  replace(files: readonly SourceFile[], main: string): void {
    for (const name of this.names) this.language.workspace.remove(uriOf(name));
    this.states.clear();
    this.scrolls.clear();
    this.active = "";
    for (const { name, text } of inOrder(files, main)) this.keep(name, text);
    this.show(main);
    this.events.onChange();
  }

  add(name: string, text: string): void {
    this.keep(name, text);
    this.show(name);
    this.events.onChange();
  }

  remove(name: string): void {
    if (!this.states.has(name)) return;
    this.states.delete(name);
    const [first = ""] = this.names;
    if (this.active === name) this.show(first);
    this.language.workspace.remove(uriOf(name));
    this.events.onChange();
  }

  /** Somebody has written another machine into a file: it takes the place of the file's own. */
  callLikeTemplate(name: string): void {
    const text = this.stateOf(name)?.doc.toString() ?? "";
    const wanted = `${templateIn(text)}.pan`;
    if (!isFileName(wanted) || this.states.has(wanted)) return;
    const files = this.all().map((one) => (one.name === name ? { name: wanted, text } : one));
    this.replace(files, wanted);
  }

  /** False if there is no such file. */
  show(name: string): boolean {
    const next =
      name === this.active ? this.view.state : (this.states.get(name) ?? this.ofLibrary(name));
    if (next === undefined) return false;
    if (name === this.active) return true;
    const { client, workspace } = this.language;
    client.sync();
    if (this.states.has(this.active)) {
      this.states.set(this.active, this.view.state);
      this.scrolls.set(this.active, this.view.scrollSnapshot());
    }
    this.active = name;
    this.view.setState(next);
    this.view.dispatch({ effects: this.scrolls.get(name) ?? EditorView.scrollIntoView(0) });
    const uri = uriOf(name);
    showIn(this.view, client, { uri, diagnostics: workspace.getFile(uri)?.diagnostics ?? [] });
    this.events.onShow();
    return true;
  }

  /** Shows a place, and puts the cursor there. */
  reveal({ file, line, column }: Place): void {
    if (!this.show(file) && !this.show(`/${file}`)) return;
    const { doc } = this.view.state;
    const at = doc.line(Math.min(line, doc.lines));
    const offset = at.from + Math.min(column - 1, at.length);
    this.view.dispatch({
      selection: EditorSelection.cursor(offset),
      effects: EditorView.scrollIntoView(offset, { y: "center" }),
    });
    this.view.focus();
  }

  private stateOf(name: string): EditorState | undefined {
    return name === this.active ? this.view.state : this.states.get(name);
  }

  private keep(name: string, text: string): void {
    const isOpen = this.states.has(name);
    this.states.set(name, this.newState(name, text, []));
    if (!isOpen) this.language.workspace.add(uriOf(name), text);
  }

  private ofLibrary(name: string): EditorState | undefined {
    const text = library()[name];
    return text === undefined
      ? undefined
      : this.newState(name, text, [EditorState.readOnly.of(true)]);
  }

  private newState(name: string, doc: string, more: Extension): EditorState {
    const { client } = this.language;
    return EditorState.create({
      doc,
      extensions: [
        more,
        editing,
        client.plugin(uriOf(name), "pan"),
        semanticColours(client, uriOf(name)),
        EditorView.updateListener.of(({ docChanged }) => {
          if (!docChanged) return;
          this.language.wake();
          this.events.onChange();
        }),
        EditorView.contentAttributes.of({ "aria-label": `Text of ${name}` }),
      ],
    });
  }
}

/** The name in the first line of a template; the empty text if there is none. */
function templateIn(text: string): string {
  return /^[ \t]*(?:\w+[ \t]+)?template[ \t]+([\w./+-]+)[ \t]*;/m.exec(text)?.[1] ?? "";
}

/** The main file first, those of directories last. */
function inOrder(files: readonly SourceFile[], main: string): readonly SourceFile[] {
  const rank = ({ name }: SourceFile): number => (name === main ? 0 : name.includes("/") ? 2 : 1);
  return files.toSorted((a, b) => rank(a) - rank(b));
}

/** The key Tab goes to the next part of the page, as whoever has no mouse expects. */
const editing: Extension = [
  lineNumbers(),
  highlightActiveLineGutter(),
  highlightActiveLine(),
  history(),
  drawSelection(),
  EditorState.allowMultipleSelections.of(true),
  indentUnit.of("    "),
  indentOnInput(),
  bracketMatching(),
  closeBrackets(),
  autocompletion({ icons: false }),
  highlightSelectionMatches(),
  lintGutter(),
  keymap.of([
    ...closeBracketsKeymap,
    ...defaultKeymap,
    ...searchKeymap,
    ...historyKeymap,
    ...completionKeymap,
    ...lintKeymap,
  ]),
  pan,
  theme,
];
