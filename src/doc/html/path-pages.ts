/** Pages of paths: one for each part of the tree, and the page that leads to them. */

import { codeText } from "../library/code.ts";
import type {
  Destination,
  PathDeclaration,
  PathDoc,
  PathSetter,
  RuleUse,
} from "../library/library.ts";
import { summaryOf } from "../markup/parse-markup.ts";
import { mainPages } from "./addresses.ts";
import { documentationHtml, inlineHtml, markupHtml } from "./documentation-html.ts";
import { el, type Html, type HtmlElement } from "./element.ts";
import {
  codeHtml,
  factsHtml,
  link,
  listHtml,
  orNothing,
  type PageContext,
  pathLink,
  placeHtml,
  printPage,
  type Site,
  type SitePage,
  tableHtml,
  templateLink,
} from "./page.ts";
import type { PathSection } from "./path-sections.ts";
import { anchorOfPath, breakable, pathText } from "./path-text.ts";

export function pathsPage(site: Site, sections: readonly PathSection[]): SitePage {
  const ctx: PageContext = { ...site, page: mainPages.paths };
  const content: Html =
    sections.length === 0
      ? el("p", {}, "No template binds a path to a type.")
      : [
          el(
            "p",
            {},
            "Every path that a type is bound to, and what the type leads to. ",
            el("code", {}, "*"),
            " stands for each key of a dict, or each index of a list.",
          ),
          sectionList(ctx, sections),
        ];
  return printPage(ctx, { title: "Paths", content });
}

export function sectionList(ctx: PageContext, sections: readonly PathSection[]): Html {
  if (sections.length === 0) return undefined;
  return el(
    "ul",
    { class: "tree" },
    sections.map((section) =>
      el("li", {}, sectionLink(ctx, section), sectionList(ctx, section.below)),
    ),
  );
}

function sectionLink(ctx: PageContext, section: PathSection): Html {
  const [first] = section.paths;
  const summary = first?.path === section.path ? pathSummary(first) : "";
  return [
    link(ctx, ctx.addresses.section(section), el("code", {}, breakable(section.path))),
    summary === "" ? undefined : [" ", inlineHtml(ctx, summary)],
  ];
}

/** What is said first of a path: of the field, else of its type. */
export function pathSummary({ declarations }: PathDoc): string {
  const [first] = declarations;
  if (first === undefined) return "";
  const texts = [first.documentation, ...first.meaning.map(({ documentation }) => documentation)];
  return summaryOf(texts.find(({ text }) => text !== "")?.text ?? "");
}

export function sectionPage(
  site: Site,
  section: PathSection,
  above: readonly PathSection[],
): SitePage {
  const ctx: PageContext = { ...site, page: site.addresses.section(section) };
  const trail = [
    ["Paths", mainPages.paths] as const,
    ...above.map((one) => [pathText(one.path), site.addresses.section(one)] as const),
  ];
  const content: Html = [
    section.below.length === 0
      ? undefined
      : [el("h2", { id: "below" }, "Below"), sectionList(ctx, section.below)],
    section.paths.length < 2 ? undefined : overview(ctx, section.paths),
    section.paths.map((path) => pathSection(ctx, path)),
  ];
  return printPage(ctx, { title: pathText(section.path), trail, content });
}

function overview(ctx: PageContext, paths: readonly PathDoc[]): Html {
  const rows = paths.map((doc) => {
    const [first] = doc.declarations;
    return [
      pathLink(ctx, doc.path),
      first === undefined ? undefined : codeHtml(ctx, first.type),
      inlineHtml(ctx, pathSummary(doc)),
    ];
  });
  return [
    el("h2", { id: "overview" }, "Overview"),
    tableHtml("Paths on this page", ["Path", "Type", "Description"], rows),
  ];
}

function pathSection(ctx: PageContext, doc: PathDoc): HtmlElement {
  const [first, ...others] = doc.declarations;
  return el(
    "section",
    { class: "item", id: anchorOfPath(doc.path) },
    el("h2", {}, el("code", {}, breakable(doc.path))),
    first === undefined ? undefined : declaration(ctx, first),
    factsHtml([
      ["Becomes", orNothing(doc.becomes, (some) => listHtml(some.map(destination)))],
      ["Set by", orNothing(doc.setBy, (some) => setters(ctx, some))],
      ["Rules", orNothing(doc.rules, (some) => listHtml(some.map((rule) => ruleLink(ctx, rule))))],
    ]),
    others.length === 0 ? undefined : otherDeclarations(ctx, others),
  );
}

function declaration(ctx: PageContext, one: PathDeclaration): Html {
  const inside: PageContext = { ...ctx, template: one.template };
  return [
    documentationHtml(inside, one.documentation),
    factsHtml([
      ["Type", [codeHtml(inside, one.type), meaning(inside, one)]],
      ["Required", requirement(one)],
      ["Default", one.default === undefined ? undefined : codeHtml(inside, one.default)],
      ["Unit", one.unit],
      [
        "Must hold",
        orNothing(one.conditions, (some) => listHtml(some.map((code) => codeHtml(inside, code)))),
      ],
      ["Place", placeHtml(ctx, one.place)],
    ]),
  ];
}

/** What has a default need not be set. */
function requirement({ required, default: value }: PathDeclaration): Html {
  if (required === undefined) return undefined;
  return required && value === undefined ? "yes" : "no";
}

/** `vmcs_mac`, that is `string`: the address of an interface. */
function meaning(ctx: PageContext, { meaning: steps }: PathDeclaration): Html {
  return steps.map(({ type, documentation }) => {
    const isRecord = codeText(type) === "{…}";
    if (isRecord && documentation.text === "") return undefined;
    return el(
      "div",
      { class: "meaning" },
      isRecord ? undefined : ["that is ", codeHtml(ctx, type)],
      markupHtml(ctx, documentation.text),
    );
  });
}

function otherDeclarations(ctx: PageContext, others: readonly PathDeclaration[]): HtmlElement {
  return el(
    "details",
    {},
    el("summary", {}, `${others.length} other ${others.length === 1 ? "binding" : "bindings"}`),
    others.map((one) => el("div", { class: "other" }, declaration(ctx, one))),
  );
}

function ruleLink(ctx: PageContext, { template, id }: RuleUse): Html {
  return link(ctx, ctx.addresses.rule(template, id), el("code", {}, id));
}

function destination({ file, name, note }: Destination): Html {
  return [el("code", {}, name), ` in ${file}`, note === "" ? undefined : ` (${note})`];
}

const throughWords = { created: "", fits: " (where it is created here)" } as const;

/** A value that is undef is one that somebody else has to give. */
function settingWords(ctx: PageContext, { value }: PathSetter): Html {
  if (value === undefined) return " computes it";
  if (codeText(value) === "undef") return " wants it to be set";
  return [": ", codeHtml(ctx, value)];
}

function setters(ctx: PageContext, list: readonly PathSetter[]): Html {
  const items = list.map((one) => [
    templateLink(ctx, one.template),
    settingWords(ctx, one),
    one.how === "default" ? " if nothing is set" : one.how === "final" ? " (final)" : undefined,
    one.through === undefined ? undefined : throughWords[one.through],
  ]);
  return listHtml(items, 8);
}
