/** A library → the files of its site. Every address in them is relative, so that a site works from any place. */

import type { Library } from "../library/library.ts";
import { Addresses } from "./addresses.ts";
import { indexPages } from "./index-pages.ts";
import { LinkNames } from "./link-names.ts";
import type { Site, SitePage } from "./page.ts";
import { pathsPage, sectionPage } from "./path-pages.ts";
import { allSections, type PathSection, pathSections } from "./path-sections.ts";
import { searchIndex } from "./search-index.ts";
import { searchScript } from "./search-script.ts";
import { stylesheet } from "./stylesheet.ts";
import { templatePage } from "./template-page.ts";

export interface SiteOptions {
  /** Address of a source file on the web, with `{file}` and `{line}`; undefined: places are no links. */
  readonly sourceUrl: string | undefined;
}

export function writeSite(library: Library, { sourceUrl }: SiteOptions): readonly SitePage[] {
  const sections = pathSections(library.paths);
  const addresses = new Addresses(library, allSections(sections));
  const site: Site = {
    library,
    addresses,
    names: new LinkNames(library, addresses),
    templates: new Map(library.templates.map((template) => [template.id, template])),
    sourceUrl,
  };
  return [
    ...indexPages(site, sections),
    pathsPage(site, sections),
    ...sectionPages(site, sections, []),
    ...library.templates.map((template) => templatePage(site, template)),
    { name: "search-index.js", content: searchIndex(site) },
    { name: "search.js", content: searchScript },
    { name: "style.css", content: stylesheet },
  ];
}

function sectionPages(
  site: Site,
  sections: readonly PathSection[],
  above: readonly PathSection[],
): readonly SitePage[] {
  return sections.flatMap((section) => [
    sectionPage(site, section, above),
    ...sectionPages(site, section.below, [...above, section]),
  ]);
}
