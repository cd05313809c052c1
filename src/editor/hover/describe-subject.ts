/** The documentation of a suggestion, when somebody looks at it. */

import type { PackageNames } from "../completion/package-names.ts";
import type { Subject } from "../completion/suggestion.ts";
import type { EditorFile } from "../files/editor-file.ts";
import {
  describeFunction,
  describeNamedType,
  describeTemplate,
  describeVariable,
} from "./describe-name.ts";
import { describePath } from "./describe-path.ts";
import { code, type Knowledge, paragraphs } from "./markdown.ts";

/** `from` is the file that is being written; undefined if it is gone. */
export function describeSubject(
  known: Knowledge,
  packages: PackageNames,
  from: EditorFile | undefined,
  subject: Subject,
): string {
  switch (subject.kind) {
    case "template":
      return describeTemplate(known, subject.name, from?.path ?? "/");
    case "function":
      return describeFunction(known, subject.name);
    case "type":
      return describeNamedType(known, subject.name);
    case "variable":
      return from === undefined ? "" : describeVariable(known, from, subject.name);
    case "path":
      return from === undefined ? "" : describePath(known, { file: from, name: subject.name });
    case "package":
      return describePackage(packages, subject.name);
    case "text":
      return subject.name;
  }
}

function describePackage(packages: PackageNames, name: string): string {
  const versions = packages.versions(name);
  return paragraphs([
    `Package ${code(name)}`,
    versions.length === 0 ? "" : `Versions: ${versions.map(code).join(", ")}`,
    packages
      .repositoriesOf(name)
      .map((repository) => `In ${code(repository)}`)
      .join("  \n"),
  ]);
}
