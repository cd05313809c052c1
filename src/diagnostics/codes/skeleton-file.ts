import type { Definitions } from "../definition.ts";

/** What skeletons are refused for when they are read. */
export const skeletonFileCodes = {
  "skeleton-not-well-formed": {
    severity: "error",
    message: "This is not XML: {problem}",
    help: "Build the skeletons again from their description.",
    explanation: "The file does not follow the grammar of XML, so nothing in it can be relied on.",
  },
  "skeleton-with-doctype": {
    severity: "error",
    message: "A skeleton has no document type declaration.",
    help: "Remove `<!DOCTYPE …>`, and write entities as the text that they stand for.",
    explanation: `Entities that a document declares itself can stand for other files, or for more text than fits into memory.
Skeletons need none, so they are refused.`,
  },
  "skeleton-of-unknown-kind": {
    severity: "error",
    message: "The element <{element}> in the namespace '{namespace}' is no skeleton.",
    help: "A skeleton is a <network>, <system>, <storage> or <software> in the namespace urn:vmcs:skeleton:KIND:1.",
    explanation: `A skeleton says what it is by its outermost element and the namespace of that. The number at the end is the
version of the format: a later one is for a later version of this program.`,
  },
  "skeleton-invalid": {
    severity: "error",
    message: "{problem}",
    help: "The schema is schemas/{kind}.xsd; build the skeleton again from its description if you can.",
    explanation: `The skeleton is XML, but does not follow its schema: an element is unknown, missing or out of order, or a value
is not what its element wants. The schemas are in the folder \`schemas\`, and \`xmllint --schema\` reads them.`,
  },
  "skeleton-duplicate": {
    severity: "error",
    message: "This is a second {kind} skeleton.",
    help: "Give one skeleton of each kind.",
    explanation:
      "A machine has four skeletons: network, system, storage and software, one of each.",
  },
  "skeleton-missing": {
    severity: "error",
    message: "The {kind} skeleton is missing.",
    help: "Build the four skeletons from their description.",
    explanation:
      "A machine has four skeletons: network, system, storage and software. All are needed to create it.",
  },
  "skeleton-of-other-vm": {
    severity: "error",
    message: "The attribute {attribute} is '{value}', but '{other}' in the {kind} skeleton.",
    help: "Take all four skeletons from the same build.",
    explanation: `The skeletons of a machine name the machine, the object template and the digest of the source that they come
from. Where these differ, the skeletons are of different machines or different builds.`,
  },
} as const satisfies Definitions;
