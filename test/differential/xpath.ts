/** XPath over an XML profile. */
import { XmlDocument } from "libxml2-wasm";

export function holds(xml: string, xpath: string): boolean {
  const document = XmlDocument.fromString(xml);
  try {
    return document.eval(`boolean(${xpath})`) === true;
  } finally {
    document.dispose();
  }
}
