/** Edits and positions of documents are those of the protocol: the library of its authors says the same. */
import fc from "fast-check";
import { expect, it } from "vitest";
import type { TextDocumentContentChangeEvent } from "vscode-languageserver";
import { TextDocument } from "vscode-languageserver-textdocument";
import { editedText, offsetAt } from "../../src/language-server/documents.ts";
import { pathOfUri, uriOfPath } from "../../src/language-server/uri.ts";
import { lineIndex } from "../../src/text/line-index.ts";

const piece = fc.constantFrom("a", "é", "𝒳", "\n", "\r\n", "\r", "\t", "'", "\ud800", "");
const text = fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join(""));
const position = fc.record({
  line: fc.integer({ min: 0, max: 20 }),
  character: fc.integer({ min: 0, max: 30 }),
});
const change = fc.record({ range: fc.record({ start: position, end: position }), text });

/** A document of its own each time: the library's knowledge of lines is off where edits join `\\r` and `\\n`. */
function updated(before: string, one: TextDocumentContentChangeEvent): string {
  const document = TextDocument.create("file:///x", "pan", 1, before);
  return TextDocument.update(document, [one], 2).getText();
}

it("finds the offset of any position, and leaves any edit, as the library does", () => {
  fc.assert(
    fc.property(text, fc.array(change, { maxLength: 5 }), position, (before, changes, place) => {
      const document = TextDocument.create("file:///x", "pan", 1, before);
      expect(offsetAt(lineIndex(before), place.line, place.character)).toBe(
        document.offsetAt(place),
      );
      const after = changes.reduce(updated, before);
      expect(editedText(before, changes)).toBe(after);
    }),
    { seed: 7, numRuns: 2000 },
  );
});

it("gives each path back from its URI", () => {
  const name = fc.string({ unit: "grapheme", minLength: 1 }).filter((one) => !/[/\0]/.test(one));
  const path = fc
    .array(
      name.filter((one) => one !== "." && one !== ".."),
      { minLength: 1, maxLength: 5 },
    )
    .map((names) => `/${names.join("/")}`)
    // The letter of a drive has two forms and one meaning.
    .filter((one) => !/^\/[A-Z]:/.test(one));
  fc.assert(
    fc.property(path, (one) => {
      expect(pathOfUri(uriOfPath(one))).toBe(one);
      expect(uriOfPath(one)).toMatch(/^file:\/\/\/[\w%.~!*'()/-]+$/);
    }),
    { seed: 7, numRuns: 1000 },
  );
});
