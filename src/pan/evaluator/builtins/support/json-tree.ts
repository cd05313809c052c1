/** Between JSON and trees. */

import { assertNever } from "../../../../base/assert-never.ts";
import type {
  JsonArray,
  JsonNumber,
  JsonObject,
  JsonValue,
} from "../../../java/json/json-value.ts";
import { parseDouble, parseLong } from "../../../java/number-text.ts";
import { Dict } from "../../../tree/dict.ts";
import { List } from "../../../tree/list.ts";
import { isTermProblem, termFromText } from "../../../tree/term.ts";
import { NULL, UNDEF } from "../../../tree/transient.ts";
import { typeName, type Value } from "../../../tree/value.ts";
import type { CallSite, FunctionContext } from "../../builtin.ts";
import { failTerm } from "../../term-problem.ts";

/** The tree of a JSON value: an object is a dict, so its names must be keys; `null` removes a key. */
export function treeOfJson(ctx: FunctionContext, site: CallSite, json: JsonValue): Value {
  if (json === null) return NULL;
  if (typeof json !== "object") return json;
  switch (json.kind) {
    case "number":
      return numberOfJson(ctx, site, json);
    case "array":
      return listOfJson(ctx, site, json);
    case "object":
      return dictOfJson(ctx, site, json);
    default:
      return assertNever(json);
  }
}

/** With a point it is a double, else a long; a long has no exponent. */
function numberOfJson(ctx: FunctionContext, site: CallSite, { text }: JsonNumber): Value {
  const value = text.includes(".") ? parseDouble(text) : parseLong(text, 10);
  return value ?? site.fail(ctx, "json-number-invalid", { text });
}

function listOfJson(ctx: FunctionContext, site: CallSite, { items }: JsonArray): List {
  return new List(items.map((item) => treeOfJson(ctx, site, item)));
}

function dictOfJson(ctx: FunctionContext, site: CallSite, { members }: JsonObject): Dict {
  const dict = new Dict();
  for (const { name, value } of members) {
    const key = termFromText(name);
    if (isTermProblem(key)) return failTerm(ctx, site, key);
    const child = treeOfJson(ctx, site, value);
    if (typeof key === "number") return site.fail(ctx, "index-as-key", { key: name });
    const previous = dict.put(key, child);
    if (previous !== undefined && child !== NULL && typeName(previous) !== typeName(child)) {
      site.fail(ctx, "json-kinds-differ", {
        name,
        first: typeName(previous),
        second: typeName(child),
      });
    }
  }
  return dict;
}

/** Whether an `undef` stands anywhere in a value. */
export function holdsUndef(value: Value): boolean {
  if (value instanceof List) return value.toArray().some(holdsUndef);
  if (value instanceof Dict) return value.keys().some((key) => holdsUndef(value.get(key) as Value));
  return value === UNDEF;
}
