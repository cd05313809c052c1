/**
 * Libraries of templates and what `vmcs doc` says of them: one archive a case, with its templates, a `title`, and a
 * list `show` of pages. The golden has the diagnostics, the data and these pages.
 */

import { expect, it } from "vitest";
import { plainPalette } from "../../../src/diagnostics/palette.ts";
import { renderText } from "../../../src/diagnostics/render-text.ts";
import { writeSite } from "../../../src/doc/html/write-site.ts";
import { describeLibrary } from "../../../src/doc/library/describe-library.ts";
import { libraryJson } from "../../../src/doc/library/library-json.ts";
import { goldenSuite } from "../../support/fixtures.ts";
import { parseArchive } from "../../support/txtar.ts";
import { misplaced } from "./check-html.ts";
import { brokenLinks, unreachable } from "./check-links.ts";

goldenSuite({
  folder: "doc",
  input: ".txtar",
  golden: ".out",
  render({ text }) {
    const { files } = parseArchive(text);
    const templates = [...files]
      .filter(([name]) => name.endsWith(".pan"))
      .map(([name, content]) => ({ path: `/lib/${name}`, text: content }));
    const title = (files.get("title") ?? "").trim();
    const input = { title, files: templates, dialect: "vmcs" } as const;
    const { library, diagnostics } = describeLibrary(input);
    const site = writeSite(library, { sourceUrl: undefined });
    expect(brokenLinks(site)).toEqual([]);
    expect(unreachable(site)).toEqual([]);
    const pages = site.filter(({ name }) => name.endsWith(".html"));
    expect(pages.flatMap(({ content }) => misplaced(content))).toEqual([]);
    // The order in which files are named does not matter.
    expect(describeLibrary({ ...input, files: templates.toReversed() }).library).toEqual(library);
    const sources = (path: string): string | undefined => files.get(path.replace("/lib/", ""));
    const said = renderText(diagnostics, {
      sources,
      displayPath: (path) => path.replace("/lib/", ""),
      palette: plainPalette,
      width: 100,
    });
    const shown = (files.get("show") ?? "").split("\n").filter((line) => line !== "");
    const printed = shown.map((name) => {
      const page = site.find((one) => one.name === name);
      return `-- ${name} --\n${page?.content ?? "There is no such page.\n"}`;
    });
    return [said, libraryJson(library), ...printed].join("\n");
  },
});

it("has no more of a site than what is reached from its first page", () => {
  const page = (name: string, content: string) => ({ name, content });
  const site = [page("index.html", '<a href="a.html#x">'), page("a.html", '<p id="y">')];
  expect(brokenLinks(site)).toEqual(["index.html: a.html#x"]);
  expect(unreachable([...site, page("b.html", "")])).toEqual(["b.html"]);
});

it("is refused where elements are misplaced", () => {
  expect(misplaced("<p><a><a></a></a></p>")).toEqual(["<a> in a"]);
  expect(misplaced("<p><ul><li></li></ul></p><li></li>")).toEqual(["<ul> in p", "<li> in "]);
  expect(misplaced("<b><i></b>")).toEqual(["</b> in i", "<b> is not closed"]);
});
