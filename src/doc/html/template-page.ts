/** The page of a template: what it is, what it declares and sets, and who uses it. */

import type {
  BindingDoc,
  FunctionDoc,
  Inclusion,
  RuleDoc,
  TemplateDoc,
  VariableSetting,
  WriteDoc,
} from "../library/library.ts";
import { anchorOf, mainPages, ruleAnchor } from "./addresses.ts";
import { documentationHtml, inlineHtml } from "./documentation-html.ts";
import { el, type Html, type HtmlElement } from "./element.ts";
import {
  codeHtml,
  commas,
  factsHtml,
  link,
  listHtml,
  orNothing,
  type PageContext,
  pathLink,
  placeHtml,
  printPage,
  type SitePage,
  tableHtml,
  templateLink,
} from "./page.ts";
import { breakable } from "./path-text.ts";
import { typeSection } from "./type-section.ts";

const kinds: Readonly<Record<TemplateDoc["kind"], string>> = {
  ordinary: "ordinary template",
  object: "object template: compiles to a profile",
  structure: "structure template: makes a part of a configuration, for create()",
  unique: "unique template: included once, however often it is asked for",
  declaration: "declaration template: declares, and sets no paths",
};

export function templatePage(site: Omit<PageContext, "page">, template: TemplateDoc): SitePage {
  const page = site.addresses.template(template.id);
  const ctx: PageContext = { ...site, page, template: template.id };
  const { types, functions, variables, bindings, writes, rules } = template;
  const content: Html = [
    documentationHtml(ctx, template.documentation),
    factsHtml([
      ["Kind", kinds[template.kind]],
      ["File", placeHtml(ctx, template.place)],
      ["Includes", inclusions(ctx, template.includes)],
      ["Included by", users(ctx, template.includedBy)],
      ["Creates", inclusions(ctx, template.creates)],
      ["Created by", users(ctx, template.createdBy)],
      ["Fits at", orNothing(template.fits, (fits) => commas(fits.map((at) => pathLink(ctx, at))))],
      ["Reads", reads(ctx, template)],
    ]),
    part("Bindings", bindings, () => bindingTable(ctx, bindings)),
    part("Parameters and variables", variables, () =>
      variables.map((one, i) => variableSection(ctx, one, variables.slice(0, i))),
    ),
    part("Types", types, () => types.map((type) => typeSection(ctx, type))),
    part("Functions", functions, () => functions.map((one) => functionSection(ctx, one))),
    part("Sets", writes, () => writeTable(ctx, template)),
    part("Rules", rules, () => rules.map((rule) => ruleSection(ctx, rule))),
  ];
  const title = template.name || template.place.file;
  return printPage(ctx, { title, trail: [["Templates", mainPages.templates]], content });
}

function part(title: string, items: readonly unknown[], content: () => Html): Html {
  if (items.length === 0) return undefined;
  const id = title.toLowerCase().replaceAll(" ", "-");
  return el("section", { "aria-labelledby": id }, el("h2", { id }, title), content());
}

function users(ctx: PageContext, ids: TemplateDoc["includedBy"]): Html {
  return orNothing(ids, (some) => listHtml(some.map((id) => templateLink(ctx, id))));
}

function inclusions(ctx: PageContext, list: readonly Inclusion[]): Html {
  return orNothing(list, (some) =>
    listHtml(
      some.map((one) => inclusion(ctx, one)),
      40,
    ),
  );
}

function inclusion(ctx: PageContext, { name, when, templates }: Inclusion): Html {
  if (when === "computed") return ["computed: ", el("code", {}, name)];
  const [nearest, ...others] = templates;
  const shown = el("code", {}, name);
  return [
    nearest === undefined ? shown : link(ctx, ctx.addresses.template(nearest), shown),
    when === "sometimes" ? " (sometimes)" : undefined,
    nearest === undefined ? " (not documented here)" : undefined,
    others.map((id, i) => [" ", link(ctx, ctx.addresses.template(id), `(${i + 2})`)]),
  ];
}

function reads(ctx: PageContext, { reads: names, id }: TemplateDoc): Html {
  return orNothing(names, (some) =>
    commas(some.map((name) => link(ctx, ctx.names.address(name, id), el("code", {}, name)))),
  );
}

function bindingTable(ctx: PageContext, bindings: readonly BindingDoc[]): HtmlElement {
  const rows = bindings.map(({ path, type, condition, documentation, place }) => [
    pathLink(ctx, path),
    codeHtml(ctx, type),
    [
      documentationHtml(ctx, documentation),
      condition === undefined ? undefined : el("div", {}, "Must hold: ", codeHtml(ctx, condition)),
    ],
    placeHtml(ctx, place),
  ]);
  return tableHtml("Bindings", ["Path", "Type", "Description", "Place"], rows);
}

/** What is set twice has one anchor. */
function variableSection(
  ctx: PageContext,
  setting: VariableSetting,
  earlier: readonly VariableSetting[],
): HtmlElement {
  const { name, how, value, documentation, place } = setting;
  const isFirst = earlier.every((one) => one.name !== name);
  const words = { default: "Default", set: "Value", final: "Final value" } as const;
  return el(
    "section",
    { class: "item", id: isFirst ? anchorOf("variable", name) : undefined },
    el("h3", {}, el("code", {}, name)),
    documentationHtml(ctx, documentation),
    factsHtml([
      [words[how], codeHtml(ctx, value)],
      [
        "Everywhere",
        isFirst ? link(ctx, variableAddress(name), "who sets and reads it") : undefined,
      ],
      ["Place", placeHtml(ctx, place)],
    ]),
  );
}

function variableAddress(name: string): string {
  return `${mainPages.variables}#${anchorOf("variable", name)}`;
}

function functionSection(ctx: PageContext, one: FunctionDoc): HtmlElement {
  const { name, documentation, parameters, calledBy, place } = one;
  const count = Math.max(documentation.arguments.length, parameters.length);
  const names = Array.from({ length: count }, (_, i) => argumentName(one, i));
  const isNamed = names.some((name) => name !== "");
  const signature = isNamed ? names.map((name) => name || "…").join(", ") : count > 0 ? "…" : "";
  const described = documentation.arguments.map((text, i) => {
    const known = names[i] ?? "";
    if (text === known) return el("li", {}, el("code", {}, known));
    return el("li", {}, known === "" ? "" : [el("code", {}, known), ": "], inlineHtml(ctx, text));
  });
  return el(
    "section",
    { class: "item", id: anchorOf("function", name) },
    el("h3", {}, el("code", {}, `${name}(${signature})`)),
    documentationHtml(ctx, documentation),
    described.length === 0 ? undefined : el("ol", { class: "arguments" }, described),
    factsHtml([
      ["Called by", users(ctx, calledBy)],
      ["Place", placeHtml(ctx, place)],
    ]),
  );
}

/** The name that the body gives to an argument, or that is all that is said of it. */
function argumentName({ documentation, parameters }: FunctionDoc, i: number): string {
  const said = documentation.arguments[i] ?? "";
  return parameters[i] || (/^\w+$/.test(said) ? said : "");
}

const ways = { default: "if nothing is set", set: "", final: "final" } as const;

function writeTable(ctx: PageContext, { writes, fits }: TemplateDoc): HtmlElement {
  const [only, ...others] = fits;
  const rows = writes.map((write: WriteDoc) => {
    const below = only === undefined || others.length > 0 ? undefined : `${only}/${write.path}`;
    const path = write.path.startsWith("/") ? write.path : below;
    const address = path === undefined ? undefined : ctx.addresses.path(path);
    return [
      link(ctx, address, el("code", {}, breakable(write.path))),
      write.value === undefined ? "computed" : codeHtml(ctx, write.value),
      [ways[write.how], documentationHtml(ctx, write.documentation)],
      placeHtml(ctx, write.place),
    ];
  });
  return tableHtml("Paths that the template sets", ["Path", "Value", "Description", "Place"], rows);
}

function ruleSection(ctx: PageContext, rule: RuleDoc): HtmlElement {
  return el(
    "section",
    { class: "item", id: ruleAnchor(rule.id) },
    el("h3", {}, el("code", {}, rule.id)),
    rule.message === undefined ? undefined : el("p", {}, rule.message),
    codeHtml(ctx, rule.code),
    factsHtml([
      ["Speaks of", orNothing(rule.paths, (paths) => commas(paths.map((at) => pathLink(ctx, at))))],
      ["Place", placeHtml(ctx, rule.place)],
    ]),
  );
}
