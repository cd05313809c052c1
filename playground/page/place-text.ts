/** Text in which places of templates, such as `web.pan:12:3`, lead to them. */

import type { Place } from "../messages.ts";
import { button } from "./element.ts";

const placePattern = /([\w./+-]+\.pan):(\d+)(?::(\d+))?/g;

export function placeText(text: string, onPlace: (place: Place) => void): DocumentFragment {
  const whole = document.createDocumentFragment();
  let end = 0;
  for (const match of text.matchAll(placePattern)) {
    const [shown, file = "", line, column = "1"] = match;
    whole.append(text.slice(end, match.index));
    const place = { file, line: Number(line), column: Number(column) };
    whole.append(button(shown, { class: "place" }, () => onPlace(place)));
    end = match.index + shown.length;
  }
  whole.append(text.slice(end));
  return whole;
}
