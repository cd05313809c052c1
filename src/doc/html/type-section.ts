/** A type on the page of its template: what it is, its fields, who uses it. */

import { codeText } from "../library/code.ts";
import type { FieldDoc, TypeDoc, TypeUse } from "../library/library.ts";
import { anchorOf } from "./addresses.ts";
import { documentationHtml } from "./documentation-html.ts";
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
  tableHtml,
} from "./page.ts";
import { breakable } from "./path-text.ts";

export function typeSection(ctx: PageContext, type: TypeDoc): HtmlElement {
  const isRecord = codeText(type.type).startsWith("{…}");
  return el(
    "section",
    { class: "item", id: anchorOf("type", type.name) },
    el("h3", {}, el("code", {}, type.name)),
    documentationHtml(ctx, type.documentation),
    factsHtml([
      ["Is", isRecord ? recordWords(type) : codeHtml(ctx, type.type)],
      ["Default", type.default === undefined ? undefined : codeHtml(ctx, type.default)],
      ["Must hold", type.condition === undefined ? undefined : codeHtml(ctx, type.condition)],
      [
        "Includes",
        orNothing(type.includes, (some) => commas(some.map((included) => codeHtml(ctx, included)))),
      ],
      ["Used by", orNothing(type.usedBy, (uses) => listHtml(uses.map((use) => typeUse(ctx, use))))],
      ["Place", placeHtml(ctx, type.place)],
    ]),
    type.fields.length === 0 ? undefined : fieldTable(ctx, type.name, type.fields),
  );
}

function recordWords({ type, extensible }: TypeDoc): Html {
  const of = codeText(type).slice("{…}".length);
  const record = extensible ? "a record with these fields, and any others" : "a record";
  return of === "" ? record : [el("code", {}, codeText(type)), ` of ${record}`];
}

function typeUse(ctx: PageContext, { kind, name, template }: TypeUse): Html {
  if (kind === "path") return ["path ", pathLink(ctx, name)];
  const address = ctx.addresses.declaration({ kind: "type", template, name });
  return link(ctx, address, el("code", {}, name));
}

interface FieldRow {
  /** With the fields around it, for a record within a record. */
  readonly key: string;
  readonly field: FieldDoc;
}

function fieldTable(ctx: PageContext, of: string, fields: readonly FieldDoc[]): HtmlElement {
  const list = fieldRows(fields, "");
  const hasDefaults = list.some(({ field }) => field.default !== undefined);
  const rows = list.map(({ key, field }) => {
    const { documentation, condition, includes, default: value } = field;
    const isRequired = field.required && value === undefined;
    const described: Html = [
      documentationHtml(ctx, documentation),
      unitHtml(documentation.unit),
      orNothing(includes, (some) =>
        el("div", {}, "Includes ", commas(some.map((included) => codeHtml(ctx, included)))),
      ),
      condition === undefined ? undefined : el("div", {}, "Must hold: ", codeHtml(ctx, condition)),
    ];
    return [
      [
        el("code", {}, breakable(key)),
        isRequired ? el("em", { class: "required" }, " required") : undefined,
      ],
      codeHtml(ctx, field.type),
      ...(hasDefaults ? [value === undefined ? undefined : codeHtml(ctx, value)] : []),
      described,
    ];
  });
  const columns = hasDefaults
    ? ["Field", "Type", "Default", "Description"]
    : ["Field", "Type", "Description"];
  return tableHtml(`Fields of ${of}`, columns, rows);
}

function unitHtml(unit: string | undefined): Html {
  return unit === undefined ? undefined : el("div", {}, `In ${unit}`);
}

/** Fields of a record within a record stand below it. */
function fieldRows(fields: readonly FieldDoc[], above: string): readonly FieldRow[] {
  return fields.flatMap((field) => {
    const key = `${above}${field.key}`;
    return [{ key, field }, ...fieldRows(field.fields, `${key}/`)];
  });
}
