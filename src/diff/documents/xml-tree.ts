/**
 * XML → a tree: a profile in the format `pan` is the configuration that it was made of; of everything else, elements
 * are dicts by their names and attributes are keys with an at sign.
 *
 * Elements of one name are told apart by what identifies them, else counted, so that a second one changes nothing of
 * the first.
 */

import { Dict } from "../../pan/tree/dict.ts";
import { List } from "../../pan/tree/list.ts";
import type { Value } from "../../pan/tree/value.ts";
import type { XmlElement } from "../../vm/shape/read-xml.ts";

/** Undefined for what is not well-formed. */
export type ReadXml = (text: string) => XmlElement | undefined;

export function xmlTree(text: string, read: ReadXml): Dict | undefined {
  const root = read(text);
  if (root === undefined) return undefined;
  if (root.attributes.get("format") === "pan") {
    const value = profileValue(root);
    return value instanceof Dict ? value : undefined;
  }
  const value = elementValue(root, root.namespace.startsWith(skeletonNamespace));
  return value instanceof Dict ? value : Dict.of({ [root.name]: value });
}

const skeletonNamespace = "urn:vmcs:skeleton:";

function profileValue({ name, text, attributes, children }: XmlElement): Value {
  switch (name) {
    case "nlist":
      return new Dict(
        new Map(
          children.map(
            (child) => [child.attributes.get("name") ?? "", profileValue(child)] as const,
          ),
        ),
      );
    case "list":
      return new List(children.map(profileValue));
    case "long":
      return BigInt(text);
    case "double":
      return Number(text);
    case "boolean":
      return text === "true";
    default:
      return attributes.get("encoding") === "base64" ? `(Base64) ${text}` : text;
  }
}

/**
 * In skeletons, units are part of what an element means, and never change. A digest tells of what a file was made, and
 * makes no difference to anybody.
 */
function elementValue(element: XmlElement, isSkeleton: boolean): Value {
  const { attributes, children, text } = element;
  const shown = [...attributes].filter(
    ([name, value]) => !(isSkeleton && name === "unit") && !/^sha256:/.test(value),
  );
  if (shown.length === 0 && children.length === 0) return text === "" ? new Dict() : scalar(text);
  const entries = new Map<string, Value>(shown.map(([name, value]) => [`@${name}`, scalar(value)]));
  if (children.length === 0 && text.trim() !== "") entries.set("text", scalar(text));
  const seen = new Set<string>();
  const keys = children.map((child) => uniqueKey(identifiedName(child), seen));
  for (const [index, child] of children.entries()) {
    entries.set(keys[index] as string, elementValue(child, isSkeleton));
  }
  return new Dict(entries);
}

function scalar(text: string): Value {
  return /^(?:0|-?[1-9]\d{0,17})$/.test(text) ? BigInt(text) : text;
}

function uniqueKey(name: string, seen: Set<string>): string {
  let key = name;
  for (let count = 2; seen.has(key); count++) key = `${name}[${count}]`;
  seen.add(key);
  return key;
}

/** `interface[name=eth0]`; for libvirt's devices, what the guest knows them by. */
function identifiedName({ name, attributes, children }: XmlElement): string {
  for (const key of ["name", "key", "device", "id"]) {
    const value = attributes.get(key);
    if (value !== undefined && (key !== "device" || name === "filesystem")) {
      return `${name}[${key}=${value}]`;
    }
  }
  const childAttribute = (child: string, key: string): string | undefined =>
    children.find((one) => one.name === child)?.attributes.get(key);
  const mac = childAttribute("mac", "address");
  if (mac !== undefined) return `${name}[mac=${mac}]`;
  const device = childAttribute("target", "dev");
  return device === undefined ? name : `${name}[dev=${device}]`;
}
