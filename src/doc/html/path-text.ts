/** Paths as people write them: keys that are escaped for the sake of a slash stand in braces, as in Pan. */

import { escapeKey, unescapeKey } from "../../pan/tree/escape.ts";
import { el, type Html } from "./element.ts";

export function pathText(path: string): string {
  return stepsOf(path).join("");
}

/** A path may be broken before each of its steps, and nowhere else. */
export function breakable(path: string): Html {
  return stepsOf(path).flatMap((step, i) => (i === 0 ? [step] : [el("wbr", {}), step]));
}

/** An id has no white space. */
export function anchorOfPath(path: string): string {
  return pathText(path).replace(/\s/g, "_");
}

/** Each with the slash in front of it. */
function stepsOf(path: string): readonly string[] {
  return path.split(/(?<=[^/])(?=\/)/).map((step) => {
    const slash = step.startsWith("/") ? "/" : "";
    return `${slash}${keyText(step.slice(slash.length))}`;
  });
}

/** Other keys have `_` and two digits by chance. */
function keyText(key: string): string {
  if (!key.includes("_2f")) return key;
  const unescaped = unescapeKey(key);
  const isEscaped = "text" in unescaped && escapeKey(unescaped.text) === key;
  return isEscaped && /^[\x20-\x7e]+$/.test(unescaped.text) ? `{${unescaped.text}}` : key;
}
