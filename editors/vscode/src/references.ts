/** Lenses with counts name this command; the editor's own one wants objects of its own. */

import { commands, type Disposable, Location, Position, Range, Uri } from "vscode";

interface PlainPosition {
  readonly line: number;
  readonly character: number;
}

interface PlainLocation {
  readonly uri: string;
  readonly range: { readonly start: PlainPosition; readonly end: PlainPosition };
}

export function registerReferences(): Disposable {
  return commands.registerCommand(
    "vmcs.showReferences",
    (uri: string, at: PlainPosition, locations: readonly PlainLocation[]) =>
      commands.executeCommand(
        "editor.action.showReferences",
        Uri.parse(uri),
        position(at),
        locations.map(({ uri: file, range }) => {
          const where = new Range(position(range.start), position(range.end));
          return new Location(Uri.parse(file), where);
        }),
      ),
  );
}

function position({ line, character }: PlainPosition): Position {
  return new Position(line, character);
}
