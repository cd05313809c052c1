/** Whether a site hangs together: every link leads to a file and a place in it, and every page can be reached. */

import { posix } from "node:path";

interface Page {
  readonly name: string;
  readonly content: string;
}

/** `PAGE: LINK` for each link that leads nowhere, and `PAGE: id ID twice`. */
export function brokenLinks(site: readonly Page[]): readonly string[] {
  const ids = new Map(site.map(({ name, content }) => [name, idsOf(content)]));
  const sets = new Map([...ids].map(([name, list]) => [name, new Set(list)]));
  return site.filter(isHtml).flatMap(({ name, content }) => {
    const list = ids.get(name) ?? [];
    const seen = new Set<string>();
    const twice = list.filter((id) => seen.size === seen.add(id).size);
    const broken = linksOf(content).filter((link) => {
      const { page, anchor } = target(name, link);
      const known = sets.get(page);
      return known === undefined || (anchor !== "" && !known.has(anchor));
    });
    return [
      ...broken.map((link) => `${name}: ${link}`),
      ...twice.map((id) => `${name}: id ${id} twice`),
    ];
  });
}

/** Pages that no way of links leads to from the first one; without any script. */
export function unreachable(site: readonly Page[]): readonly string[] {
  const pages = new Map(site.filter(isHtml).map((page) => [page.name, page]));
  const reached = new Set(["index.html"]);
  // A set is gone through with what is added meanwhile.
  for (const name of reached) {
    for (const link of linksOf(pages.get(name)?.content ?? ""))
      reached.add(target(name, link).page);
  }
  return [...pages.keys()].filter((name) => !reached.has(name));
}

function isHtml({ name }: Page): boolean {
  return name.endsWith(".html");
}

function target(from: string, link: string): { readonly page: string; readonly anchor: string } {
  const [path = "", anchor = ""] = link.split("#");
  const page = path === "" ? from : posix.join(posix.dirname(from), decodeURIComponent(path));
  return { page, anchor: decodeURIComponent(anchor) };
}

/** Links to other sites are theirs to keep. */
function linksOf(content: string): readonly string[] {
  return [...content.matchAll(/ (?:href|src)="([^"]*)"/g)]
    .map(([, link = ""]) => unescapeText(link))
    .filter((link) => !/^https?:/.test(link));
}

function idsOf(content: string): readonly string[] {
  return [...content.matchAll(/ id="([^"]*)"/g)].map(([, id = ""]) => unescapeText(id));
}

function unescapeText(text: string): string {
  return text
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&amp;", "&");
}
