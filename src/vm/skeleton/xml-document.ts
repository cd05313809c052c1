/**
 * Reading XML and validating it, by libxml2.
 *
 * The library is large and needs time to start, so it is loaded when the first document is read. Its documents live
 * outside the garbage collector's reach: they are turned into plain data and freed here.
 */

import type { XmlElement as LibraryElement, XmlNode } from "libxml2-wasm";
import type { XmlElement } from "../shape/read-xml.ts";
import { readableMessage } from "./problem-message.ts";

export interface XmlProblem {
  readonly kind: "not-well-formed" | "doctype" | "invalid";
  readonly message: string;
  /** From 1; undefined if there is no telling. */
  readonly line: number | undefined;
}

export interface XmlReading {
  readonly root: XmlElement | undefined;
  readonly problems: readonly XmlProblem[];
}

export interface XmlReader {
  /** Reads a document; the schema, if there is one for its root, then judges it. */
  read(text: string, schemaOf: (root: XmlElement) => string | undefined): XmlReading;
}

type Library = typeof import("libxml2-wasm");
type Document = InstanceType<Library["XmlDocument"]>;
type Validator = InstanceType<Library["XsdValidator"]>;

/** The library is one for the whole program, and so is its reader. */
let loading: Promise<XmlReader> | undefined;

export function loadXmlReader(): Promise<XmlReader> {
  loading ??= import("libxml2-wasm").then(createReader);
  return loading;
}

function createReader(library: Library): XmlReader {
  const validators = new Map<string, Validator>();
  return {
    read: (text, schemaOf) => readDocument(library, validators, text, schemaOf),
  };
}

function readDocument(
  library: Library,
  validators: Map<string, Validator>,
  text: string,
  schemaOf: (root: XmlElement) => string | undefined,
): XmlReading {
  const { XML_PARSE_BIG_LINES, XML_PARSE_NO_XXE } = library.ParseOption;
  let document: Document;
  try {
    document = library.XmlDocument.fromString(text, {
      option: XML_PARSE_BIG_LINES | XML_PARSE_NO_XXE,
    });
  } catch (error) {
    return { root: undefined, problems: problemsOf(library, error, "not-well-formed") };
  }
  try {
    if (document.dtd !== null) return { root: undefined, problems: [doctypeProblem(text)] };
    const root = plainElement(library, document.root);
    const schema = schemaOf(root);
    if (schema === undefined) return { root, problems: [] };
    return {
      root,
      problems: validate(library, document, validatorOf(library, validators, schema)),
    };
  } finally {
    document.dispose();
  }
}

function doctypeProblem(text: string): XmlProblem {
  const line = text.slice(0, text.indexOf("<!DOCTYPE")).split("\n").length;
  return { kind: "doctype", message: "", line };
}

function validate(
  library: Library,
  document: Document,
  validator: Validator,
): readonly XmlProblem[] {
  try {
    validator.validate(document);
    return [];
  } catch (error) {
    return problemsOf(library, error, "invalid");
  }
}

/** The compiled schema. It and its document are kept: compiling takes longer than validating does. */
function validatorOf(
  library: Library,
  validators: Map<string, Validator>,
  schema: string,
): Validator {
  let validator = validators.get(schema);
  if (validator === undefined) {
    validator = library.XsdValidator.fromDoc(library.XmlDocument.fromString(schema));
    validators.set(schema, validator);
  }
  return validator;
}

/** What the library says of a document; any other failure is not the document's. */
function problemsOf(
  library: Library,
  error: unknown,
  kind: XmlProblem["kind"],
): readonly XmlProblem[] {
  if (!(error instanceof library.XmlParseError) && !(error instanceof library.XmlValidateError))
    throw error;
  if (error.details.length === 0)
    return [{ kind, message: "The document is empty.", line: undefined }];
  return error.details.map(({ message, line }) => ({
    kind,
    message: readableMessage(message),
    line,
  }));
}

function plainElement(library: Library, element: LibraryElement): XmlElement {
  const children: XmlElement[] = [];
  for (
    let node: XmlNode | null = element.firstChild;
    node instanceof library.XmlTreeNode;
    node = node.next
  ) {
    if (node instanceof library.XmlElement) children.push(plainElement(library, node));
  }
  return {
    name: element.name,
    namespace: element.namespaceUri,
    line: element.line,
    text: children.length === 0 ? element.content : "",
    attributes: new Map(element.attrs.map(({ name, value }) => [name, value])),
    children,
  };
}
