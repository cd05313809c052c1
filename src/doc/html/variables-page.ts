/** The page of global variables: defaults, who sets them and who reads them. */

import { codeText } from "../library/code.ts";
import type { Code, VariableDoc } from "../library/library.ts";
import { anchorOf, mainPages } from "./addresses.ts";
import { documentationHtml } from "./documentation-html.ts";
import { el, type Html, type HtmlElement } from "./element.ts";
import {
  codeHtml,
  factsHtml,
  listHtml,
  orNothing,
  type PageContext,
  placeHtml,
  printPage,
  type Site,
  type SitePage,
  templateLink,
} from "./page.ts";

export function variablesPage(site: Site): SitePage {
  const ctx: PageContext = { ...site, page: mainPages.variables };
  const { variables } = site.library;
  const content: Html =
    variables.length === 0
      ? el("p", {}, "There are no variables.")
      : [
          el(
            "p",
            {},
            "Global variables. One with a default is a parameter: whoever includes the template can set it before.",
          ),
          variables.map((variable) => variableSection(ctx, variable)),
        ];
  return printPage(ctx, { title: "Variables", content });
}

/** The page of the template has all of it. */
function firstLine(code: Code): Code {
  const text = codeText(code);
  const [line = ""] = text.split("\n", 1);
  if (line === text && text.length <= longestValue) return code;
  return [{ text: `${line.slice(0, longestValue).trimEnd()} …` }];
}

const longestValue = 100;

function variableSection(ctx: PageContext, { name, settings, readBy }: VariableDoc): HtmlElement {
  const documented = settings.find(({ documentation }) => documentation.text !== "");
  const items = (how: VariableDoc["settings"][number]["how"]): Html => {
    const some = settings.filter((setting) => setting.how === how);
    if (some.length === 0) return undefined;
    const shown = some.map(({ template, value, place }) => [
      templateLink(ctx, template),
      ": ",
      codeHtml(ctx, firstLine(value)),
      " ",
      placeHtml(ctx, place),
    ]);
    return listHtml(shown, 6);
  };
  return el(
    "section",
    { class: "item", id: anchorOf("variable", name) },
    el("h2", {}, el("code", {}, name)),
    documented === undefined
      ? undefined
      : documentationHtml({ ...ctx, template: documented.template }, documented.documentation),
    factsHtml([
      ["Default in", items("default")],
      ["Set in", items("set")],
      ["Final in", items("final")],
      [
        "Read by",
        orNothing(
          readBy.map((id) => templateLink(ctx, id)),
          (some) => listHtml(some, 8),
        ),
      ],
    ]),
  );
}
