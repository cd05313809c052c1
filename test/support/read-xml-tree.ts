/** Reads an XML profile back into its tree, with a parser that is not ours. */
import { create } from "xmlbuilder2";
import { Dict } from "../../src/pan/tree/dict.ts";
import { List } from "../../src/pan/tree/list.ts";
import type { Value } from "../../src/pan/tree/value.ts";

export function readXmlTree(text: string): Dict {
  const root = create({ skipWhitespaceOnlyText: false }, text).root().node as unknown as XmlElement;
  const value = readElement(root);
  if (!(value instanceof Dict)) throw new Error("The root is not a dict.");
  return value;
}

/** The part of the DOM that is used here. */
interface XmlElement {
  readonly nodeType: number;
  readonly nodeName: string;
  readonly textContent: string;
  readonly childNodes: Iterable<XmlElement>;
  getAttribute(name: string): string | null;
}

const elementNode = 1;

function readElement(element: XmlElement): Value {
  const text = element.textContent;
  switch (element.nodeName) {
    case "nlist":
      return new Dict(
        new Map(children(element).map((child) => [nameOf(child), readElement(child)])),
      );
    case "list":
      return new List(children(element).map(readElement));
    case "string":
      return element.getAttribute("encoding") === "base64"
        ? Buffer.from(text, "base64").toString("utf8")
        : text;
    case "boolean":
      return text === "true";
    case "long":
      return BigInt(text);
    case "double":
      return Number(text);
    default:
      throw new Error(`The element ${element.nodeName} is unknown.`);
  }
}

function children(element: XmlElement): readonly XmlElement[] {
  return [...element.childNodes].filter((child) => child.nodeType === elementNode);
}

function nameOf(element: XmlElement): string {
  const name = element.getAttribute("name");
  if (name === null) throw new Error("A child of a dict has no name.");
  return name;
}
