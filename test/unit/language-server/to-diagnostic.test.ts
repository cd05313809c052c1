import { expect, it } from "vitest";
import { diagnostic } from "../../../src/diagnostics/diagnostic.ts";
import { Workspace } from "../../../src/editor/workspace/workspace.ts";
import { memoryHost } from "../../../src/host/memory/memory-host.ts";
import { readSettings } from "../../../src/language-server/settings.ts";
import { toDiagnostic } from "../../../src/language-server/to-diagnostic.ts";

const path = "/site/web.pan";
const host = memoryHost({ files: { [path]: `object template web;\n${"#\n".repeat(40)}` } });
const input = { host, roots: ["/site"], projects: [], library: [], client: new Map() };
const workspace = new Workspace(host, readSettings(input).settings);

/** With related places on the lines from 2 on; every third one is in a file that is gone. */
function linesRelated(count: number): readonly number[] {
  const start = (i: number): number => "object template web;\n".length + 2 * i;
  const related = Array.from({ length: count }, (_, i) => ({
    span: { file: i % 3 === 2 ? "/site/gone.pan" : path, start: start(i), end: start(i) + 1 },
    message: "here",
  }));
  const span = { file: path, start: 0, end: 6 };
  const found = { ...diagnostic("rules-contradict", span, { cause: "" }), related };
  const file = workspace.file(path) ?? expect.unreachable("it is there");
  const { relatedInformation = [] } = toDiagnostic({ workspace }, file, found);
  return relatedInformation.map(({ location }) => location.range.start.line);
}

it("gives the first places that are related, as many as somebody reads, of files that are there", () => {
  expect(linesRelated(4)).toEqual([1, 2, 4]);
  expect(linesRelated(12)).toEqual([1, 2, 4, 5, 7, 8, 10, 11]);
  expect(linesRelated(30)).toEqual(linesRelated(12));
});
