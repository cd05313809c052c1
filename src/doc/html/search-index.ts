/** What can be searched for: a script that sets one list, as a page in a file may not read other files. */

import { compareCodeUnits } from "../../base/compare.ts";
import { summaryOf } from "../markup/parse-markup.ts";
import { anchorOf, mainPages, relativeAddress } from "./addresses.ts";
import type { Site } from "./page.ts";
import { pathSummary } from "./path-pages.ts";
import { pathText } from "./path-text.ts";

/** What is found: its page, and where in it. */
interface Entry {
  readonly kind: keyof typeof kinds;
  readonly name: string;
  readonly page: string;
  readonly summary: string;
}

/** The anchor of each kind begins with this; a path is its own, and a template is the page. */
const kinds = {
  path: "",
  type: anchorOf("type", ""),
  function: anchorOf("function", ""),
  variable: anchorOf("variable", ""),
  template: undefined,
} as const;

const kindNames = Object.keys(kinds) as readonly (keyof typeof kinds)[];

/** As the site can have many thousands of paths, pages and kinds are numbers. */
export function searchIndex(site: Site): string {
  const entries = entriesOf(site).toSorted(
    (a, b) =>
      compareCodeUnits(a.name, b.name) ||
      compareCodeUnits(a.page, b.page) ||
      compareCodeUnits(a.kind, b.kind),
  );
  const pages = [...new Set(entries.map(({ page }) => page))];
  const numbers = new Map(pages.map((page, i) => [page, i]));
  const index = {
    kinds: kindNames.map((kind) => [kind, kinds[kind] ?? null]),
    pages: pages.map((page) => relativeAddress("index.html", page)),
  };
  const lines = entries.map(({ kind, name, page, summary }) =>
    JSON.stringify([kindNames.indexOf(kind), name, numbers.get(page), shortened(summary)]),
  );
  const text = `{"kinds":${JSON.stringify(index.kinds)},\n"pages":${JSON.stringify(index.pages)},\n"entries":[\n${lines.join(",\n")}\n]}`;
  return `window.vmcsIndex = ${scriptText(text)};\n`;
}

const longestSummary = 90;

function shortened(summary: string): string {
  if (summary.length <= longestSummary) return summary;
  return `${summary.slice(0, longestSummary).replace(/\s*\S*$/, "")} …`;
}

function entriesOf({ library, addresses }: Site): readonly Entry[] {
  const { templates, paths, variables } = library;
  const pageOfPath = (path: string): string =>
    (addresses.path(path) ?? mainPages.paths).split("#", 1)[0] ?? "";
  return [
    ...paths.map((doc): Entry => {
      const page = pageOfPath(doc.path);
      return { kind: "path", name: pathText(doc.path), page, summary: pathSummary(doc) };
    }),
    ...templates.flatMap(({ id, name, documentation, types, functions }): readonly Entry[] => {
      const page = addresses.template(id);
      const entry = (kind: Entry["kind"], called: string, { text }: { text: string }): Entry => ({
        kind,
        name: called,
        page,
        summary: summaryOf(text),
      });
      return [
        entry("template", name, documentation),
        ...types.map((type) => entry("type", type.name, type.documentation)),
        ...functions.map((one) => entry("function", one.name, one.documentation)),
      ];
    }),
    ...variables.map(({ name, settings }): Entry => {
      const said = settings.find(({ documentation }) => documentation.text !== "");
      const summary = summaryOf(said?.documentation.text ?? "");
      return { kind: "variable", name, page: mainPages.variables, summary };
    }),
  ];
}

/** JSON is a script, but for what would end a line of it. */
function scriptText(json: string): string {
  return json.replace(/[\u2028\u2029]/g, (character) =>
    character === "\u2028" ? "\\u2028" : "\\u2029",
  );
}
