/** Values as the DML that gives them, on one line, for people: what is too long is left out. */

import { Dict } from "../pan/tree/dict.ts";
import { List } from "../pan/tree/list.ts";
import { panLiteral } from "../pan/tree/literal.ts";
import { isProperty, type Value } from "../pan/tree/value.ts";

const enough = 60;

export function dmlText(value: Value, most: number = enough): string {
  if (typeof value === "string") return stringText(value, most);
  if (isProperty(value)) return panLiteral(value);
  if (value instanceof Dict) return callText("dict", dictArguments(value), most);
  if (value instanceof List) return callText("list", listArguments(value), most);
  return value.kind;
}

function stringText(text: string, most: number): string {
  const whole = panLiteral(text.slice(0, most + 1));
  return text.length > most ? `${panLiteral(text.slice(0, most)).slice(0, -1)}…'` : whole;
}

type Argument = (room: number) => string;

function* dictArguments(dict: Dict): Iterable<Argument> {
  for (const key of dict.keys()) {
    const value = dict.peek(key) as Value;
    yield (room) => `${panLiteral(key)}, ${dmlText(value, room)}`;
  }
}

function* listArguments(list: List): Iterable<Argument> {
  for (let i = 0; i < list.size; i++) {
    const value = list.peek(i) as Value;
    yield (room) => dmlText(value, room);
  }
}

/** The first argument is always shown. */
function callText(name: string, args: Iterable<Argument>, most: number): string {
  let text = `${name}(`;
  let separator = "";
  for (const argument of args) {
    const next = argument(Math.max(10, most - text.length));
    if (separator !== "" && text.length + next.length > most) return `${text}, …)`;
    text += separator + next;
    separator = ", ";
  }
  return `${text})`;
}
