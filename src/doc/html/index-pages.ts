/** The front page, and the pages that list all things of a kind. */

import { compareCodeUnits } from "../../base/compare.ts";
import { codeText } from "../library/code.ts";
import type { Library, TemplateDoc } from "../library/library.ts";
import { listIn } from "../library/multimap.ts";
import { summaryOf } from "../markup/parse-markup.ts";
import { mainPages } from "./addresses.ts";
import { inlineHtml } from "./documentation-html.ts";
import { el, type Html, type HtmlElement } from "./element.ts";
import {
  codeHtml,
  hasRules,
  link,
  listHtml,
  type PageContext,
  pathLink,
  printPage,
  type Site,
  type SitePage,
  tableHtml,
  templateLink,
  to,
} from "./page.ts";
import { sectionList } from "./path-pages.ts";
import type { PathSection } from "./path-sections.ts";
import { variablesPage } from "./variables-page.ts";

export function indexPages(site: Site, sections: readonly PathSection[]): readonly SitePage[] {
  const pages = [
    frontPage(site, sections),
    typesPage(site),
    functionsPage(site),
    variablesPage(site),
    templatesPage(site),
  ];
  return hasRules(site) ? [...pages, rulesPage(site)] : pages;
}

function frontPage(site: Site, sections: readonly PathSection[]): SitePage {
  const ctx: PageContext = { ...site, page: "index.html" };
  const { library } = site;
  const counts = countsOf(library).map(([page, count, what]) =>
    el("li", {}, el("a", { href: to(ctx, page) }, el("strong", {}, String(count)), ` ${what}`)),
  );
  const content: Html = [
    el("ul", { class: "counts" }, counts),
    deprecatedPart(ctx),
    el("section", {}, el("h2", { id: "paths" }, "Paths"), sectionList(ctx, sections)),
    el("section", {}, el("h2", { id: "templates" }, "Templates"), groupList(ctx)),
  ];
  return printPage(ctx, { title: library.title, content });
}

function countsOf(library: Library): readonly (readonly [string, number, string])[] {
  const { templates } = library;
  const sum = (of: (template: TemplateDoc) => readonly unknown[]): number =>
    templates.reduce((total, template) => total + of(template).length, 0);
  const all = [
    [mainPages.paths, library.paths.length, "paths"],
    [mainPages.types, sum(({ types }) => types), "types"],
    [mainPages.functions, sum(({ functions }) => functions), "functions"],
    [mainPages.variables, library.variables.length, "variables"],
    [mainPages.templates, templates.length, "templates"],
    [mainPages.rules, sum(({ rules }) => rules), "rules"],
  ] as const;
  return all.filter(([, count]) => count > 0);
}

function deprecatedPart(ctx: PageContext): Html {
  const { templates, paths } = ctx.library;
  const types = templates
    .flatMap((template) => template.types)
    .filter(({ documentation }) => documentation.deprecated !== undefined);
  const items: Html[] = [
    ...templates
      .filter(({ documentation }) => documentation.deprecated !== undefined)
      .map(({ id }) => templateLink(ctx, id)),
    ...types.map(({ name, template }) =>
      link(ctx, ctx.addresses.declaration({ kind: "type", template, name }), el("code", {}, name)),
    ),
    ...paths
      .filter(({ declarations: [first] }) => first?.documentation.deprecated !== undefined)
      .map(({ path }) => pathLink(ctx, path)),
  ];
  if (items.length === 0) return undefined;
  return el("section", {}, el("h2", { id: "deprecated" }, "Deprecated"), listHtml(items));
}

function templatesPage(site: Site): SitePage {
  const ctx: PageContext = { ...site, page: mainPages.templates };
  return printPage(ctx, { title: "Templates", content: templateGroups(ctx) });
}

interface Group {
  /** Empty for names without a directory. */
  readonly folder: string;
  readonly anchor: string;
  readonly templates: readonly TemplateDoc[];
}

/** By the directory of their names. */
function groupsOf({ library }: Site): readonly Group[] {
  const groups = new Map<string, TemplateDoc[]>();
  for (const template of library.templates) {
    const slash = template.name.lastIndexOf("/");
    listIn(groups, slash < 0 ? "" : template.name.slice(0, slash)).push(template);
  }
  return [...groups.keys()].sort(compareCodeUnits).map((folder) => ({
    folder,
    anchor: `in-${folder}`,
    templates: (groups.get(folder) ?? []).toSorted((a, b) => compareCodeUnits(a.name, b.name)),
  }));
}

function groupTitle(folder: string): string {
  return folder === "" ? "without a directory" : folder;
}

function groupList(ctx: PageContext): Html {
  const items = groupsOf(ctx).map(({ folder, anchor, templates }) => [
    link(ctx, `${mainPages.templates}#${anchor}`, el("code", {}, groupTitle(folder))),
    ` ${templates.length}`,
  ]);
  return listHtml(items, 200);
}

function templateGroups(ctx: PageContext): Html {
  return groupsOf(ctx).map(({ folder, anchor, templates }) => {
    const rows = templates.map(({ id, kind, documentation }) => [
      templateLink(ctx, id),
      kind,
      inlineHtml(ctx, summaryOf(documentation.text)),
    ]);
    const title = groupTitle(folder);
    const columns = ["Template", "Kind", "Description"];
    const table = tableHtml(`Templates: ${title}`, columns, rows);
    return el("section", {}, el("h2", { id: anchor }, title), table);
  });
}

interface Listed {
  readonly name: string;
  readonly template: string;
}

function byName<Item extends Listed>(items: readonly Item[]): readonly Item[] {
  return items.toSorted(
    (a, b) => compareCodeUnits(a.name, b.name) || compareCodeUnits(a.template, b.template),
  );
}

function typesPage(site: Site): SitePage {
  const ctx: PageContext = { ...site, page: mainPages.types };
  const types = byName(site.library.templates.flatMap((template) => template.types));
  const rows = types.map(({ name, template, type, documentation }) => [
    link(ctx, ctx.addresses.declaration({ kind: "type", template, name }), el("code", {}, name)),
    codeText(type) === "{…}" ? "record" : codeHtml(ctx, type),
    inlineHtml(ctx, summaryOf(documentation.text)),
    templateLink(ctx, template),
  ]);
  return listPage(
    ctx,
    "Types",
    tableHtml("Types", ["Type", "Is", "Description", "Template"], rows),
    rows,
  );
}

function functionsPage(site: Site): SitePage {
  const ctx: PageContext = { ...site, page: mainPages.functions };
  const functions = byName(site.library.templates.flatMap((template) => template.functions));
  const rows = functions.map(({ name, template, documentation }) => [
    link(
      ctx,
      ctx.addresses.declaration({ kind: "function", template, name }),
      el("code", {}, name),
    ),
    inlineHtml(ctx, summaryOf(documentation.text)),
    templateLink(ctx, template),
  ]);
  const table = tableHtml("Functions", ["Function", "Description", "Template"], rows);
  return listPage(ctx, "Functions", table, rows);
}

function listPage(
  ctx: PageContext,
  title: string,
  table: HtmlElement,
  rows: readonly unknown[],
): SitePage {
  const content = rows.length > 0 ? table : el("p", {}, `There are no ${title.toLowerCase()}.`);
  return printPage(ctx, { title, content });
}

function rulesPage(site: Site): SitePage {
  const ctx: PageContext = { ...site, page: mainPages.rules };
  const rows = site.library.templates
    .flatMap(({ rules }) => rules)
    .map((rule) => [
      link(ctx, ctx.addresses.rule(rule.template, rule.id), el("code", {}, rule.id)),
      codeHtml(ctx, rule.code),
    ]);
  return printPage(ctx, {
    title: "Rules",
    content: tableHtml("Rules", ["Rule", "Statement"], rows),
  });
}
