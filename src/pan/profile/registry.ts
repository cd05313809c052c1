/** The profile formats, by the names they have on the command line. */

import { writeDep } from "./dep-format.ts";
import { writeDot } from "./dot-format.ts";
import { writeJson } from "./json-format.ts";
import type { ProfileFormat } from "./profile.ts";
import { writeText } from "./text-format.ts";
import { writeXml } from "./xml-format.ts";

export const profileFormats: readonly ProfileFormat[] = [
  { name: "pan", suffix: "xml", compressed: false, write: writeXml },
  { name: "pan.gz", suffix: "xml.gz", compressed: true, write: writeXml },
  { name: "xml", suffix: "xml", compressed: false, write: writeXml },
  { name: "xml.gz", suffix: "xml.gz", compressed: true, write: writeXml },
  { name: "json", suffix: "json", compressed: false, write: writeJson },
  { name: "json.gz", suffix: "json.gz", compressed: true, write: writeJson },
  { name: "text", suffix: "txt", compressed: false, write: writeText },
  { name: "txt", suffix: "txt", compressed: false, write: writeText },
  { name: "dot", suffix: "dot", compressed: false, write: writeDot },
  { name: "dep", suffix: "dep", compressed: false, write: writeDep },
  { name: "dep.gz", suffix: "dep.gz", compressed: true, write: writeDep },
  // An empty file for each profile: the compilation runs in full, and leaves a mark.
  { name: "null", suffix: "null", compressed: false, write: () => {} },
];
